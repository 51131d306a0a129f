//! What the engine says, in words. Each match is exhaustive: a new variant does not compile without its text.

use engine::{
    ArtefactKey, Blocker, ConditionEvent, CriterionKey, Difference, Event, FactKey, FactValue, Funnel, GateKey, Label, Need,
    Outcome, PartyKey, PhaseKey, Rejection, TaskKind, WayOut,
};

use super::dates::written;
use super::{Language, Value, say};

type Arguments<'a> = Vec<(&'static str, Value<'a>)>;

/// A refusal in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What is wrong, why, and what to do: two to four short sentences.
    pub message: String,
    /// The way out alone, for beside a link.
    pub way_out: String,
}

/// A refusal in words.
#[must_use]
pub fn rejection(funnel: &Funnel, rejection: &Rejection, language: Language) -> Said {
    let names = Names { funnel, language };
    let way_out = rejection.way_out();
    let (act, way_arguments) = names.way_out(&way_out);
    Said {
        message: say(language, &format!("rejection-{}", rule(rejection)), &names.rejection(rejection)),
        way_out: say(language, &format!("wayout-{act}"), &way_arguments),
    }
}

/// What is in the way of *go*, in words.
#[must_use]
pub fn blocker(funnel: &Funnel, blocker: &Blocker, language: Language) -> String {
    let (kind, arguments) = Names { funnel, language }.blocker(blocker);
    say(language, &format!("blocker-{kind}"), &arguments)
}

/// What changed since somebody looked, in words.
#[must_use]
pub fn difference(funnel: &Funnel, difference: &Difference, language: Language) -> String {
    let names = Names { funnel, language };
    match difference {
        Difference::Revision { artefact, number, .. } => {
            let revision = number.map_or("none".into(), Value::from);
            say(language, "difference-revision", &[("artefact", names.artefact(artefact)), ("revision", revision)])
        }
        Difference::Round { current, .. } => {
            say(language, "difference-round", &[("round", current.map_or("none".into(), Value::from))])
        }
        Difference::Readiness { .. } => say(language, "difference-readiness", &[]),
    }
}

/// What somebody is asked to do, in words: a verb and a thing.
#[must_use]
pub fn task(funnel: &Funnel, task: &TaskKind, language: Language) -> String {
    let names = Names { funnel, language };
    match task {
        TaskKind::AnswerFact(fact) => say(language, "task-answer_fact", &[("fact", names.fact(fact))]),
        TaskKind::ConfirmFact(fact) => say(language, "task-confirm_fact", &[("fact", names.fact(fact))]),
        TaskKind::Submit(artefact) => say(language, "task-submit", &[("artefact", names.artefact(artefact))]),
        TaskKind::Review(artefact, _) => say(language, "task-review", &[("artefact", names.artefact(artefact))]),
        TaskKind::Judge(criterion, _) => say(language, "task-judge", &[("criterion", names.criterion(criterion))]),
        TaskKind::Decide(gate) => say(language, "task-decide", &[("gate", names.gate(gate))]),
        TaskKind::DecideExtra(number) => say(language, "task-decide_extra", &[("condition", (*number).into())]),
        TaskKind::MeetCondition(number) => say(language, "task-meet_condition", &[("condition", (*number).into())]),
        TaskKind::AcceptCondition(number) => say(language, "task-accept_condition", &[("condition", (*number).into())]),
    }
}

/// An outcome in words. `phase` is the name of the phase it leads to; `here` whether that is the phase the gate closes.
#[must_use]
pub fn outcome(outcome: &Outcome, phase: &str, here: bool, language: Language) -> String {
    match outcome {
        Outcome::Stop => say(language, "outcome-stop", &[]),
        Outcome::Rework { .. } if here => say(language, "outcome-rework_here", &[]),
        Outcome::Rework { .. } => say(language, "outcome-rework", &[("phase", phase.into())]),
        Outcome::Hold { .. } => say(language, "outcome-hold", &[]),
        Outcome::ConditionalGo if phase.is_empty() => say(language, "outcome-conditional_go_retire", &[]),
        Outcome::ConditionalGo => say(language, "outcome-conditional_go", &[("phase", phase.into())]),
        Outcome::Go if phase.is_empty() => say(language, "outcome-go_retire", &[]),
        Outcome::Go => say(language, "outcome-go", &[("phase", phase.into())]),
    }
}

/// The id of the sentence that tells an event in a timeline. Its variables are `$who` and what the event names:
/// `$party`, `$artefact`, `$revision`, `$criterion`, `$answer`, `$verdict`, `$gate`, `$round`, `$outcome`, `$phase`,
/// `$parties` (`none` when empty), `$fact`, `$count`, `$task`, `$date`.
#[must_use]
pub fn event_id(event: &Event) -> &'static str {
    match event {
        Event::ProjectStarted { .. } => "event-project_started",
        Event::PhaseEntered { .. } => "event-phase_entered",
        Event::RoundOpened { .. } => "event-round_opened",
        Event::FactsAnswered { .. } => "event-facts_answered",
        Event::FactConfirmed { .. } => "event-fact_confirmed",
        Event::RevisionSubmitted { .. } => "event-revision_submitted",
        Event::RevisionReviewed { confirmed: true, .. } => "event-revision_reviewed-confirmed",
        Event::RevisionReviewed { .. } => "event-revision_reviewed",
        Event::CriterionJudged { confirmed: true, .. } => "event-criterion_judged-confirmed",
        Event::CriterionJudged { .. } => "event-criterion_judged",
        Event::GateDecided { .. } => "event-gate_decided",
        Event::ProjectStopped { .. } => "event-project_stopped",
        Event::RoundPlanned { .. } => "event-round_planned",
        Event::HoldEnded { .. } => "event-hold_ended",
        Event::VoteCast { .. } => "event-vote_cast",
        Event::CriterionWaived { .. } => "event-criterion_waived",
        Event::ProjectRetired { .. } => "event-project_retired",
        Event::ProjectClosed => "event-project_closed",
        Event::ProjectReopened { .. } => "event-project_reopened",
        Event::ProjectBroughtIn { .. } => "event-project_brought_in",
        Event::ProjectMigrated { .. } => "event-project_migrated",
        Event::ExtraDecisionCalled { .. } => "event-extra_decision_called",
        Event::ExtraDecided { .. } => "event-extra_decided",
        Event::Condition { event, .. } => match event {
            ConditionEvent::Opened { .. } => "event-condition_opened",
            ConditionEvent::Reported { .. } => "event-condition_reported",
            ConditionEvent::Accepted { .. } => "event-condition_accepted",
            ConditionEvent::SentBack { .. } => "event-condition_sent_back",
            ConditionEvent::Postponed { .. } => "event-condition_postponed",
        },
        Event::TaskOverdue { .. } => "event-task_overdue",
    }
}

/// Names in a row: *a, b and c* (`word` is `and`) or *a, b or c* (`or`).
#[must_use]
pub fn list<S: AsRef<str>>(language: Language, word: &str, names: &[S]) -> String {
    let Some((last, others)) = names.split_last() else { return String::new() };
    if others.is_empty() {
        return last.as_ref().to_owned();
    }
    let others: Vec<&str> = others.iter().map(AsRef::as_ref).collect();
    format!("{} {} {}", others.join(", "), say(language, &format!("list-{word}"), &[]), last.as_ref())
}

/// The names that a funnel gives to its keys, in one language. An unknown key is its own name.
#[derive(Clone, Copy)]
struct Names<'a> {
    funnel: &'a Funnel,
    language: Language,
}

impl<'a> Names<'a> {
    fn name(&self, label: Option<&'a Label>, key: &'a str) -> Value<'a> {
        label.map_or(key, |label| self.language.of(label)).into()
    }

    fn artefact(&self, key: &'a ArtefactKey) -> Value<'a> {
        self.name(self.funnel.artefact(key).map(|a| &a.name), key.as_str())
    }

    fn criterion(&self, key: &'a CriterionKey) -> Value<'a> {
        self.name(self.funnel.criterion(key).map(|c| &c.question), key.as_str())
    }

    fn fact(&self, key: &'a FactKey) -> Value<'a> {
        self.name(self.funnel.fact(key).map(|f| &f.question), key.as_str())
    }

    fn gate(&self, key: &'a GateKey) -> Value<'a> {
        self.name(self.funnel.gate(key).map(|g| &g.name), key.as_str())
    }

    fn party(&self, key: &'a PartyKey) -> Value<'a> {
        self.name(self.funnel.party(key).map(|p| &p.name), key.as_str())
    }

    fn phase(&self, key: &'a PhaseKey) -> Value<'a> {
        self.name(self.funnel.phase(key).map(|p| &p.name), key.as_str())
    }

    /// `or` and `and` rows; empty lists are `none`, for which texts may have their own sentence.
    fn row(&self, word: &str, values: impl Iterator<Item = Value<'a>>) -> Value<'a> {
        let names: Vec<String> = values
            .map(|value| match value {
                Value::Text(text) => text.into_owned(),
                Value::Number(number) => number.to_string(),
            })
            .collect();
        if names.is_empty() { "none".into() } else { list(self.language, word, &names).into() }
    }

    fn artefacts(&self, keys: &'a [ArtefactKey]) -> Value<'a> {
        self.row("and", keys.iter().map(|key| self.artefact(key)))
    }

    fn parties(&self, keys: &'a [PartyKey]) -> Value<'a> {
        self.row("or", keys.iter().map(|key| self.party(key)))
    }

    fn fact_value(&self, value: &'a FactValue) -> Value<'a> {
        match value {
            FactValue::Boolean(true) => say(self.language, "value-yes", &[]).into(),
            FactValue::Boolean(false) => say(self.language, "value-no", &[]).into(),
            FactValue::Amount(amount) => amount.to_string().into(),
            FactValue::Level(level) => level.as_str().into(),
        }
    }

    fn need(&self, need: &'a Need) -> Value<'a> {
        let (id, arguments): (_, Arguments<'_>) = match need {
            Need::Person => ("need-person", vec![]),
            Need::InnovationManager => ("need-innovation_manager", vec![]),
            Need::Lead => ("need-lead", vec![]),
            Need::Member(parties) => ("need-member", vec![("parties", self.parties(parties))]),
            Need::Chair(party) => ("need-chair", vec![("party", self.party(party))]),
            Need::ChairOrMember(party, parties) => {
                ("need-chair_or_member", vec![("party", self.party(party)), ("parties", self.parties(parties))])
            }
            Need::Administrator => ("need-administrator", vec![]),
            Need::LeadOrPerson(_) => ("need-lead_or_owner", vec![]),
            Need::LeadOrMember(parties) if parties.is_empty() => ("need-lead_only", vec![]),
            Need::LeadOrMember(parties) => ("need-lead_or_member", vec![("parties", self.parties(parties))]),
            Need::SomebodyElse => ("need-somebody_else", vec![]),
            Need::System => ("need-system", vec![]),
        };
        say(self.language, id, &arguments).into()
    }

    fn way_out(&self, way_out: &'a WayOut) -> (&'static str, Arguments<'a>) {
        match way_out {
            WayOut::Ask { need } => ("ask", vec![("need", self.need(need))]),
            WayOut::Submit { artefacts } => ("submit", vec![("artefacts", self.artefacts(artefacts))]),
            WayOut::ClearBlockers => ("clear_blockers", vec![]),
            WayOut::Correct => ("correct", vec![]),
            WayOut::None => ("none", vec![]),
        }
    }

    fn blocker(&self, blocker: &'a Blocker) -> (&'static str, Arguments<'a>) {
        let document = |artefact| vec![("artefact", self.artefact(artefact))];
        let review = |artefact, party| vec![("artefact", self.artefact(artefact)), ("party", self.party(party))];
        let judgement = |criterion, party| vec![("criterion", self.criterion(criterion)), ("party", self.party(party))];
        match blocker {
            Blocker::DocumentMissing { artefact } => ("document_missing", document(artefact)),
            Blocker::DocumentIsConcept { artefact } => ("document_is_concept", document(artefact)),
            Blocker::DocumentTooOld { artefact } => ("document_too_old", document(artefact)),
            Blocker::ReviewOpen { artefact, party } => ("review_open", review(artefact, party)),
            Blocker::ReviewStale { artefact, party } => ("review_stale", review(artefact, party)),
            Blocker::ChangesRequested { artefact, party } => ("changes_requested", review(artefact, party)),
            Blocker::JudgementOpen { criterion, party } => ("judgement_open", judgement(criterion, party)),
            Blocker::JudgementStale { criterion, party } => ("judgement_stale", judgement(criterion, party)),
            Blocker::NotMet { criterion, party } => ("not_met", judgement(criterion, party)),
            Blocker::ConditionOpen { condition } => ("condition_open", vec![("condition", (*condition).into())]),
        }
    }

    fn rejection(&self, rejection: &'a Rejection) -> Arguments<'a> {
        match rejection {
            Rejection::ProjectFinished { .. }
            | Rejection::LeadDecidesAlone
            | Rejection::OutcomeTakesNoConditions
            | Rejection::NothingDeferred { .. }
            | Rejection::LessonsNeeded
            | Rejection::NotStopped
            | Rejection::NoRoundPlanned
            | Rejection::NotOnHold
            | Rejection::VersionNotUsable
            | Rejection::MotivationNeeded
            | Rejection::NotOverdue => vec![],
            Rejection::OwnRevision { artefact }
            | Rejection::UnknownArtefact { artefact }
            | Rejection::NothingSubmitted { artefact }
            | Rejection::NothingChanged { artefact }
            | Rejection::FormNeeded { artefact }
            | Rejection::NoForm { artefact }
            | Rejection::FileNeeded { artefact } => vec![("artefact", self.artefact(artefact))],
            Rejection::OwnEvidenceAlone { criterion }
            | Rejection::UnknownCriterion { criterion }
            | Rejection::NotApplicableNotAllowed { criterion }
            | Rejection::RestsOnMore { criterion }
            | Rejection::LegalNeverWaived { criterion }
            | Rejection::NotWaivable { criterion }
            | Rejection::PracticeDemanded { criterion } => vec![("criterion", self.criterion(criterion))],
            Rejection::UnknownFact { fact }
            | Rejection::FactIsDerived { fact }
            | Rejection::FactNeedsNoConfirmation { fact }
            | Rejection::OwnFact { fact } => vec![("fact", self.fact(fact))],
            Rejection::PartyNotInvolved { party } => vec![("party", self.party(party))],
            Rejection::NotAReviewer { party, artefact } => {
                vec![("party", self.party(party)), ("artefact", self.artefact(artefact))]
            }
            Rejection::NotAsked { criterion, party } => {
                vec![("criterion", self.criterion(criterion)), ("party", self.party(party))]
            }
            Rejection::NotPermitted { need } => vec![("need", self.need(need))],
            Rejection::NotReady { blockers }
            | Rejection::NotDeferrable { blockers }
            | Rejection::ConditionMissing { blockers } => vec![("count", blockers.len().into())],
            Rejection::ConditionNotOpen { condition }
            | Rejection::ConditionNotReported { condition }
            | Rejection::OwnReport { condition }
            | Rejection::NoExtraDecision { condition } => vec![("condition", (*condition).into())],
            Rejection::BlocksNoLaterGate { gate, later } => {
                let later = self.row("or", later.iter().map(|gate| self.gate(gate)));
                vec![("gate", self.gate(gate)), ("gates", later)]
            }
            Rejection::ReopenTarget { to, allowed } => {
                let phases = self.row("or", allowed.iter().map(|phase| self.phase(phase)));
                vec![("phase", self.phase(to)), ("phases", phases)]
            }
            Rejection::DateNotAhead { date, days } => {
                vec![("date", written(self.language, *date, *date).into()), ("most", (*days).into())]
            }
            Rejection::QuorumImpossible { party, needed, members } => {
                vec![("party", self.party(party)), ("needed", (*needed).into()), ("members", (*members).into())]
            }
            Rejection::UnknownPhase { phase } | Rejection::PhaseGone { phase } => vec![("phase", self.phase(phase))],
            Rejection::GateNotOpen { gate, open } => {
                let open = open.as_ref().map_or("none".into(), |open| self.gate(open));
                vec![("gate", self.gate(gate)), ("open", open)]
            }
            Rejection::ReworkTarget { to, allowed } => {
                let phases = self.row("or", allowed.iter().map(|phase| self.phase(phase)));
                vec![("phase", self.phase(to)), ("phases", phases)]
            }
            Rejection::FactType { fact, levels } => {
                let levels = self.row("or", levels.iter().map(|level| level.as_str().into()));
                vec![("fact", self.fact(fact)), ("levels", levels)]
            }
            Rejection::FactAnswer { fact, current } => {
                let value = current.as_ref().map_or("none".into(), |value| self.fact_value(value));
                vec![("fact", self.fact(fact)), ("value", value)]
            }
            Rejection::TooManyFiles { artefact, at_most } => {
                vec![("artefact", self.artefact(artefact)), ("most", (*at_most).into())]
            }
            Rejection::FileTypeNotAllowed { artefact, media_type, allowed } => {
                let kinds = self.row("or", allowed.iter().map(|kind| kind.as_str().into()));
                vec![("artefact", self.artefact(artefact)), ("found", media_type.into()), ("kinds", kinds)]
            }
            Rejection::EvidenceMissing { criterion, artefacts } => {
                vec![("criterion", self.criterion(criterion)), ("artefacts", self.artefacts(artefacts))]
            }
            Rejection::NothingToConfirm { artefacts, criteria } => {
                let artefacts = artefacts.iter().map(|artefact| self.artefact(artefact));
                let subjects = artefacts.chain(criteria.iter().map(|criterion| self.criterion(criterion)));
                vec![("subjects", self.row("and", subjects))]
            }
            Rejection::ListLength { count, limit } => vec![("count", (*count).into()), ("most", (*limit).into())],
        }
    }
}

/// The rule of a refusal, as in the API: the tag under which it is written.
fn rule(rejection: &Rejection) -> String {
    let written = serde_json::to_value(rejection).unwrap_or_default();
    written["rule"].as_str().unwrap_or_default().to_owned()
}
