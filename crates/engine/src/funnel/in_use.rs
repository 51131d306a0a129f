//! What a funnel says about time and use: validity, contracts, duties, changes, signals, rollouts and emergency use
//! (laws 6, 12 and 15).

use serde::{Deserialize, Serialize};

use super::{Criterion, Funnel, Label};
use crate::ids::{ArtefactKey, ChangeKey, CriterionKey, DutyKey, FieldPath, GateKey, PartyKey, PhaseKey, RolloutCheckKey};
use crate::project::Project;

/// How long a document counts (law 12). The earlier of both ends holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validity {
    /// Days after its submission, the last one included.
    pub days: Option<u16>,
    /// The form field that holds its last day, such as the end of a certificate or contract.
    pub ends_on: Option<FieldPath>,
    /// How many days ahead its writers hear of it.
    pub notice_days: u16,
    /// The phases in which its writers hear of it; none named means every phase. A gate that needs the document sees its
    /// end in whatever phase.
    pub watched_in: Vec<PhaseKey>,
}

/// A document that binds the organisation: it is not signed before this party answered *met* (law 6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contract {
    /// The form field that holds the date of signing.
    pub signed_on: FieldPath,
    /// The criterion that comes first, such as `ict-gereed`.
    pub criterion: CriterionKey,
    /// Whose answer.
    pub party: PartyKey,
}

/// What has to be done again and again while a phase lasts, such as an evaluation or a drill (law 12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// The name in the funnel.
    pub key: DutyKey,
    /// The name on the screen.
    pub name: Label,
    /// While which phase lasts.
    pub phase: PhaseKey,
    /// Who sees to it.
    pub party: PartyKey,
    /// Days between two times; also before the first.
    pub every_days: u16,
    /// The document whose approved new revision is the proof that it was done; the party's own word where none is named.
    pub artefact: Option<ArtefactKey>,
}

/// A kind of change to a product in use, and exactly what it reopens (law 12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeKind {
    /// The name in the funnel.
    pub key: ChangeKey,
    /// The name on the screen.
    pub name: Label,
    /// Documents that need a new approval.
    pub artefacts: Vec<ArtefactKey>,
    /// Criteria that need a new judgement.
    pub criteria: Vec<CriterionKey>,
    /// The party that may close a small change of this kind alone, with its reason.
    pub small_closed_by: Option<PartyKey>,
    /// Working days for the new answers.
    pub term_days: u16,
}

/// What follows when something goes wrong (law 12).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignalRules {
    /// The criteria that a signal reopens, as far as they were asked before.
    pub reopens: Vec<CriterionKey>,
    /// The party that says what was done with a signal.
    pub handled_by: PartyKey,
    /// The parties that may suspend the use at once.
    pub suspended_by: Vec<PartyKey>,
    /// Working days for handling a signal.
    pub term_days: u16,
}

/// A question that must be answered *yes* before a team or location starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RolloutCheck {
    /// The name in the funnel.
    pub key: RolloutCheckKey,
    /// The question.
    pub question: Label,
    /// Who answers it.
    pub party: PartyKey,
}

/// Who may allow use before the gate has decided, and for how long (law 15).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergencyRules {
    /// The party that decides: the board.
    pub decided_by: PartyKey,
    /// The parties that are heard before, on record.
    pub hear: Vec<PartyKey>,
    /// The party that is told the same day: the council.
    pub tell: PartyKey,
    /// Days that the use may last at most, today not counted.
    pub term_days: u16,
}

/// Looking things up.
impl Funnel {
    /// Whether the product is in use in the phase that `project` is in.
    #[must_use]
    pub fn is_live(&self, project: &Project) -> bool {
        self.phase(&project.phase).is_some_and(|phase| phase.live)
    }

    /// A duty.
    #[must_use]
    pub fn duty(&self, key: &DutyKey) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.key == *key)
    }

    /// A kind of change.
    #[must_use]
    pub fn change_kind(&self, key: &ChangeKey) -> Option<&ChangeKind> {
        self.change_kinds.iter().find(|kind| kind.key == *key)
    }

    /// The gate on whose terms a criterion is asked again outside a round: the open one where it asks the criterion, else the
    /// last in the order of the phases that ever opened and asked it. `None` when it was never asked: then there is
    /// nothing to reopen.
    pub(crate) fn asked_last_at(&self, criterion: &Criterion, project: &Project) -> Option<GateKey> {
        let open = project.round.as_ref().map(|round| &round.gate).filter(|gate| criterion.asking(gate).is_some());
        let opened = |gate: &&GateKey| project.rounds.contains_key(*gate) && criterion.asking(gate).is_some();
        let mut gates = self.phases.iter().filter_map(|phase| phase.gate.as_ref().map(|gate| &gate.key));
        open.or_else(|| gates.rfind(opened)).cloned()
    }
}
