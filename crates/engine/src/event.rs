//! What happened. Events are the truth: folding them gives the state, exactly (law 18).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use time::Date;

use crate::ballots::{Choice, Matter};
use crate::changes::ChangeEvent;
use crate::command::{Aftermath, Answer, Outcome, Verdict};
use crate::conditions::ConditionEvent;
use crate::consultation::ConsultationEvent;
use crate::duties::DutyEvent;
use crate::early::EarlyEvent;
use crate::emergency::EmergencyEvent;
use crate::expiries::ExpiryEvent;
use crate::facts::FactValue;
use crate::funnel::{AnswerRule, Proof, Stage};
use crate::ids::{
    ArtefactKey, CriterionKey, DutyKey, FactKey, FieldPath, FunnelVersionId, GateKey, OrganisationId, PartyKey, PersonId,
    PhaseKey, ProjectId, SupplierKey,
};
use crate::moment::Moment;
use crate::organisation::{EvidenceId, Frozen};
use crate::recorded::{Contestable, OnBehalf};
use crate::rollouts::RolloutEvent;
use crate::signals::SignalEvent;
use crate::suspension::UseEvent;
use crate::tasks::TaskKind;
use crate::text::{FileRef, Hash, TextRef};

/// An event as it stands in the log: what happened, when, and through whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recorded {
    /// Position in the project's log; the first is 1.
    pub sequence: u64,
    /// When; never before the event in front of it.
    pub at: Moment,
    /// Through whom.
    pub by: Subject,
    /// What.
    pub event: Event,
}

/// Who stands behind an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A person, in a function.
    Person {
        /// Who.
        id: PersonId,
        /// In which function; stays when the person is erased.
        function: String,
    },
    /// Time.
    System,
}

impl Subject {
    /// The person, if it is one.
    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person { id, .. } => Some(*id),
            Self::System => None,
        }
    }
}

/// The membership that an answer counted, copied so that the answer stays readable when people leave (law 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// By which rule the party answered.
    pub rule: AnswerRule,
    /// How many members it had that could answer.
    pub members: u32,
    /// How many of them gave this answer.
    pub votes: u32,
    /// The absent member in whose place the answer was given, where somebody delegated.
    pub delegated_by: Option<PersonId>,
    /// Whether somebody answered on their own work, where the funnel relaxes four eyes (law 5).
    pub own_work: bool,
}

/// A revision that an answer or decision rested on (law 4).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Of which artefact.
    pub artefact: ArtefactKey,
    /// Its ordinal.
    pub revision: u32,
    /// Its hash.
    pub hash: Hash,
}

/// What happened in a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Event {
    /// A project began. Always the first event.
    ProjectStarted {
        /// Which project.
        project: ProjectId,
        /// Whose.
        organisation: OrganisationId,
        /// What it is called.
        title: TextRef,
        /// What it is about.
        summary: TextRef,
        /// Who leads it.
        lead: PersonId,
        /// On which version of the funnel.
        funnel: FunnelVersionId,
    },
    /// The project came into a phase, and these parties take part from here on (laws 1 and 6).
    PhaseEntered {
        /// Which phase.
        phase: PhaseKey,
        /// The parties invited now.
        involved: Vec<PartyKey>,
    },
    /// A gate opened for the nth time.
    RoundOpened {
        /// Which gate.
        gate: GateKey,
        /// n, from 1.
        round: u32,
        /// The planned date of the decision.
        due: Date,
    },
    /// A recurring gate will open again.
    RoundPlanned {
        /// Which gate.
        gate: GateKey,
        /// On which date.
        on: Date,
    },
    /// A hold ended; the round goes on with a new planned date.
    HoldEnded {
        /// The planned date of the decision.
        due: Date,
    },
    /// Questions about the project were answered.
    FactsAnswered {
        /// Which, and how.
        answers: BTreeMap<FactKey, FactValue>,
    },
    /// A party confirmed an answer (law 5).
    FactConfirmed {
        /// Which.
        fact: FactKey,
        /// The value confirmed.
        value: FactValue,
        /// By which party.
        party: PartyKey,
        /// The membership counted.
        counted: Counted,
    },
    /// An artefact got its next revision.
    RevisionSubmitted {
        /// Which artefact.
        artefact: ArtefactKey,
        /// Its ordinal, from 1.
        revision: u32,
        /// What reviews and judgements name.
        hash: Hash,
        /// How far it is.
        stage: Stage,
        /// The form answers.
        answers: Option<TextRef>,
        /// The files.
        files: Vec<FileRef>,
        /// Everyone who wrote it.
        authors: BTreeSet<PersonId>,
        /// The form fields that changed against the previous revision.
        changed_fields: BTreeSet<FieldPath>,
        /// Whether the files changed.
        files_changed: bool,
        /// Until when the reviewing parties have.
        review_due: Date,
        /// Its last day, where it runs out (law 12).
        valid_until: Option<Date>,
        /// When it was signed, where it is a contract (law 6).
        signed_on: Option<Date>,
    },
    /// A party approved a revision or requested changes.
    RevisionReviewed {
        /// The revision.
        on: Evidence,
        /// By which party.
        party: PartyKey,
        /// The verdict.
        verdict: Verdict,
        /// Why.
        note: Option<TextRef>,
        /// Whether an earlier answer was confirmed instead of given anew.
        confirmed: bool,
        /// The membership counted.
        counted: Counted,
    },
    /// A party answered a criterion.
    CriterionJudged {
        /// At which gate.
        gate: GateKey,
        /// In which round.
        round: u32,
        /// Which criterion.
        criterion: CriterionKey,
        /// By which party.
        party: PartyKey,
        /// The answer.
        answer: Answer,
        /// On paper or in practice.
        proof: Proof,
        /// Why.
        motivation: Option<TextRef>,
        /// The revisions it rests on.
        rests_on: Vec<Evidence>,
        /// The evidence of the organisation it rests on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        organisation: Vec<Frozen>,
        /// Whether an earlier answer was confirmed instead of given anew.
        confirmed: bool,
        /// The membership counted.
        counted: Counted,
    },
    /// Members of a party voted; the party's answer follows when its rule is met (law 7).
    VoteCast {
        /// On what.
        matter: Matter,
        /// Of which party.
        party: PartyKey,
        /// For which answer.
        choice: Choice,
        /// Why.
        note: Option<TextRef>,
        /// The members whose votes these are: the one who acted, and those who delegated to them.
        members: Vec<PersonId>,
        /// The revisions that a vote on a criterion rests on; it does not count for later ones (law 4).
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        rests_on: Vec<Evidence>,
    },
    /// A criterion was set aside for one gate; visible ever after.
    CriterionWaived {
        /// At which gate.
        gate: GateKey,
        /// Which.
        criterion: CriterionKey,
        /// By which party.
        party: PartyKey,
        /// Why.
        reason: TextRef,
        /// The membership counted.
        counted: Counted,
    },
    /// A gate was decided.
    GateDecided {
        /// Which gate.
        gate: GateKey,
        /// In which round.
        round: u32,
        /// How.
        outcome: Outcome,
        /// Why.
        motivation: TextRef,
        /// What was learned, with *stop* (law 13).
        lessons: Option<TextRef>,
        /// By which party.
        party: PartyKey,
        /// The membership counted.
        counted: Counted,
        /// Every revision it rested on.
        rested_on: Vec<Evidence>,
    },
    /// The project ended at a gate without going on.
    ProjectStopped {
        /// The gate that stopped it.
        gate: GateKey,
    },
    /// A body was asked, or spoke (laws 8 and 9).
    Consultation {
        /// Its number, from 1.
        consultation: u32,
        /// What happened.
        event: ConsultationEvent,
    },
    /// The project went out of use for good (law 13).
    ProjectRetired {
        /// The gate that retired it.
        gate: GateKey,
    },
    /// Everything that stopping asks for is done (law 13).
    ProjectClosed,
    /// A stopped project goes on again (law 1).
    ProjectReopened {
        /// The gate that had stopped it.
        gate: GateKey,
        /// Why.
        motivation: TextRef,
        /// By which party.
        party: PartyKey,
        /// The membership counted.
        counted: Counted,
    },
    /// A project that existed already came in, in its real phase (law 1). What it did before is not recorded here.
    ProjectBroughtIn {
        /// In which phase.
        phase: PhaseKey,
        /// Why.
        reason: TextRef,
        /// The phases before it, which are not recorded here.
        unrecorded: Vec<PhaseKey>,
    },
    /// The project went on under another version of its funnel (law 20).
    ProjectMigrated {
        /// From which version.
        from: FunnelVersionId,
        /// To which.
        to: FunnelVersionId,
        /// The phase it is in there.
        phase: PhaseKey,
        /// The parties that take part there from now on.
        involved: Vec<PartyKey>,
        /// Open conditions whose gate is gone, with the gate they block instead.
        blocks: BTreeMap<u32, GateKey>,
        /// Whether the round that is open or planned goes on; otherwise it ends undecided.
        keeps_round: bool,
        /// Consultations that no gate of the new version asks: they end here, and that is the reason.
        lapsed: Vec<u32>,
    },
    /// An overdue condition called an extra decision (law 3).
    ExtraDecisionCalled {
        /// Which condition.
        condition: u32,
        /// Until when it is to be taken.
        due: Date,
    },
    /// The extra decision was taken.
    ExtraDecided {
        /// On which condition.
        condition: u32,
        /// What follows.
        aftermath: Aftermath,
        /// Why.
        motivation: TextRef,
        /// What was learned, with *stop*.
        lessons: Option<TextRef>,
        /// By which party.
        party: PartyKey,
        /// The membership counted.
        counted: Counted,
    },
    /// A condition was imposed, worked on or closed (law 3).
    Condition {
        /// Its number, from 1.
        condition: u32,
        /// What happened.
        event: ConditionEvent,
    },
    /// An answer was recorded on somebody's behalf: who did is the event's own subject (law 14).
    OnBehalf {
        /// The number of the record, from 1; the same for all events of one answer.
        record: u32,
        /// Whose answer, when, and what shows it.
        on_behalf: OnBehalf,
        /// That person's function.
        function: String,
        /// For which party.
        party: PartyKey,
        /// The last day on which it can be contested, where it can.
        contest_until: Option<Date>,
        /// The answer.
        event: Box<Event>,
    },
    /// The suppliers of what the project brings in were named.
    SuppliersNamed {
        /// All of them.
        suppliers: BTreeSet<SupplierKey>,
    },
    /// Evidence of the organisation under this project's answers changed (laws 4 and 12).
    EvidenceChanged {
        /// Which.
        evidence: EvidenceId,
        /// The how manieth change of it.
        change: u32,
    },
    /// What was recorded was contested (law 14).
    RecordContested {
        /// The number of the record.
        record: u32,
        /// What it was.
        what: Vec<Contestable>,
        /// Why.
        reason: TextRef,
    },
    /// A contested decision was looked at anew, and stands.
    DecisionUpheld {
        /// Of which gate.
        gate: GateKey,
        /// In which round.
        round: u32,
        /// Why.
        motivation: TextRef,
        /// By which party.
        party: PartyKey,
        /// The membership counted.
        counted: Counted,
    },
    /// Something was done, or turned out to be done, in or out of order (law 6).
    Early(EarlyEvent),
    /// A document runs out, ran out or was renewed (law 12).
    Expiry {
        /// Which.
        artefact: ArtefactKey,
        /// What happened.
        event: ExpiryEvent,
    },
    /// A recurring duty got its dates or was done (law 12).
    Duty {
        /// Which.
        duty: DutyKey,
        /// What happened.
        event: DutyEvent,
    },
    /// A change in use was reported or closed (law 12).
    Change {
        /// Its number, from 1.
        change: u32,
        /// What happened.
        event: ChangeEvent,
    },
    /// A signal was reported or handled (law 12).
    Signal {
        /// Its number, from 1.
        signal: u32,
        /// What happened.
        event: SignalEvent,
    },
    /// The use was suspended or resumed (law 12).
    Use {
        /// By which party.
        party: PartyKey,
        /// What happened.
        event: UseEvent,
    },
    /// A rollout was planned, checked, started or cancelled (law 12).
    Rollout {
        /// Its number, from 1.
        rollout: u32,
        /// What happened.
        event: RolloutEvent,
    },
    /// Emergency use was allowed or ended (law 15).
    Emergency(EmergencyEvent),
    /// A task's date passed before it was done.
    TaskOverdue {
        /// Which task.
        task: TaskKind,
        /// Its date.
        due: Date,
    },
}

impl Event {
    /// The body whose members and coach alone may see this (law 9). It is left out of everything else: readiness, notices,
    /// the dossier and every export.
    #[must_use]
    pub fn private_to(&self) -> Option<&PartyKey> {
        match self.answer() {
            Self::Consultation { event, .. } => event.private_to(),
            _ => None,
        }
    }

    /// What happened, whoever entered it: the answer itself where it was recorded on somebody's behalf.
    #[must_use]
    pub fn answer(&self) -> &Self {
        match self {
            Self::OnBehalf { event, .. } => event,
            other => other,
        }
    }
}
