//! What people can ask of a project.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use time::Date;

use crate::changes::ChangeAct;
use crate::conditions::{ConditionAct, Demand};
use crate::consultation::ConsultationCommand;
use crate::duties::DutyAct;
use crate::emergency::EmergencyAct;
use crate::facts::FactValue;
use crate::funnel::{Proof, Stage};
use crate::ids::{
    ArtefactKey, CriterionKey, DutyKey, FactKey, FunnelVersionId, GateKey, PartyKey, PersonId, PhaseKey, SupplierKey,
};
use crate::organisation::EvidenceId;
use crate::recorded::OnBehalf;
use crate::rollouts::RolloutAct;
use crate::signals::SignalAct;
use crate::suspension::UseAct;
use crate::tasks::TaskKind;
use crate::text::{FileRef, TextRef};

/// Starts a project. `T` is the text people typed: plain text in a request, [`TextRef`] once it is stored beside the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartProject<T = TextRef> {
    /// What the project is called.
    pub title: T,
    /// What it is about, in a few plain sentences.
    pub summary: T,
    /// Who leads it.
    pub lead: PersonId,
    /// The version of the funnel it runs on until migrated (law 20).
    pub funnel: FunnelVersionId,
    /// Set when the project exists already and does not start in the first phase.
    pub bring_in: Option<BringIn<T>>,
}

/// A request to change a project. `T` as in [`StartProject`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command<T = TextRef> {
    /// Answers questions about the project.
    AnswerFacts {
        /// Which, and how.
        answers: BTreeMap<FactKey, FactValue>,
    },
    /// The party named in the funnel confirms answers that switch requirements off (law 5), in one act.
    ConfirmFacts {
        /// Which, with the value that the confirming person saw of each.
        facts: BTreeMap<FactKey, FactValue>,
    },
    /// Submits the draft of an artefact as its next revision.
    SubmitRevision {
        /// Which artefact.
        artefact: ArtefactKey,
        /// How far it is.
        stage: Stage,
        /// The form answers as canonical JSON, where the kind has a form.
        answers: Option<T>,
        /// The files.
        files: Vec<FileRef>,
    },
    /// A party approves the current revision or requests changes.
    ReviewRevision {
        /// Of which artefact.
        artefact: ArtefactKey,
        /// For which party.
        party: PartyKey,
        /// Approve or request changes.
        verdict: Verdict,
        /// Why; needed when changes are requested.
        note: Option<T>,
        /// The party's answers on criteria that rest on this document alone, given in the same act (law 7).
        answers: Vec<Answered<T>>,
    },
    /// A party answers a criterion in the open round.
    JudgeCriterion {
        /// Which criterion.
        criterion: CriterionKey,
        /// For which party.
        party: PartyKey,
        /// The answer.
        answer: Answer,
        /// On paper or in practice (law 11).
        proof: Proof,
        /// Why; needed unless the answer is *met*.
        motivation: Option<T>,
    },
    /// A party stands by earlier answers although what they rested on changed (law 4); many in one act.
    ConfirmAnswers {
        /// For which party.
        party: PartyKey,
        /// Reviews to repeat on the current revision.
        artefacts: Vec<ArtefactKey>,
        /// Judgements to repeat on the current evidence.
        criteria: Vec<CriterionKey>,
    },
    /// The deciding party closes the round with an outcome.
    DecideGate {
        /// Which gate.
        gate: GateKey,
        /// The outcome.
        outcome: Outcome,
        /// Why.
        motivation: T,
        /// What was learned; needed with *stop* (law 13).
        lessons: Option<T>,
        /// What *conditional go* still demands (law 3); none with another outcome.
        conditions: Vec<NewCondition<T>>,
    },
    /// Sets a criterion aside at the open gate (law 2).
    WaiveCriterion {
        /// Which.
        criterion: CriterionKey,
        /// Why.
        reason: T,
    },
    /// Opens the round of a gate that recurs: on its date by the system, or earlier by the lead.
    OpenRound,
    /// Ends a hold: on its review date by the system, or earlier by a person.
    EndHold,
    /// An overdue condition in use asks for a decision (law 3); only the system sends this.
    CallExtraDecision {
        /// Which condition.
        condition: u32,
    },
    /// Decides what an overdue condition leads to (law 3).
    DecideExtra {
        /// Which condition.
        condition: u32,
        /// What follows.
        aftermath: Aftermath,
        /// Why.
        motivation: T,
        /// What was learned; needed with *stop* (law 13).
        lessons: Option<T>,
    },
    /// A stopped project goes on again (law 1).
    ReopenProject {
        /// In which phase; no later than the one it left.
        phase: PhaseKey,
        /// Why.
        motivation: T,
    },
    /// The project goes on under another version of its funnel (law 20).
    MigrateProject {
        /// Which version.
        to: FunnelVersionId,
        /// The phase it is in there; needed where its present phase is gone.
        phase: Option<PhaseKey>,
    },
    /// Asks a body, answers it, or speaks for it (laws 8 and 9).
    Consultation {
        /// What is done.
        command: ConsultationCommand<T>,
    },
    /// Works on an open condition (law 3).
    Condition {
        /// Its number.
        condition: u32,
        /// What is done with it.
        act: ConditionAct<T>,
    },
    /// Enters what somebody answered in a meeting, on paper or by phone (law 14): a review, a judgement, a confirmation, a
    /// decision, what a body says, or a conversation with it.
    OnBehalf {
        /// Whose answer, when, and what shows it.
        on_behalf: OnBehalf<T>,
        /// The answer.
        command: Box<Command<T>>,
    },
    /// Says who supplies what the project brings in: criteria rest on their certificates too.
    NameSuppliers {
        /// All of them.
        suppliers: BTreeSet<SupplierKey>,
    },
    /// Evidence of the organisation under this project's answers changed; only the system sends this, once for each change.
    NoteEvidenceChanged {
        /// Which.
        evidence: EvidenceId,
        /// The how manieth change of it.
        change: u32,
    },
    /// Contests what was recorded on one's behalf (law 14).
    Contest {
        /// The number of the record.
        record: u32,
        /// Why.
        reason: T,
    },
    /// The new look at a contested decision: it stands (law 14).
    UpholdDecision {
        /// Of which gate.
        gate: GateKey,
        /// Why.
        motivation: T,
    },
    /// Says when the work of a phase began (law 6).
    ReportWork {
        /// Of which phase.
        phase: PhaseKey,
        /// When; not in the future.
        began_on: Date,
        /// What began.
        note: T,
    },
    /// Works on a recurring duty (law 12).
    Duty {
        /// Which.
        duty: DutyKey,
        /// What is done with it.
        act: DutyAct<T>,
    },
    /// Reports or closes a change in use (law 12).
    Change(ChangeAct<T>),
    /// Reports or handles a signal (law 12).
    Signal(SignalAct<T>),
    /// Suspends or resumes the use (law 12).
    Use {
        /// For which party.
        party: PartyKey,
        /// Which of the two.
        act: UseAct<T>,
    },
    /// Plans, checks, starts or cancels a rollout (law 12).
    Rollout(RolloutAct<T>),
    /// Allows or ends emergency use (law 15).
    Emergency(EmergencyAct<T>),
    /// Time makes a document run out (law 12); only the system sends this.
    NoteExpiry {
        /// Which document.
        artefact: ArtefactKey,
    },
    /// Time makes a task late (law 16); only the system sends this.
    NoteOverdue {
        /// Which task.
        task: TaskKind,
    },
}

impl<T> Command<T> {
    /// Replaces every text by what `store` makes of it; used to put texts beside the log before deciding.
    pub fn map_text<U>(self, mut store: impl FnMut(T) -> U) -> Command<U> {
        self.mapped(&mut store)
    }

    /// The same, for a command inside a command.
    fn mapped<U>(self, store: &mut dyn FnMut(T) -> U) -> Command<U> {
        match self {
            Self::AnswerFacts { answers } => Command::AnswerFacts { answers },
            Self::ConfirmFacts { facts } => Command::ConfirmFacts { facts },
            Self::SubmitRevision { artefact, stage, answers, files } => {
                Command::SubmitRevision { artefact, stage, answers: answers.map(store), files }
            }
            Self::ReviewRevision { artefact, party, verdict, note, answers } => Command::ReviewRevision {
                artefact,
                party,
                verdict,
                note: note.map(&mut *store),
                answers: answers.into_iter().map(|answered| answered.map_text(&mut *store)).collect(),
            },
            Self::JudgeCriterion { criterion, party, answer, proof, motivation } => {
                Command::JudgeCriterion { criterion, party, answer, proof, motivation: motivation.map(store) }
            }
            Self::ConfirmAnswers { party, artefacts, criteria } => Command::ConfirmAnswers { party, artefacts, criteria },
            Self::DecideGate { gate, outcome, motivation, lessons, conditions } => Command::DecideGate {
                gate,
                outcome,
                motivation: store(motivation),
                lessons: lessons.map(&mut *store),
                conditions: conditions.into_iter().map(|condition| condition.map_text(&mut *store)).collect(),
            },
            Self::WaiveCriterion { criterion, reason } => Command::WaiveCriterion { criterion, reason: store(reason) },
            Self::OpenRound => Command::OpenRound,
            Self::EndHold => Command::EndHold,
            Self::CallExtraDecision { condition } => Command::CallExtraDecision { condition },
            Self::DecideExtra { condition, aftermath, motivation, lessons } => {
                Command::DecideExtra { condition, aftermath, motivation: store(motivation), lessons: lessons.map(store) }
            }
            Self::Consultation { command } => Command::Consultation { command: command.map_text(store) },
            Self::ReopenProject { phase, motivation } => Command::ReopenProject { phase, motivation: store(motivation) },
            Self::MigrateProject { to, phase } => Command::MigrateProject { to, phase },
            Self::Condition { condition, act } => Command::Condition { condition, act: act.map_text(store) },
            Self::OnBehalf { on_behalf, command } => {
                Command::OnBehalf { on_behalf: on_behalf.map_text(store), command: Box::new(command.mapped(store)) }
            }
            Self::NameSuppliers { suppliers } => Command::NameSuppliers { suppliers },
            Self::NoteEvidenceChanged { evidence, change } => Command::NoteEvidenceChanged { evidence, change },
            Self::Contest { record, reason } => Command::Contest { record, reason: store(reason) },
            Self::UpholdDecision { gate, motivation } => Command::UpholdDecision { gate, motivation: store(motivation) },
            Self::ReportWork { phase, began_on, note } => Command::ReportWork { phase, began_on, note: store(note) },
            Self::Duty { duty, act } => Command::Duty { duty, act: act.map_text(store) },
            Self::Change(act) => Command::Change(act.map_text(store)),
            Self::Signal(act) => Command::Signal(act.map_text(store)),
            Self::Use { party, act } => Command::Use { party, act: act.map_text(store) },
            Self::Rollout(act) => Command::Rollout(act.map_text(store)),
            Self::Emergency(act) => Command::Emergency(act.map_text(store)),
            Self::NoteExpiry { artefact } => Command::NoteExpiry { artefact },
            Self::NoteOverdue { task } => Command::NoteOverdue { task },
        }
    }
}

impl<T> StartProject<T> {
    /// Replaces every text by what `store` makes of it.
    pub fn map_text<U>(self, mut store: impl FnMut(T) -> U) -> StartProject<U> {
        StartProject {
            title: store(self.title),
            summary: store(self.summary),
            lead: self.lead,
            funnel: self.funnel,
            bring_in: self.bring_in.map(|bring_in| bring_in.map_text(&mut store)),
        }
    }
}

/// A party's answer on a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Goedkeuren.
    Approve,
    /// Aanpassing vragen.
    RequestChanges,
}

/// A party's answer on a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Voldoet.
    Met,
    /// Voldoet niet.
    NotMet,
    /// Niet van toepassing; only where the funnel allows it.
    NotApplicable,
}

/// How a round ends. The engine offers them in this order and never chooses (law 10).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nee, stoppen.
    Stop,
    /// Terug: eerst …
    Rework {
        /// The phase to go back to; the current one to stay and try again.
        to: PhaseKey,
    },
    /// Even wachten: the round stays open, nothing is asked until the review date.
    Hold {
        /// When it is looked at again.
        review_on: Date,
    },
    /// Ja, mits: what is missing becomes conditions (law 3).
    ConditionalGo,
    /// Ja, doorgaan.
    Go,
}

/// What follows when a condition is overdue while the product is in use (law 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aftermath {
    /// The use goes on; the condition gets a new date.
    GoOn {
        /// Which.
        due: Date,
    },
    /// The use is paused.
    Pause,
    /// The project stops.
    Stop,
}

/// An answer on a criterion that goes with a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered<T = TextRef> {
    /// Which criterion.
    pub criterion: CriterionKey,
    /// The answer.
    pub answer: Answer,
    /// On paper or in practice (law 11).
    pub proof: Proof,
    /// Why; needed unless the answer is *met*.
    pub motivation: Option<T>,
}

impl<T> Answered<T> {
    fn map_text<U>(self, store: impl FnMut(T) -> U) -> Answered<U> {
        let Self { criterion, answer, proof, motivation } = self;
        Answered { criterion, answer, proof, motivation: motivation.map(store) }
    }
}

/// A condition that a decision imposes (law 3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewCondition<T = TextRef> {
    /// What is demanded.
    pub demand: Demand,
    /// In words; needed where the demand is only agreed.
    pub text: Option<T>,
    /// Who sees to it.
    pub owner: PersonId,
    /// By when.
    pub due: Date,
    /// The later gate that it blocks; the next one when none is named.
    pub blocks: Option<GateKey>,
}

impl<T> NewCondition<T> {
    fn map_text<U>(self, store: impl FnMut(T) -> U) -> NewCondition<U> {
        let Self { demand, text, owner, due, blocks } = self;
        NewCondition { demand, text: text.map(store), owner, due, blocks }
    }
}

/// Brings an existing project in, in its real phase (law 1); once, by the administrator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BringIn<T = TextRef> {
    /// The phase it is really in.
    pub phase: PhaseKey,
    /// Why it comes in here.
    pub reason: T,
    /// What is known about it.
    pub facts: BTreeMap<FactKey, FactValue>,
    /// Who sees to what is missing.
    pub owner: PersonId,
    /// By when.
    pub due: Date,
}

impl<T> BringIn<T> {
    fn map_text<U>(self, store: &mut impl FnMut(T) -> U) -> BringIn<U> {
        let Self { phase, reason, facts, owner, due } = self;
        BringIn { phase, reason: store(reason), facts, owner, due }
    }
}
