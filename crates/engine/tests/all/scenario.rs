//! A small funnel, its people, and a way to write given-when-then.

use std::collections::{BTreeMap, BTreeSet};

use ::time::{Date, Month};
use engine::*;
use uuid::Uuid;

/// The people of the tests, by what they are in the small funnel.
pub const LEAD: u8 = 1;
pub const INNOVATOR: u8 = 2;
pub const CARE: u8 = 3;
pub const CARE_2: u8 = 4;
pub const ICT: u8 = 5;
pub const ICT_2: u8 = 6;
pub const QUALITY: u8 = 7;
pub const CHAIR: u8 = 8;
pub const STEERING: u8 = 9;
pub const MANAGER: u8 = 10;
pub const OUTSIDER: u8 = 11;

pub fn uuid(n: u8) -> Uuid {
    Uuid::from_u128(u128::from(n))
}

pub fn person(n: u8) -> PersonId {
    PersonId(uuid(n))
}

pub fn text(n: u8) -> TextRef {
    TextRef { id: ContentId(uuid(n)), hash: Hash([n; 32]) }
}

macro_rules! keys {
    ($($name:ident: $type:ident),+) => {$(
        pub fn $name(key: &str) -> $type { $type::parse(key).unwrap() }
    )+};
}
keys! {
    party: PartyKey, phase: PhaseKey, gate: GateKey, artefact: ArtefactKey, criterion: CriterionKey, fact: FactKey,
    level: LevelKey, field: FieldPath, duty: DutyKey, change: ChangeKey, rollout_check: RolloutCheckKey
}

pub fn label(text: &str) -> Label {
    Label { nl: text.into(), en: text.into() }
}

fn kind(key: &str, by: Writer, reviewed_by: &[&str], files: Option<FilePolicy>, named: &[&str]) -> ArtefactKind {
    ArtefactKind {
        key: artefact(key),
        name: label(key),
        help: label(key),
        written_by: vec![by],
        reviewed_by: reviewed_by.iter().map(|p| party(p)).collect(),
        also_reviewed_by: Vec::new(),
        review_days: 5,
        has_form: files.is_none(),
        files,
        named_fields: named.iter().map(|f| field(f)).collect(),
        validity: None,
        contract: None,
    }
}

fn asked(key: &str, at: &str, by: &str, proof: Proof, on: &[(&str, &[&str])], when: When) -> Criterion {
    let rests_on = on
        .iter()
        .map(|(a, fields)| RestsOn { artefact: artefact(a), fields: fields.iter().map(|f| field(f)).collect() })
        .collect();
    Criterion {
        key: criterion(key),
        question: label(key),
        help: label(key),
        asked_at: vec![Asking { gate: gate(at), proof, rests_on, organisation_evidence: Vec::new() }],
        parties: vec![party(by)],
        blocking: true,
        legal: key == "client-safety",
        deferrable: key == "ict-ready",
        waivable_by: (key == "fits").then(|| party("steering")),
        not_applicable_allowed: key == "ict-ready",
        when,
    }
}

fn in_party(key: &str, rule: AnswerRule) -> PartyDefinition {
    let (coached_by, recorded_by, second_reader) = (None, Vec::new(), None);
    PartyDefinition { key: party(key), name: label(key), rule, coached_by, recorded_by, second_reader }
}

pub fn middle_or_more() -> When {
    When::AtLeast(fact("impact"), FactValue::Level(level("middle")))
}

fn facts() -> Vec<FactDefinition> {
    vec![
        FactDefinition {
            key: fact("impact"),
            question: label("How large?"),
            kind: FactKind::Levels(vec![level("small"), level("middle"), level("large")]),
            heavier: FactValue::Level(level("large")),
            confirmed_by: Some(party("quality")),
            derived: Vec::new(),
        },
        FactDefinition {
            key: fact("personal_data"),
            question: label("Personal data?"),
            kind: FactKind::Boolean,
            heavier: FactValue::Boolean(true),
            confirmed_by: None,
            derived: Vec::new(),
        },
    ]
}

/// Idea → exploration → selection, with two gates.
pub fn funnel() -> Funnel {
    let requirement = |key: &str, stage, when| Requirement {
        artefact: artefact(key),
        stage,
        maximum_age_days: Some(90),
        deferrable: key == "risks",
        when,
    };
    let g0 = Gate {
        key: gate("g0"),
        name: label("Intake"),
        question: label("Explore?"),
        decided_by: party("innovation"),
        rule: AnswerRule::Any,
        go_to: Some(phase("exploration")),
        stop_to: None,
        recurs_after_days: None,
        rework_to: vec![phase("idea")],
        term_days: 10,
        requirements: vec![requirement("idea", Stage::Final, When::Always)],
        consultations: Vec::new(),
    };
    let g1 = Gate {
        key: gate("g1"),
        name: label("Exploration"),
        question: label("Select?"),
        decided_by: party("steering"),
        rule: AnswerRule::Chair,
        go_to: Some(phase("selection")),
        stop_to: None,
        recurs_after_days: None,
        rework_to: vec![phase("exploration"), phase("idea")],
        term_days: 20,
        requirements: vec![
            requirement("risks", Stage::Concept, When::Always),
            requirement("ict-check", Stage::Final, middle_or_more()),
        ],
        consultations: Vec::new(),
    };
    let in_phase = |key: &str, involves: &[&str], gate| Phase {
        key: phase(key),
        name: label(key),
        involves: involves.iter().map(|p| party(p)).collect(),
        live: false,
        gate,
    };
    let pdf = FilePolicy { required: true, at_most: 2, media_types: vec!["application/pdf".into()] };
    Funnel {
        key: FunnelKey::parse("small").unwrap(),
        name: label("Small"),
        facts: facts(),
        parties: vec![
            in_party("innovation", AnswerRule::Any),
            in_party("care", AnswerRule::Any),
            in_party("ict", AnswerRule::Any),
            in_party("quality", AnswerRule::Any),
            in_party("steering", AnswerRule::Chair),
        ],
        four_eyes: FourEyes::Strict,
        contest_days: 5,
        evidence: Vec::new(),
        duties: Vec::new(),
        change_kinds: Vec::new(),
        signals: None,
        rollout_checks: Vec::new(),
        places: Places::default(),
        emergency: None,
        closing: Vec::new(),
        extra_decision_days: 5,
        phases: vec![
            in_phase("idea", &["innovation", "care", "ict"], Some(g0)),
            in_phase("exploration", &["steering", "quality"], Some(g1)),
            in_phase("selection", &[], None),
        ],
        artefacts: vec![
            kind("idea", Writer::Lead, &["innovation", "care"], None, &["goal"]),
            kind("risks", Writer::Party(party("care")), &["quality", "care"], None, &["risks"]),
            kind("ict-check", Writer::Party(party("ict")), &["quality"], Some(pdf), &[]),
        ],
        criteria: vec![
            asked("fits", "g0", "care", Proof::Paper, &[("idea", &["goal"])], When::Always),
            asked("ict-early", "g0", "ict", Proof::Paper, &[], When::Always),
            asked("client-safety", "g1", "quality", Proof::Paper, &[("risks", &["risks"])], When::Always),
            asked("ict-ready", "g1", "ict", Proof::Practice, &[("ict-check", &[])], middle_or_more()),
        ],
    }
}

pub fn parties() -> Parties {
    let members = |people: &[u8]| -> Vec<Member> {
        people.iter().map(|p| Member { person: person(*p), chair: *p == CHAIR }).collect()
    };
    Parties {
        members: BTreeMap::from([
            (party("innovation"), members(&[INNOVATOR, LEAD])),
            (party("care"), members(&[CARE, CARE_2])),
            (party("ict"), members(&[ICT, ICT_2])),
            (party("quality"), members(&[QUALITY])),
            (party("steering"), members(&[CHAIR, STEERING])),
        ]),
    }
}

/// A person as the organisation knows them.
pub fn known(person: PersonId) -> Person {
    let function = format!("function {}", person.0.as_u128());
    Person { id: person, function, roles: BTreeSet::new() }
}

pub fn actor(n: u8) -> Actor {
    let roles = if n == MANAGER { BTreeSet::from([Role::InnovationManager]) } else { BTreeSet::new() };
    Actor::Person(Person { id: person(n), function: format!("function {n}"), roles })
}

/// Monday 5 January 2026, `day` days on.
pub fn moment(day: u16) -> Moment {
    let today = Date::from_calendar_date(2026, Month::January, 5).unwrap() + ::time::Duration::days(i64::from(day));
    Moment { at: Timestamp::from_utc(today.midnight().assume_utc()), today }
}

/// A project and the day it is.
#[derive(Clone)]
pub struct Scenario {
    pub funnel: Funnel,
    pub project: Project,
    pub log: Vec<Recorded>,
    pub parties: Parties,
    pub organisation: Organisation,
    pub calendar: Calendar,
    pub day: u16,
    pub target: Option<(FunnelVersionId, Funnel)>,
}

impl Scenario {
    /// A project in its first phase.
    pub fn start() -> Self {
        Self::on(funnel(), parties())
    }

    /// A project in the first phase of this funnel.
    pub fn on(funnel: Funnel, parties: Parties) -> Self {
        let calendar = Calendar::default();
        let lead = actor(LEAD);
        let organisation = Organisation::new(OrganisationId(uuid(1)));
        let context = Context {
            actor: &lead,
            on_behalf_of: None,
            now: moment(0),
            parties: &parties,
            organisation: &organisation,
            calendar: &calendar,
            migrate_to: None,
            submission: None,
        };
        let command = StartProject {
            title: text(1),
            summary: text(2),
            lead: person(LEAD),
            funnel: FunnelVersionId(uuid(9)),
            bring_in: None,
        };
        let events = start(&funnel, &context, OrganisationId(uuid(1)), ProjectId(uuid(2)), &command).unwrap();
        let log: Vec<Recorded> = events.into_iter().enumerate().map(|(i, e)| recorded(i as u64 + 1, 0, &lead, e)).collect();
        let project = Project::fold(&log).unwrap();
        Self { funnel, project, log, parties, organisation, calendar, day: 0, target: None }
    }

    /// The same under a changed funnel. What the change touches must not have been answered yet.
    pub fn under(mut self, change: impl FnOnce(&mut Funnel)) -> Self {
        change(&mut self.funnel);
        self
    }

    /// The gate of a phase of the funnel, to be changed.
    pub fn gate_of<'a>(funnel: &'a mut Funnel, of: &str) -> &'a mut Gate {
        funnel.phases.iter_mut().find(|p| p.key == phase(of)).and_then(|p| p.gate.as_mut()).unwrap()
    }

    /// Who answers for whom, as the organisation has it on record.
    pub fn delegated(&mut self, delegations: impl IntoIterator<Item = Delegation>) {
        self.organisation.delegations.standing = (1..).zip(delegations).collect();
    }

    /// What time makes happen now, all of it, until nothing is left.
    #[track_caller]
    pub fn time_passes(&mut self, days: u16) -> &mut Self {
        self.day += days;
        for _ in 0..20 {
            let commands = due(&self.funnel, &self.project, &self.context(&Actor::System, None));
            let Some(command) = commands.into_iter().next() else { return self };
            let events = self.decide_as(&Actor::System, command.into()).unwrap();
            self.take(&Actor::System, events);
        }
        panic!("time never rests");
    }

    /// A project whose idea was approved and that is now in exploration.
    pub fn exploring() -> Self {
        let mut s = Self::start();
        s.given(LEAD, submit("idea", 1, &["goal"]));
        s.given(INNOVATOR, review("idea", "innovation", Verdict::Approve));
        s.given(CARE, review("idea", "care", Verdict::Approve));
        s.given(CARE, judge("fits", "care", Answer::Met));
        s.given(ICT, judge("ict-early", "ict", Answer::Met));
        s.given(INNOVATOR, decide_gate("g0", Outcome::Go));
        s
    }

    /// A project in exploration of which everything is done.
    pub fn ready() -> Self {
        let mut s = Self::exploring();
        s.given(CARE, submit("risks", 2, &["risks"]));
        s.given(QUALITY, review("risks", "quality", Verdict::Approve));
        s.given(CARE_2, review("risks", "care", Verdict::Approve));
        s.given(ICT, submit("ict-check", 3, &[]));
        s.given(QUALITY, review("ict-check", "quality", Verdict::Approve));
        s.given(QUALITY, judge("client-safety", "quality", Answer::Met));
        s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
        s
    }

    /// What a person's command leads to, without changing the project.
    pub fn when(&self, who: u8, act: impl Into<Act>) -> Result<Vec<Event>, Rejection> {
        self.decide_as(&actor(who), act.into())
    }

    pub fn decide_as(&self, actor: &Actor, act: Act) -> Result<Vec<Event>, Rejection> {
        let submission = act.submission(actor);
        let person = match &act.command {
            Command::OnBehalf { on_behalf, .. } => Some(known(on_behalf.person)),
            _ => None,
        };
        let context = Context { on_behalf_of: person.as_ref(), ..self.context(actor, submission.as_ref()) };
        decide(&self.funnel, &self.project, &context, act.command)
    }

    pub fn context<'a>(&'a self, actor: &'a Actor, submission: Option<&'a Submission>) -> Context<'a> {
        Context {
            actor,
            on_behalf_of: None,
            now: moment(self.day),
            parties: &self.parties,
            organisation: &self.organisation,
            calendar: &self.calendar,
            migrate_to: self.target.as_ref().map(|(version, funnel)| (*version, funnel)),
            submission,
        }
    }

    /// Takes a command that must be accepted.
    #[track_caller]
    pub fn given(&mut self, who: u8, act: impl Into<Act>) -> &mut Self {
        let act = act.into();
        let events = self.when(who, act.clone()).unwrap_or_else(|r| panic!("{:?} refused: {r:?}", act.command));
        self.take(&actor(who), events);
        self
    }

    pub fn take(&mut self, actor: &Actor, events: Vec<Event>) {
        for event in events {
            let recorded = recorded(self.project.sequence + 1, self.day, actor, event);
            self.project.apply(&recorded).unwrap();
            self.log.push(recorded);
        }
    }

    /// Asserts that the command is refused by this law, and gives the refusal.
    #[track_caller]
    pub fn refused(&self, who: u8, act: impl Into<Act>, law: u8) -> Rejection {
        let rejection = self.when(who, act).expect_err("refused");
        assert_eq!(rejection.law(), Law(law), "{rejection:?}");
        rejection
    }

    pub fn readiness(&self) -> Readiness {
        let nobody = Actor::System;
        readiness(&self.funnel, &self.project, &self.context(&nobody, None)).unwrap()
    }

    pub fn blockers(&self) -> Vec<Blocker> {
        self.readiness().blockers().cloned().collect()
    }

    pub fn tasks(&self) -> Vec<Task> {
        tasks(&self.funnel, &self.project, &self.context(&Actor::System, None))
    }
}

pub fn recorded(sequence: u64, day: u16, actor: &Actor, event: Event) -> Recorded {
    let by = match actor {
        Actor::Person(person) => Subject::Person { id: person.id, function: person.function.clone() },
        Actor::System => Subject::System,
    };
    Recorded { sequence, at: moment(day), by, event }
}

/// A command with what its draft would give.
#[derive(Clone, Debug)]
pub struct Act {
    pub command: Command,
    pub hash: u8,
    pub changed: Vec<FieldPath>,
    pub ends_on: Option<Date>,
    pub signed_on: Option<Date>,
}

impl Act {
    pub fn submission(&self, actor: &Actor) -> Option<Submission> {
        let Command::SubmitRevision { files, .. } = &self.command else { return None };
        Some(Submission {
            hash: Hash([self.hash; 32]),
            authors: actor.person().map(|p| p.id).into_iter().collect(),
            changed_fields: self.changed.iter().cloned().collect(),
            files_changed: !files.is_empty(),
            ends_on: self.ends_on,
            signed_on: self.signed_on,
        })
    }
}

impl From<Command> for Act {
    fn from(command: Command) -> Self {
        Self { command, hash: 0, changed: Vec::new(), ends_on: None, signed_on: None }
    }
}

/// Submits a document; `ict-check` with a file, the others with a form of which these fields changed.
pub fn submit(key: &str, hash: u8, changed: &[&str]) -> Act {
    let with_file = key == "ict-check";
    let file = FileRef { id: FileId(uuid(hash)), hash: Hash([hash; 32]), media_type: "application/pdf".into() };
    let command = Command::SubmitRevision {
        artefact: artefact(key),
        stage: Stage::Final,
        answers: (!with_file).then(|| text(hash)),
        files: if with_file { vec![file] } else { Vec::new() },
    };
    Act { command, hash, changed: changed.iter().map(|f| field(f)).collect(), ends_on: None, signed_on: None }
}

pub fn review(key: &str, by: &str, verdict: Verdict) -> Command {
    Command::ReviewRevision { artefact: artefact(key), party: party(by), verdict, note: Some(text(50)), answers: Vec::new() }
}

pub fn judge(key: &str, by: &str, answer: Answer) -> Command {
    Command::JudgeCriterion {
        criterion: criterion(key),
        party: party(by),
        answer,
        proof: Proof::Paper,
        motivation: Some(text(51)),
    }
}

pub fn in_practice(key: &str, by: &str, answer: Answer) -> Command {
    match judge(key, by, answer) {
        Command::JudgeCriterion { criterion, party, answer, motivation, .. } => {
            Command::JudgeCriterion { criterion, party, answer, proof: Proof::Practice, motivation }
        }
        other => other,
    }
}

pub fn confirm(by: &str, artefacts: &[&str], criteria: &[&str]) -> Command {
    Command::ConfirmAnswers {
        party: party(by),
        artefacts: artefacts.iter().map(|a| artefact(a)).collect(),
        criteria: criteria.iter().map(|c| criterion(c)).collect(),
    }
}

pub fn decide_gate(key: &str, outcome: Outcome) -> Command {
    Command::DecideGate { gate: gate(key), outcome, motivation: text(52), lessons: Some(text(53)), conditions: Vec::new() }
}

pub fn answer_fact(key: &str, value: FactValue) -> Command {
    Command::AnswerFacts { answers: BTreeMap::from([(fact(key), value)]) }
}

pub fn confirm_fact(key: &str, value: FactValue) -> Command {
    Command::ConfirmFacts { facts: BTreeMap::from([(fact(key), value)]) }
}

/// One answer for the whole party, nobody's in place of another.
pub fn counted(rule: AnswerRule, members: u32) -> Counted {
    Counted { rule, members, votes: 1, delegated_by: None, own_work: false }
}
