//! The organisation: evidence judged once and used by all, improvement plans of the board (law 3), what bodies agreed to be
//! only informed of and are asked about funnels and evidence (law 8).

use std::collections::BTreeSet;

use engine::*;

use crate::consulting::{COUNCIL, COUNCIL_CHAIR, advice, on, open, says};
use crate::scenario::*;
use crate::table::expect;

pub const ADMIN: u8 = 40;
pub const SECURITY: u8 = 41;
pub const CISO: u8 = 42;
pub const BOARD: u8 = 43;

/// An organisation with its log, its parties and the day it is.
#[derive(Clone)]
pub struct Provider {
    pub organisation: Organisation,
    pub log: Vec<OrganisationRecorded>,
    pub parties: Parties,
    pub day: u16,
}

fn admin() -> Actor {
    let roles = BTreeSet::from([Role::Administrator]);
    Actor::Person(Person { id: person(ADMIN), function: "beheerder".into(), roles })
}

fn somebody(n: u8) -> Actor {
    if n == ADMIN { admin() } else { actor(n) }
}

fn kind(key: &str, of_supplier: bool) -> EvidenceKind {
    EvidenceKind {
        key: EvidenceKey::parse(key).unwrap(),
        name: Label { nl: key.into(), en: key.into() },
        of_supplier,
        submitted_by: vec![party("security")],
        judged_by: party("ciso"),
        valid_days: Some(365),
    }
}

fn evidence(id: &str) -> EvidenceId {
    EvidenceId::try_from(id.to_owned()).unwrap()
}

fn submitted(id: &str, valid_until: Option<u16>) -> OrganisationCommand {
    OrganisationCommand::SubmitEvidence {
        evidence: evidence(id),
        text: Some(text(90)),
        files: Vec::new(),
        valid_until: valid_until.map(|day| moment(day).today),
    }
}

fn judged(id: &str, revision: u32, sufficient: bool) -> OrganisationCommand {
    OrganisationCommand::JudgeEvidence {
        evidence: evidence(id),
        revision,
        sufficient,
        proof: Proof::Practice,
        motivation: (!sufficient).then(|| text(91)),
    }
}

fn plan(id: &str, day: u16) -> OrganisationCommand {
    OrganisationCommand::AdoptPlan { evidence: evidence(id), plan: text(92), due: moment(day).today }
}

fn agree(when: When) -> OrganisationCommand {
    OrganisationCommand::Agree { body: party("council"), when, text: text(93) }
}

fn consult(about: About, right: Right) -> OrganisationCommand {
    let (body, question, summary) = (party("council"), text(94), text(95));
    OrganisationCommand::Consult { about, body, right, question, summary, due: None }
}

fn work(consultation: u32, act: ConsultationAct) -> OrganisationCommand {
    OrganisationCommand::Consultation { consultation, act }
}

impl Provider {
    pub fn new() -> Self {
        let member = |n, chair| Member { person: person(n), chair };
        let mut parties = advice().parties;
        parties.members.insert(party("security"), vec![member(SECURITY, false)]);
        parties.members.insert(party("ciso"), vec![member(CISO, false), member(SECURITY, false)]);
        parties.members.insert(party("board"), vec![member(BOARD, true)]);
        let organisation = Organisation::new(OrganisationId(uuid(1)));
        let mut provider = Self { organisation, log: Vec::new(), parties, day: 0 };
        for kind in [kind("nen7510", false), kind("iso27001", true)] {
            provider.given(ADMIN, OrganisationCommand::DefineEvidence { kind });
        }
        provider.given(ADMIN, OrganisationCommand::SetBoard { party: party("board") });
        provider
    }

    pub fn decide(
        &self,
        actor: &Actor,
        hash: u8,
        command: OrganisationCommand,
    ) -> Result<Vec<OrganisationEvent>, Rejection> {
        let calendar = Calendar::default();
        let submission = Submission {
            hash: Hash([hash; 32]),
            authors: actor.person().map(|p| p.id).into_iter().collect(),
            changed_fields: BTreeSet::new(),
            files_changed: true,
            ends_on: None,
            signed_on: None,
        };
        decide_organisation(&self.organisation, &self.context(actor, &calendar, Some(&submission)), command)
    }

    fn context<'a>(&'a self, actor: &'a Actor, calendar: &'a Calendar, submission: Option<&'a Submission>) -> Context<'a> {
        Context {
            actor,
            on_behalf_of: None,
            now: moment(self.day),
            parties: &self.parties,
            organisation: &self.organisation,
            calendar,
            migrate_to: None,
            submission,
        }
    }

    #[track_caller]
    pub fn given(&mut self, who: u8, command: OrganisationCommand) -> &mut Self {
        // What is submitted differs each time.
        let hash = u8::try_from(self.log.len()).unwrap();
        let shown = format!("{command:?}");
        let events = self.decide(&somebody(who), hash, command);
        let events = events.unwrap_or_else(|rejection| panic!("{shown} refused: {rejection:?}"));
        self.take(&somebody(who), events);
        self
    }

    fn take(&mut self, actor: &Actor, events: Vec<OrganisationEvent>) {
        for event in events {
            let Recorded { sequence, at, by, .. } =
                recorded(self.organisation.sequence + 1, self.day, actor, Event::ProjectClosed);
            let recorded = OrganisationRecorded { sequence, at, by, event };
            self.organisation.apply(&recorded).unwrap();
            self.log.push(recorded);
        }
    }

    #[track_caller]
    pub fn refused(&self, who: u8, command: OrganisationCommand, law: u8) -> Rejection {
        let rejection = self.decide(&somebody(who), 0, command).expect_err("refused");
        assert_eq!(rejection.law(), Law(law), "{rejection:?}");
        rejection
    }

    fn tasks(&self) -> Vec<String> {
        let (nobody, calendar) = (Actor::System, Calendar::default());
        let tasks = organisation_tasks(&self.organisation, &self.context(&nobody, &calendar, None));
        tasks.into_iter().map(|task| String::from(task.kind)).collect()
    }

    /// What time makes happen today; each command is refused a second time.
    fn time(&mut self) -> Vec<OrganisationEvent> {
        let (nobody, calendar) = (Actor::System, Calendar::default());
        let commands = due_organisation(&self.organisation, &self.context(&nobody, &calendar, None));
        let mut happened = Vec::new();
        for command in commands {
            let events = self.decide(&nobody, 0, command.clone()).unwrap();
            self.take(&nobody, events.clone());
            assert_eq!(self.decide(&nobody, 0, command).unwrap_err().law(), Law(16));
            happened.extend(events);
        }
        happened
    }

    pub fn folds(&self) {
        assert_eq!(Organisation::fold(self.organisation.id, &self.log).unwrap(), self.organisation);
    }
}

/// A project whose criterion `client-safety` also rests on this evidence, in this organisation.
fn resting_on(kind: &str, provider: &Provider) -> Scenario {
    let mut s = Scenario::exploring();
    let criterion = s.funnel.criteria.iter_mut().find(|c| c.key == criterion("client-safety")).unwrap();
    criterion.asked_at[0].organisation_evidence = vec![EvidenceKey::parse(kind).unwrap()];
    s.organisation = provider.organisation.clone();
    s.given(CARE, submit("risks", 2, &["risks"]));
    s.given(QUALITY, review("risks", "quality", Verdict::Approve));
    s.given(CARE_2, review("risks", "care", Verdict::Approve));
    s.given(ICT, submit("ict-check", 3, &[]));
    s.given(QUALITY, review("ict-check", "quality", Verdict::Approve));
    s.given(ICT_2, in_practice("ict-ready", "ict", Answer::Met));
    s
}

fn safe() -> Command {
    judge("client-safety", "quality", Answer::Met)
}

/// An organisation whose NEN 7510 assessment is sufficient until day 200.
fn assessed() -> Provider {
    let mut p = Provider::new();
    p.given(SECURITY, submitted("nen7510", Some(200))).given(CISO, judged("nen7510", 1, true));
    p
}

#[test]
fn evidence_is_submitted_and_judged_once_by_its_party() {
    let mut p = Provider::new();
    p.refused(CISO, submitted("nen7510", None), 18);
    p.refused(SECURITY, submitted("other", None), 19);
    p.refused(SECURITY, submitted("nen7510@acme", None), 19);
    p.refused(SECURITY, submitted("iso27001", None), 19);
    let empty = OrganisationCommand::SubmitEvidence {
        evidence: evidence("nen7510"),
        text: None,
        files: Vec::new(),
        valid_until: None,
    };
    p.refused(SECURITY, empty, 2);
    assert_eq!(p.refused(CISO, judged("nen7510", 1, true), 17).way_out(), WayOut::Correct);
    p.given(SECURITY, submitted("nen7510", Some(200)));
    assert_eq!(p.tasks(), ["judge_evidence:nen7510"]);
    // Law 5: who submitted it belongs to the judging party and is refused all the same.
    let own = p.refused(SECURITY, judged("nen7510", 1, true), 5);
    assert_eq!(own.way_out(), WayOut::Ask { need: Need::SomebodyElse });
    p.refused(CISO, judged("nen7510", 2, true), 17);
    let mut silent = judged("nen7510", 1, false);
    if let OrganisationCommand::JudgeEvidence { motivation, .. } = &mut silent {
        *motivation = None;
    }
    p.refused(CISO, silent, 10);
    p.given(CISO, judged("nen7510", 1, true));
    assert_eq!(p.organisation.standing(&evidence("nen7510"), moment(200).today), EvidenceStanding::Valid);
    let expired = EvidenceStanding::Expired(moment(200).today);
    assert_eq!(p.organisation.standing(&evidence("nen7510"), moment(201).today), expired);
    p.folds();
}

#[test]
fn the_same_evidence_again_is_not_a_new_revision() {
    let mut p = Provider::new();
    p.given(SECURITY, submitted("nen7510", Some(200)));
    let hash = p.organisation.evidence[&evidence("nen7510")].current.hash.0[0];
    let again = p.decide(&actor(SECURITY), hash, submitted("nen7510", Some(200))).unwrap_err();
    assert_eq!((again.law(), again), (Law(4), Rejection::EvidenceUnchanged { evidence: evidence("nen7510") }));
    assert!(p.decide(&actor(SECURITY), hash, submitted("nen7510", Some(300))).is_ok());
}

#[test]
fn a_judgement_counts_no_longer_than_its_kind_lets_it() {
    let mut p = Provider::new();
    p.given(SECURITY, submitted("nen7510", None)).given(CISO, judged("nen7510", 1, true));
    assert_eq!(p.organisation.evidence[&evidence("nen7510")].valid_until(), Some(moment(365).today));
}

#[test]
fn owners_hear_ahead_that_evidence_expires_once() {
    let mut p = assessed();
    p.day = 139;
    assert!(p.time().is_empty());
    assert_eq!(next_due_organisation(&p.organisation), Some(moment(140).today));
    p.day = 140;
    let events = p.time();
    let valid_until = moment(200).today;
    assert_eq!(events, [OrganisationEvent::ExpiryNoted { evidence: evidence("nen7510"), valid_until }]);
    assert_eq!(p.tasks(), ["submit_evidence:nen7510"]);
    assert!(p.time().is_empty());
    p.refused(ADMIN, OrganisationCommand::NoteExpiry { evidence: evidence("nen7510") }, 18);
}

#[test]
fn met_on_evidence_that_does_not_count_is_refused_and_the_gate_says_so() {
    let mut p = Provider::new();
    let s = resting_on("nen7510", &p);
    let lacks = |standing| Blocker::OrganisationEvidence {
        criterion: criterion("client-safety"),
        party: party("quality"),
        evidence: evidence("nen7510"),
        standing,
    };
    assert_eq!(s.blockers(), [lacks(EvidenceStanding::Missing)]);
    let missing = Rejection::OrganisationEvidenceMissing {
        criterion: criterion("client-safety"),
        evidence: vec![evidence("nen7510")],
    };
    assert_eq!(s.refused(QUALITY, safe(), 11), missing);
    p.given(SECURITY, submitted("nen7510", Some(200)));
    assert_eq!(resting_on("nen7510", &p).blockers(), [lacks(EvidenceStanding::Unjudged)]);
    p.given(CISO, judged("nen7510", 1, false));
    let s = resting_on("nen7510", &p);
    assert_eq!(s.blockers(), [lacks(EvidenceStanding::Insufficient)]);
    s.refused(QUALITY, safe(), 11);
    assert!(s.when(QUALITY, judge("client-safety", "quality", Answer::NotMet)).is_ok());
    p.given(CISO, judged("nen7510", 1, true));
    let mut s = resting_on("nen7510", &p);
    s.given(QUALITY, safe());
    assert_eq!(s.blockers(), []);
}

#[test]
fn a_judgement_freezes_the_evidence_and_is_stale_or_expired_when_it_changes() {
    let mut p = assessed();
    let mut s = resting_on("nen7510", &p);
    s.given(QUALITY, safe());
    let judgement = &s.project.round.as_ref().unwrap().judgements[&criterion("client-safety")][&party("quality")];
    assert_eq!(judgement.organisation[0].revision, 1);
    assert_eq!(judgement.organisation[0].valid_until, Some(moment(200).today));
    s.day = 80;
    assert_eq!(s.blockers(), []);
    p.given(SECURITY, submitted("nen7510", Some(400))).given(CISO, judged("nen7510", 2, true));
    s.organisation = p.organisation.clone();
    let stale = Blocker::JudgementStale { criterion: criterion("client-safety"), party: party("quality") };
    assert_eq!(s.blockers(), [stale]);
    let task = s.tasks().into_iter().find(|t| matches!(t.kind, TaskKind::Judge(..))).unwrap();
    assert!(task.confirmable);
    s.given(QUALITY, confirm("quality", &[], &["client-safety"]));
    assert_eq!(s.blockers(), []);
    // The assessment expires: a year after it was judged.
    s.day = 366;
    let expired = |b: &Blocker| {
        matches!(b, Blocker::OrganisationEvidence { standing: EvidenceStanding::Expired(_), .. }) && b.law() == Law(12)
    };
    assert!(s.blockers().iter().any(expired), "{:?}", s.blockers());
    s.refused(QUALITY, confirm("quality", &[], &["client-safety"]), 11);
}

#[test]
fn a_project_hears_of_changed_evidence_once_for_each_change() {
    let mut p = assessed();
    let mut s = resting_on("nen7510", &p);
    s.given(QUALITY, safe());
    let notes = |s: &Scenario| -> Vec<Command> {
        let commands = due(&s.funnel, &s.project, &s.context(&Actor::System, None));
        commands.into_iter().filter(|c| matches!(c, Command::NoteEvidenceChanged { .. })).collect()
    };
    assert_eq!(notes(&s), []);
    p.given(SECURITY, submitted("nen7510", Some(400)));
    s.organisation = p.organisation.clone();
    let note = Command::NoteEvidenceChanged { evidence: evidence("nen7510"), change: 3 };
    assert_eq!(notes(&s), std::slice::from_ref(&note));
    s.refused(MANAGER, note.clone(), 18);
    let events = s.decide_as(&Actor::System, note.clone().into()).unwrap();
    s.take(&Actor::System, events);
    assert_eq!(s.decide_as(&Actor::System, note.into()).unwrap_err(), Rejection::NothingPassed);
    assert_eq!(notes(&s), []);
    p.given(CISO, judged("nen7510", 2, false));
    s.organisation = p.organisation.clone();
    assert_eq!(notes(&s), [Command::NoteEvidenceChanged { evidence: evidence("nen7510"), change: 4 }]);
    assert_eq!(Project::fold(&s.log).unwrap(), s.project);
}

#[test]
fn a_project_hears_on_the_day_after_that_evidence_ran_out() {
    let p = assessed();
    let mut s = resting_on("nen7510", &p);
    s.given(QUALITY, safe());
    let looks = |s: &Scenario| next_due(&s.funnel, &s.project, &s.context(&Actor::System, None)).unwrap();
    let ended = p.organisation.evidence[&evidence("nen7510")].valid_until().unwrap().next_day().unwrap();
    let first = (0..400).find(|day| moment(*day).today == ended).unwrap();
    let pass = |s: &mut Scenario| {
        for command in due(&s.funnel, &s.project, &s.context(&Actor::System, None)) {
            let events = s.decide_as(&Actor::System, command.into()).unwrap();
            s.take(&Actor::System, events);
        }
    };
    // On its last day all that is late was noted, so that this alone makes time look again.
    s.day = first - 1;
    pass(&mut s);
    assert!(!s.project.evidence_noted.contains_key(&evidence("nen7510")));
    assert_eq!(looks(&s), ended);
    s.day = first;
    pass(&mut s);
    assert!(s.project.evidence_noted.contains_key(&evidence("nen7510")));
}

#[test]
fn the_certificates_of_suppliers_are_judged_once_likewise() {
    let mut p = Provider::new();
    let mut s = resting_on("iso27001", &p);
    s.refused(QUALITY, safe(), 11);
    let suppliers = |names: &[&str]| Command::NameSuppliers {
        suppliers: names.iter().map(|name| SupplierKey::parse(*name).unwrap()).collect(),
    };
    s.refused(CARE, suppliers(&["acme"]), 18);
    s.given(LEAD, suppliers(&["acme", "zorgsoft"]));
    p.given(SECURITY, submitted("iso27001@acme", Some(300))).given(CISO, judged("iso27001@acme", 1, true));
    s.organisation = p.organisation.clone();
    let Rejection::OrganisationEvidenceMissing { evidence: missing, .. } = s.refused(QUALITY, safe(), 11) else { panic!() };
    assert_eq!(missing, [evidence("iso27001@zorgsoft")]);
    s.given(LEAD, suppliers(&["acme"])).given(QUALITY, safe());
    assert_eq!(s.blockers(), []);
    // Another supplier: the answer no longer covers it.
    s.given(LEAD, suppliers(&["acme", "zorgsoft"]));
    assert_eq!(s.blockers().len(), 1);
}

#[test]
fn a_gap_may_be_one_improvement_plan_of_the_board_that_all_gates_show() {
    let mut p = Provider::new();
    p.refused(ADMIN, plan("nen7510", 100), 18);
    p.refused(BOARD, plan("nen7510", 0), 16);
    p.refused(BOARD, plan("nen7510", 1000), 16);
    p.refused(BOARD, plan("other", 100), 19);
    p.given(BOARD, plan("nen7510", 100));
    let mut s = resting_on("nen7510", &p);
    assert_eq!(s.blockers(), [], "the gap is the organisation's condition, also for a legal criterion");
    let in_force = PlanInForce { evidence: evidence("nen7510"), due: moment(100).today };
    assert_eq!(s.readiness().plans, [in_force]);
    let elsewhere = Scenario { organisation: p.organisation.clone(), ..Scenario::start() };
    assert_eq!(elsewhere.readiness().plans.len(), 1, "all gates show it");
    s.refused(QUALITY, safe(), 11);
    assert!(s.when(CHAIR, decide_gate("g1", Outcome::Go)).is_ok());
    s.day = 101;
    assert_eq!(s.readiness().plans, []);
    assert!(s.blockers().iter().any(|b| matches!(b, Blocker::OrganisationEvidence { .. })), "its date passed");
    p.given(SECURITY, submitted("nen7510", None)).given(CISO, judged("nen7510", 1, true));
    assert!(p.organisation.plans.is_empty(), "what is sufficient needs no plan");
    assert_eq!(p.refused(BOARD, plan("nen7510", 100), 3), Rejection::NoGap { evidence: evidence("nen7510") });
    p.organisation.settings.board = None;
    assert_eq!(p.refused(BOARD, plan("nen7510", 100), 3), Rejection::NoBoard);
}

#[test]
fn a_body_may_agree_revocably_to_be_only_informed() {
    let small = When::Not(Box::new(middle_or_more()));
    let mut p = Provider::new();
    p.refused(COUNCIL, agree(small.clone()), 18);
    p.given(COUNCIL_CHAIR, agree(small.clone()));
    let mut s = advice();
    s.organisation = p.organisation.clone();
    let mut large = s.clone();
    large.given(LEAD, open("advice"));
    assert_eq!(large.project.consultations.standing[&1].right, Right::Advice, "it does not cover this project");
    s.given(LEAD, answer_fact("impact", FactValue::Level(level("small"))));
    s.given(QUALITY, confirm_fact("impact", FactValue::Level(level("small"))));
    s.given(LEAD, open("advice"));
    let Event::Consultation { event: ConsultationEvent::Informed { agreement, informed, .. }, .. } =
        &s.log.last().unwrap().event
    else {
        panic!()
    };
    assert_eq!((*agreement, informed.len()), (Some(1), 2));
    assert!(s.readiness().blockers().all(|b| !matches!(b, Blocker::Consultation { .. })));
    let revoke = OrganisationCommand::Revoke { agreement: 1, reason: text(96) };
    p.refused(ADMIN, revoke.clone(), 18);
    p.given(COUNCIL_CHAIR, revoke.clone());
    assert_eq!(p.refused(COUNCIL_CHAIR, revoke, 8), Rejection::NoAgreement { agreement: 1 });
    s.organisation = p.organisation.clone();
    assert!(
        s.readiness().blockers().any(|b| matches!(b, Blocker::Consultation { lacks: ConsultationBlock::NotOpened, .. }))
    );
    s.given(LEAD, open("advice"));
    assert_eq!(s.project.consultations.standing[&2].right, Right::Advice);
    p.folds();
}

#[test]
fn an_agreement_about_what_a_funnel_does_not_ask_covers_nothing() {
    let mut p = Provider::new();
    let unknown = When::Not(Box::new(When::Is(fact("uses_ai"), FactValue::Boolean(true))));
    p.given(COUNCIL_CHAIR, agree(unknown));
    let mut s = advice();
    s.organisation = p.organisation.clone();
    s.given(LEAD, open("advice"));
    assert_eq!(s.project.consultations.standing[&1].right, Right::Advice);
    let long = When::Any(vec![When::Always; limits::AGREEMENT_CONDITIONS]);
    p.refused(COUNCIL_CHAIR, agree(long), 17);
}

#[test]
fn terms_go_by_the_bodys_own_rules_around_its_meetings_and_holidays() {
    let mut p = Provider::new();
    let mut rules = BodyRules { term_days: 15, waiting_days: 40, ..BodyRules::default() };
    let set = |rules: &BodyRules| OrganisationCommand::SetBody { body: party("council"), rules: rules.clone() };
    p.refused(COUNCIL_CHAIR, set(&rules), 18);
    let mut ends = |rules: &BodyRules| {
        p.given(ADMIN, set(rules));
        let mut s = advice();
        s.organisation = p.organisation.clone();
        s.given(LEAD, open("advice"));
        let known = s.project.consultations.standing[&1].clone();
        assert_eq!(known.waiting_days, 40);
        known.term.unwrap().due
    };
    assert_eq!(ends(&rules), moment(21).today, "fifteen working days, where the funnel gives ten");
    rules.recess = vec![(moment(7).today, moment(13).today)];
    assert_eq!(ends(&rules), moment(28).today, "a week of holidays");
    rules.meetings = BTreeSet::from([moment(0).today, moment(10).today]);
    assert_eq!(ends(&rules), moment(28).today, "it meets within the term");
    rules.meetings = BTreeSet::from([moment(36).today, moment(50).today]);
    assert_eq!(ends(&rules), moment(36).today, "it meets later");
}

#[test]
fn bodies_are_consulted_about_a_funnel_or_evidence_in_the_same_room() {
    let mut p = assessed();
    let version = FunnelVersionId(uuid(9));
    p.refused(COUNCIL_CHAIR, consult(About::Funnel(version), Right::Consent), 18);
    p.refused(ADMIN, consult(About::Evidence(evidence("iso27001@acme")), Right::Advice), 17);
    let rules = BodyRules { term_days: 10, coached_by: Some(party("coach")), ..BodyRules::default() };
    p.given(ADMIN, OrganisationCommand::SetBody { body: party("council"), rules });
    p.given(ADMIN, consult(About::Funnel(version), Right::Consent));
    assert_eq!(p.tasks(), ["advise:1"]);
    p.given(COUNCIL, work(1, ConsultationAct::Opine { opinion: text(97) }));
    assert_eq!(p.log.last().unwrap().event.private_to(), Some(&party("council")));
    p.refused(ADMIN, work(1, says(AdviceVerdict::ConsentGiven)), 18);
    assert_eq!(p.organisation.consulted_about(&Exhibit::Funnel(version)).count(), 1);
    p.given(COUNCIL_CHAIR, work(1, says(AdviceVerdict::ConsentWithheld)));
    assert_eq!(p.organisation.consulted_about(&Exhibit::Funnel(version)).count(), 1, "it still waits");
    p.given(ADMIN, work(1, ConsultationAct::Withdraw { reason: text(98) }));
    p.given(ADMIN, consult(About::Evidence(evidence("nen7510")), Right::Advice));
    p.refused(ADMIN, work(2, ConsultationAct::ReviseSummary { summary: None }), 8);
    p.given(SECURITY, submitted("nen7510", Some(300)));
    p.given(ADMIN, work(2, ConsultationAct::ReviseSummary { summary: None }));
    p.day = 12;
    assert!(matches!(
        p.time()[..],
        [OrganisationEvent::Consultation { consultation: 2, event: ConsultationEvent::Reminded }]
    ));
    p.given(COUNCIL_CHAIR, work(2, says(AdviceVerdict::Positive)));
    assert!(p.organisation.consultations.standing.is_empty(), "what is settled is read from the log");
    p.given(ADMIN, consult(About::Funnel(version), Right::Information));
    p.refused(ADMIN, work(3, ConsultationAct::Withdraw { reason: text(98) }), 8);
    p.folds();
}

#[test]
fn only_the_administrator_sets_and_lists_have_limits() {
    let mut p = Provider::new();
    p.refused(CISO, OrganisationCommand::DefineEvidence { kind: kind("other", false) }, 18);
    p.refused(BOARD, OrganisationCommand::SetBoard { party: party("board") }, 18);
    for n in p.organisation.settings.evidence.len()..limits::EVIDENCE_KINDS {
        p.given(ADMIN, OrganisationCommand::DefineEvidence { kind: kind(&format!("kind-{n}"), false) });
    }
    p.refused(ADMIN, OrganisationCommand::DefineEvidence { kind: kind("one-more", false) }, 17);
    p.given(ADMIN, OrganisationCommand::DefineEvidence { kind: kind("nen7510", false) });
    let rules = BodyRules { waiting_days: 1_000, ..BodyRules::default() };
    p.refused(ADMIN, OrganisationCommand::SetBody { body: party("council"), rules }, 17);
}

#[test]
fn a_funnel_says_which_evidence_it_rests_on_without_declaring_it() {
    let mut s = resting_on("nen7510", &Provider::new());
    let nen7510 = EvidenceKey::parse("nen7510").unwrap();
    assert_eq!(s.funnel.undeclared_evidence(), [(&criterion("client-safety"), &nen7510)]);
    s.funnel.evidence.push(kind("nen7510", false));
    assert!(s.funnel.undeclared_evidence().is_empty());
}

#[test]
fn a_log_that_skips_does_not_fold() {
    let p = assessed();
    let skipped = p.log.iter().skip(1);
    assert_eq!(Organisation::fold(p.organisation.id, skipped).unwrap_err(), FoldError::OutOfPlace(2));
}

#[test]
fn the_events_of_organisations_are_written_as_agreed_and_read_back() {
    let rules = BodyRules {
        term_days: 15,
        waiting_days: 30,
        meetings: BTreeSet::from([moment(10).today]),
        recess: vec![(moment(7).today, moment(13).today)],
        coached_by: Some(party("coach")),
    };
    let counted = counted(AnswerRule::Chair, 3);
    let file = FileRef { id: FileId(uuid(4)), hash: Hash([4; 32]), media_type: "application/pdf".into() };
    let (nen7510, acme) = (evidence("nen7510"), evidence("iso27001@acme"));
    let events = [
        OrganisationEvent::EvidenceDefined { kind: kind("nen7510", false) },
        OrganisationEvent::BoardSet { party: party("board") },
        OrganisationEvent::BodySet { body: party("council"), rules },
        OrganisationEvent::SupplierNamed { supplier: SupplierKey::parse("acme").unwrap(), name: text(6) },
        OrganisationEvent::Delegated {
            delegation: 1,
            party: party("council"),
            from: person(3),
            to: person(5),
            first: moment(7).today,
            last: moment(13).today,
        },
        OrganisationEvent::DelegationEnded { delegation: 1 },
        OrganisationEvent::EvidenceSubmitted {
            evidence: acme.clone(),
            revision: 2,
            hash: Hash([5; 32]),
            text: Some(text(1)),
            files: vec![file],
            valid_until: Some(moment(300).today),
            authors: BTreeSet::from([person(3)]),
        },
        OrganisationEvent::EvidenceJudged {
            evidence: acme.clone(),
            revision: 2,
            hash: Hash([5; 32]),
            sufficient: false,
            proof: Proof::Practice,
            motivation: Some(text(2)),
            valid_until: None,
            party: party("ciso"),
            counted,
        },
        OrganisationEvent::PlanAdopted {
            evidence: nen7510.clone(),
            plan: text(3),
            due: moment(100).today,
            party: party("board"),
            counted,
        },
        OrganisationEvent::Agreed {
            agreement: 1,
            body: party("council"),
            when: When::Not(Box::new(middle_or_more())),
            text: text(4),
            counted,
        },
        OrganisationEvent::AgreementRevoked { agreement: 1, reason: text(5) },
        OrganisationEvent::Consultation { consultation: 2, event: ConsultationEvent::Reminded },
        OrganisationEvent::ExpiryNoted { evidence: nen7510.clone(), valid_until: moment(200).today },
    ];
    let mut lines = String::new();
    for (n, event) in events.into_iter().enumerate() {
        let Recorded { sequence, at, by, .. } = recorded(n as u64 + 1, 3, &admin(), Event::ProjectClosed);
        let event = OrganisationRecorded { sequence, at, by, event };
        let line = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<OrganisationRecorded>(&line).unwrap(), event);
        lines.push_str(&line);
        lines.push('\n');
    }
    let frozen = Frozen { evidence: acme, revision: 2, hash: Hash([5; 32]), valid_until: Some(moment(300).today) };
    let in_projects = [
        Event::SuppliersNamed { suppliers: BTreeSet::from([SupplierKey::parse("acme").unwrap()]) },
        Event::EvidenceChanged { evidence: nen7510, change: 4 },
        Event::CriterionJudged {
            gate: gate("g1"),
            round: 2,
            criterion: criterion("client-safety"),
            party: party("quality"),
            answer: Answer::Met,
            proof: Proof::Practice,
            motivation: None,
            rests_on: Vec::new(),
            organisation: vec![frozen],
            confirmed: false,
            counted,
        },
    ];
    for (n, event) in in_projects.into_iter().enumerate() {
        let event = recorded(n as u64 + 1, 3, &actor(7), event);
        let line = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Recorded>(&line).unwrap(), event);
        lines.push_str(&line);
        lines.push('\n');
    }
    expect("organising-events.jsonl", &lines);
    for bad in ["", "NEN", "nen7510@", "nen7510@a@b", "@acme"] {
        assert!(EvidenceId::try_from(bad.to_owned()).is_err(), "{bad:?}");
    }
}

#[test]
fn a_projects_unsolicited_body_may_be_known_to_the_organisation_alone() {
    let mut s = Scenario::ready();
    let request = |s: &Scenario| {
        let command = ConsultationCommand::Request { body: party("steering"), question: text(71) };
        s.when(CHAIR, Command::Consultation { command })
    };
    assert_eq!(request(&s).unwrap_err(), Rejection::NotABody { party: party("steering") });
    s.organisation.settings.bodies.insert(party("steering"), BodyRules { term_days: 5, ..BodyRules::default() });
    assert!(request(&s).is_ok());
    let command = ConsultationCommand::Request { body: party("steering"), question: text(71) };
    s.given(CHAIR, Command::Consultation { command });
    let accept = ConsultationAct::Accept { summary: text(72), documents: Vec::new(), due: None };
    s.given(LEAD, on(1, accept));
    assert_eq!(s.project.consultations.standing[&1].term.unwrap().due, moment(7).today);
}
