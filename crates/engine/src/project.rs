//! The state of one project, and the only place where it changes.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use time::Date;

use crate::ballots::Ballot;
use crate::changes::Changes;
use crate::command::{Answer, Verdict};
use crate::conditions::Conditions;
use crate::consultation::Consultations;
use crate::duties::Recurring;
use crate::early::Early;
use crate::emergency::Emergency;
use crate::event::{Counted, Evidence};
use crate::expiries::Expiries;
use crate::facts::FactValue;
use crate::funnel::{Proof, Stage};
use crate::ids::{
    ArtefactKey, CriterionKey, DutyKey, FactKey, FieldPath, FunnelVersionId, GateKey, OrganisationId, PartyKey, PersonId,
    PhaseKey, ProjectId, SupplierKey,
};
use crate::moment::{Moment, Timestamp};
use crate::organisation::{EvidenceId, Frozen};
use crate::recorded::Records;
use crate::reopened::Reopened;
use crate::rollouts::Rollouts;
use crate::signals::Signals;
use crate::suspension::Suspended;
use crate::tasks::TaskKind;
use crate::text::{FileRef, Hash, TextRef};

/// The state of a project: people's answers and the pinned funnel version, nothing that can be computed from them.
/// Current revisions and the open round only; what came before is read from the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Which project.
    pub id: ProjectId,
    /// Whose.
    pub organisation: OrganisationId,
    /// What it is called.
    pub title: TextRef,
    /// What it is about.
    pub summary: TextRef,
    /// Who leads it.
    pub lead: PersonId,
    /// On which version of the funnel.
    pub funnel: FunnelVersionId,
    /// Whether it still moves.
    pub lifecycle: Lifecycle,
    /// In which phase (law 1).
    pub phase: PhaseKey,
    /// When it came into this phase.
    pub phase_since: Moment,
    /// When each phase was first entered.
    pub entered: BTreeMap<PhaseKey, Moment>,
    /// Since when each party takes part (law 6).
    pub involved: BTreeMap<PartyKey, Moment>,
    /// Answers about the project.
    pub facts: BTreeMap<FactKey, FactAnswer>,
    /// Documents that have a revision.
    pub artefacts: BTreeMap<ArtefactKey, Artefact>,
    /// The open round, unless the phase has no gate or the project is finished.
    pub round: Option<Round>,
    /// How often each gate opened.
    pub rounds: BTreeMap<GateKey, u32>,
    /// What bodies were asked and said (law 8).
    pub consultations: Consultations,
    /// The next opening of a gate that recurs.
    pub planned: Option<PlannedRound>,
    /// Set while the open gate is on hold.
    pub hold: Option<Hold>,
    /// Criteria that were set aside; visible ever after. Of each the last waiver.
    pub waivers: BTreeMap<CriterionKey, Waiver>,
    /// Earlier waivers of the same criteria, each at another gate: they hold there still when the project comes back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waived_before: Vec<(CriterionKey, Waiver)>,
    /// Votes of members that are not yet their party's answer (law 7).
    pub ballots: Vec<Ballot>,
    /// Extra decisions that overdue conditions called, with their dates (law 3).
    pub extra: BTreeMap<u32, Date>,
    /// When everything that stopping or retiring asks for was done (law 13).
    pub closed: Option<Moment>,
    /// The gate that stopped or retired it.
    pub stopped_by: Option<GateKey>,
    /// The phases before it came in here, which are not recorded (law 1).
    pub unrecorded: BTreeSet<PhaseKey>,
    /// What decisions still demand (law 3).
    pub conditions: Conditions,
    /// Who supplies what it brings in.
    pub suppliers: BTreeSet<SupplierKey>,
    /// The last change of the organisation's evidence that was noted, by evidence.
    pub evidence_noted: BTreeMap<EvidenceId, u32>,
    /// What was recorded on behalf of people and can be contested (law 14).
    pub records: Records,
    /// What was done too early (law 6).
    pub early: Early,
    /// What was noted about documents that run out (law 12).
    pub expiries: Expiries,
    /// The recurring duties of this phase (law 12).
    pub duties: BTreeMap<DutyKey, Recurring>,
    /// Open changes in use (law 12).
    pub changes: Changes,
    /// Signals that were not handled (law 12).
    pub signals: Signals,
    /// Answers to what changes, signals and expiries ask again outside a round.
    pub reopened: Reopened,
    /// Who suspended the use; it goes on when nobody does (law 12).
    pub suspended: Suspended,
    /// Teams and locations that are to start.
    pub rollouts: Rollouts,
    /// Use that was allowed before the gate decided (law 15).
    pub emergency: Emergency,
    /// Tasks that were noted as late, with the date they were late for.
    pub overdue: BTreeMap<TaskKind, Date>,
    /// Position of the last event.
    pub sequence: u64,
    /// When the last event happened; time never runs back in a log.
    pub last: Moment,
}

impl Project {
    /// The waiver of a criterion at a gate.
    #[must_use]
    pub fn waiver(&self, criterion: &CriterionKey, gate: &GateKey) -> Option<&Waiver> {
        let before = self.waived_before.iter().filter(|(key, _)| key == criterion).map(|(_, waiver)| waiver);
        self.waivers.get(criterion).into_iter().chain(before).find(|waiver| waiver.gate == *gate)
    }
}

/// Whether a project still moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lifecycle {
    /// Under way.
    Active,
    /// Ended at a gate.
    Stopped,
    /// Out of use for good.
    Retired,
}

/// A round that opens on a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedRound {
    /// Of which gate.
    pub gate: GateKey,
    /// When.
    pub on: Date,
}

/// The open gate waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Since when.
    pub since: Timestamp,
    /// When it is looked at again.
    pub review_on: Date,
}

/// A criterion that was set aside (law 2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// For which gate.
    pub gate: GateKey,
    /// By which party.
    pub party: PartyKey,
    /// Why.
    pub reason: TextRef,
    /// When.
    pub at: Timestamp,
}

/// An answer about the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactAnswer {
    /// What was answered.
    pub value: FactValue,
    /// By whom.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Whether the party named in the funnel confirmed this very value.
    pub confirmed: bool,
}

/// A document in a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Artefact {
    /// The revision that counts.
    pub current: Revision,
    /// Each party's latest review; it stands while it names the current revision.
    pub reviews: BTreeMap<PartyKey, Review>,
    /// For each form field that a criterion names: the revision that last changed it.
    pub changed_in: BTreeMap<FieldPath, u32>,
    /// The revision that last changed the files.
    pub files_changed_in: u32,
}

/// One immutable version of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// Its ordinal, from 1.
    pub number: u32,
    /// What answers name.
    pub hash: Hash,
    /// How far it is.
    pub stage: Stage,
    /// The form answers.
    pub answers: Option<TextRef>,
    /// The files.
    pub files: Vec<FileRef>,
    /// Everyone who wrote it.
    pub authors: BTreeSet<PersonId>,
    /// When it was submitted.
    pub at: Moment,
    /// Until when the reviewing parties have.
    pub review_due: Date,
    /// Its last day, where it runs out (law 12).
    pub valid_until: Option<Date>,
}

/// A party's review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Of which revision.
    pub revision: u32,
    /// Approve or request changes.
    pub verdict: Verdict,
    /// By whom.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub note: Option<TextRef>,
    /// The membership counted.
    pub counted: Counted,
}

/// The open round of a gate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Of which gate.
    pub gate: GateKey,
    /// The how manieth, from 1.
    pub number: u32,
    /// When it opened.
    pub opened: Moment,
    /// The planned date of the decision.
    pub due: Date,
    /// Each party's answers. After rework those of the round before stand here too, to be confirmed (law 4).
    pub judgements: BTreeMap<CriterionKey, BTreeMap<PartyKey, Judgement>>,
}

/// A party's answer on a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// At which gate it was given or last confirmed.
    pub gate: GateKey,
    /// In which round of it.
    pub round: u32,
    /// The answer.
    pub answer: Answer,
    /// On paper or in practice.
    pub proof: Proof,
    /// By whom.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub motivation: Option<TextRef>,
    /// The revisions it rests on.
    pub rests_on: Vec<Evidence>,
    /// The evidence of the organisation it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisation: Vec<Frozen>,
    /// The membership counted.
    pub counted: Counted,
}
