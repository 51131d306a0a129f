//! What is in the way of *go*, each with where it is solved.

use async_graphql::SimpleObject;
use time::Date;

use crate::enums::{BlockerKind, ConsultationLack};
use crate::types::evidence::EvidenceName;
use crate::types::funnel::{ArtefactKind, Criterion, Gate, Phase, Spoken};
use crate::types::int;
use crate::types::people::Party;
use crate::types::project::Project;

/// One thing in the way of *go*.
#[derive(SimpleObject)]
pub struct Blocker {
    /// What it is.
    kind: BlockerKind,
    /// The law that makes it one.
    law: i32,
    /// The document, when it is about one.
    artefact: Option<ArtefactKind>,
    /// The criterion, when it is about one.
    criterion: Option<Criterion>,
    /// Whose answer it is about: the party, or the body.
    party: Option<Party>,
    /// The number of the condition, when it is about one.
    condition: Option<i32>,
    /// The number of the consultation, when it is about one that is there.
    consultation: Option<i32>,
    /// Which of the gate's consultations it is about.
    consultation_kind: Option<String>,
    /// What the consultation lacks.
    lacks: Option<ConsultationLack>,
    /// The first day on which the gate may be decided, when a waiting time runs.
    waits_until: Option<Date>,
    /// The number of the change, when it is about one.
    change: Option<i32>,
    /// The number of the signal, when it is about one.
    signal: Option<i32>,
    /// The phase whose work began too early.
    phase: Option<Phase>,
    /// The gate whose decision was contested.
    gate: Option<Gate>,
    /// The evidence of the organisation that is lacking.
    evidence: Option<EvidenceName>,
    /// Whether a conditional go may defer it.
    deferrable: bool,
}

impl Blocker {
    pub(crate) fn of(project: &Project, spoken: &Spoken, gate: Option<&engine::GateKey>, blocker: &engine::Blocker) -> Self {
        use engine::Blocker as B;
        let funnel = &spoken.definition.funnel;
        let deferred = gate.and_then(|gate| funnel.gate(gate)).and_then(|gate| blocker.deferred_as(funnel, gate));
        let (kind, artefact, criterion, party) = subject(blocker);
        let mut shown = Self {
            kind,
            law: i32::from(blocker.law().0),
            artefact: artefact.map(|key| spoken.kind(key)),
            criterion: criterion.and_then(|key| spoken.criterion(key, gate)),
            party: party.map(|key| spoken.party(key)),
            condition: None,
            consultation: None,
            consultation_kind: None,
            lacks: None,
            waits_until: None,
            change: None,
            signal: None,
            phase: None,
            gate: None,
            evidence: None,
            deferrable: deferred.is_some(),
        };
        match blocker {
            B::ConditionOpen { condition } => shown.condition = Some(int(*condition)),
            B::ChangeOpen { change } => shown.change = Some(int(*change)),
            B::SignalOpen { signal } => shown.signal = Some(int(*signal)),
            B::BegunEarly { phase } => shown.phase = Some(spoken.phase(phase)),
            B::DecisionContested { gate, .. } => shown.gate = spoken.gate(gate),
            B::OrganisationEvidence { evidence, .. } => {
                shown.evidence = Some(EvidenceName::of(&project.0.roster, spoken.language, evidence));
            }
            B::Consultation { consultation, kind, lacks, .. } => {
                shown.consultation = consultation.map(int);
                shown.consultation_kind = kind.as_ref().map(ToString::to_string);
                shown.lacks = Some((*lacks).into());
                if let engine::ConsultationBlock::WaitingUntil(until) = lacks {
                    shown.waits_until = Some(*until);
                }
            }
            _ => {}
        }
        shown
    }
}

type Subject<'a> =
    (BlockerKind, Option<&'a engine::ArtefactKey>, Option<&'a engine::CriterionKey>, Option<&'a engine::PartyKey>);

/// The document, the criterion and the party that a blocker is about.
fn subject(blocker: &engine::Blocker) -> Subject<'_> {
    use engine::Blocker as B;
    match blocker {
        B::DocumentMissing { artefact } => (BlockerKind::DocumentMissing, Some(artefact), None, None),
        B::DocumentIsConcept { artefact } => (BlockerKind::DocumentIsConcept, Some(artefact), None, None),
        B::DocumentTooOld { artefact } => (BlockerKind::DocumentTooOld, Some(artefact), None, None),
        B::ReviewOpen { artefact, party } => (BlockerKind::ReviewOpen, Some(artefact), None, Some(party)),
        B::ReviewStale { artefact, party } => (BlockerKind::ReviewStale, Some(artefact), None, Some(party)),
        B::ChangesRequested { artefact, party } => (BlockerKind::ChangesRequested, Some(artefact), None, Some(party)),
        B::JudgementOpen { criterion, party } => (BlockerKind::JudgementOpen, None, Some(criterion), Some(party)),
        B::JudgementStale { criterion, party } => (BlockerKind::JudgementStale, None, Some(criterion), Some(party)),
        B::NotMet { criterion, party } => (BlockerKind::NotMet, None, Some(criterion), Some(party)),
        B::ConditionOpen { .. } => (BlockerKind::ConditionOpen, None, None, None),
        B::DocumentExpired { artefact } => (BlockerKind::DocumentExpired, Some(artefact), None, None),
        B::EvidenceExpired { criterion, party } => (BlockerKind::EvidenceExpired, None, Some(criterion), Some(party)),
        B::ExpiryOpen { artefact } => (BlockerKind::ExpiryOpen, Some(artefact), None, None),
        B::ChangeOpen { .. } => (BlockerKind::ChangeOpen, None, None, None),
        B::SignalOpen { .. } => (BlockerKind::SignalOpen, None, None, None),
        B::UseSuspended { party } => (BlockerKind::UseSuspended, None, None, Some(party)),
        B::SignedEarly { artefact, criterion, party } => {
            (BlockerKind::SignedEarly, Some(artefact), Some(criterion), Some(party))
        }
        B::BegunEarly { .. } => (BlockerKind::BegunEarly, None, None, None),
        B::OrganisationEvidence { criterion, party, .. } => {
            (BlockerKind::OrganisationEvidence, None, Some(criterion), Some(party))
        }
        B::DecisionContested { .. } => (BlockerKind::DecisionContested, None, None, None),
        B::Consultation { body, .. } => (BlockerKind::Consultation, None, None, Some(body)),
    }
}
