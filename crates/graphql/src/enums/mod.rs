//! The engine's enums as the schema shows them. `remote` keeps the two from drifting apart: a new variant fails to compile.

use async_graphql::Enum;

macro_rules! mirror {
    ($($(#[$doc:meta])* $name:ident = $remote:literal { $($(#[$vdoc:meta])* $variant:ident),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
        #[graphql(remote = $remote)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
    )+};
}

mirror! {
    /// Whether a project still moves.
    Lifecycle = "engine::Lifecycle" { Active, Stopped, Retired }
    /// How a check stands.
    CheckState = "engine::CheckState" { Done, Waiting, Adjust, ToDo, NotYet, Stale, Expired, Waived }
    /// A party's answer on a revision.
    Verdict = "engine::Verdict" { Approve, RequestChanges }
    /// A party's answer on a criterion.
    Answer = "engine::Answer" { Met, NotMet, NotApplicable }
    /// How strong a proof is.
    Proof = "engine::Proof" { Paper, Practice }
    /// How far a document is.
    Stage = "engine::Stage" { Concept, Final }
    /// What a person may do in the organisation.
    Role = "engine::Role" { Administrator, InnovationManager, Reader }
}

mod consultation;
mod events;
mod in_use;
mod organisation;

pub use consultation::*;
pub use events::*;
pub use in_use::*;
pub use organisation::*;

/// Which tasks to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum TaskList {
    /// What waits for the viewer or a party of the viewer.
    WaitingForMe,
    /// What waits for others in projects that the viewer may see.
    WaitingForOthers,
}

/// What members vote on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum BallotKind {
    /// A revision.
    Review,
    /// A criterion.
    Judgement,
    /// An answer about the project.
    Fact,
    /// A gate.
    Decision,
    /// What an overdue condition leads to.
    Extra,
    /// Whether a stopped project goes on again.
    Reopening,
    /// A criterion to be set aside.
    Waiver,
    /// Use before the gate decides.
    Emergency,
}

impl From<&engine::Matter> for BallotKind {
    fn from(matter: &engine::Matter) -> Self {
        use engine::Matter as M;
        match matter {
            M::Review { .. } => Self::Review,
            M::Judgement { .. } => Self::Judgement,
            M::Fact { .. } => Self::Fact,
            M::Decision { .. } => Self::Decision,
            M::Extra { .. } => Self::Extra,
            M::Reopening => Self::Reopening,
            M::Waiver { .. } => Self::Waiver,
            M::Emergency => Self::Emergency,
        }
    }
}

/// What somebody is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum TaskKind {
    /// Answer a question about the project.
    AnswerFact,
    /// Confirm an answer.
    ConfirmFact,
    /// Write a document or its next revision.
    Submit,
    /// Review a revision.
    Review,
    /// Answer a criterion.
    Judge,
    /// Decide the gate.
    Decide,
    /// Decide on an overdue condition.
    DecideExtra,
    /// See to a condition.
    MeetCondition,
    /// Say whether a condition is met.
    AcceptCondition,
    /// Ask a body what the gate demands.
    OpenConsultation,
    /// Do something in a consultation.
    Consultation,
    /// Judge evidence of the organisation.
    JudgeEvidence,
    /// Submit evidence of the organisation.
    SubmitEvidence,
    /// Look anew at a contested decision.
    UpholdDecision,
    /// Renew a document that runs out.
    Renew,
    /// Do a recurring duty.
    DoDuty,
    /// Handle a signal.
    HandleSignal,
    /// Answer the checks of a rollout.
    CheckRollout,
    /// Start a rollout.
    StartRollout,
}

impl From<&engine::TaskKind> for TaskKind {
    fn from(kind: &engine::TaskKind) -> Self {
        use engine::TaskKind as K;
        match kind {
            K::AnswerFact(_) => Self::AnswerFact,
            K::ConfirmFact(_) => Self::ConfirmFact,
            K::Submit(_) => Self::Submit,
            K::Review(..) => Self::Review,
            K::Judge(..) => Self::Judge,
            K::Decide(_) => Self::Decide,
            K::DecideExtra(_) => Self::DecideExtra,
            K::MeetCondition(_) => Self::MeetCondition,
            K::AcceptCondition(_) => Self::AcceptCondition,
            K::OpenConsultation(_) => Self::OpenConsultation,
            K::Consultation(..) => Self::Consultation,
            K::JudgeEvidence(_) => Self::JudgeEvidence,
            K::SubmitEvidence(_) => Self::SubmitEvidence,
            K::UpholdDecision(_) => Self::UpholdDecision,
            K::Renew(_) => Self::Renew,
            K::DoDuty(_) => Self::DoDuty,
            K::HandleSignal(_) => Self::HandleSignal,
            K::CheckRollout(..) => Self::CheckRollout,
            K::StartRollout(_) => Self::StartRollout,
        }
    }
}

/// What is in the way of *go*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum BlockerKind {
    /// No revision.
    DocumentMissing,
    /// A concept where the final is needed.
    DocumentIsConcept,
    /// Older than the gate allows.
    DocumentTooOld,
    /// Not reviewed.
    ReviewOpen,
    /// An earlier revision was reviewed.
    ReviewStale,
    /// Changes were requested.
    ChangesRequested,
    /// Not answered.
    JudgementOpen,
    /// Answered on evidence that changed.
    JudgementStale,
    /// Answered *not met*.
    NotMet,
    /// A condition of an earlier decision is open.
    ConditionOpen,
    /// The document ran out.
    DocumentExpired,
    /// What the criterion rests on ran out.
    EvidenceExpired,
    /// What rested on a document that ran out was not answered again.
    ExpiryOpen,
    /// A change in use is open.
    ChangeOpen,
    /// A signal was not handled.
    SignalOpen,
    /// The use is suspended.
    UseSuspended,
    /// A contract was signed before a party had said *met*.
    SignedEarly,
    /// Work began before its gate was passed.
    BegunEarly,
    /// Evidence of the organisation is not there or does not count.
    OrganisationEvidence,
    /// A decision that was recorded was contested.
    DecisionContested,
    /// A consultation lacks something.
    Consultation,
}

/// What a check of a gate is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum CheckKind {
    /// A required document.
    Document,
    /// A criterion, for one party.
    Criterion,
    /// A condition of an earlier decision.
    Condition,
    /// A consultation of a body.
    Consultation,
    /// A decision of an earlier round that was contested.
    Decision,
    /// A change in use that is open.
    Change,
    /// A signal that was not handled.
    Signal,
    /// What rested on a document that ran out.
    Expiry,
    /// A party that suspended the use.
    Suspension,
    /// A contract that was signed too early; it only informs.
    Contract,
    /// A phase whose work began too early; it only informs.
    Work,
}

impl From<&engine::CheckSubject> for CheckKind {
    fn from(subject: &engine::CheckSubject) -> Self {
        use engine::CheckSubject as S;
        match subject {
            S::Document(_) => Self::Document,
            S::Criterion(..) => Self::Criterion,
            S::Condition(_) => Self::Condition,
            S::Consultation { .. } => Self::Consultation,
            S::Decision(_) => Self::Decision,
            S::Change(_) => Self::Change,
            S::Signal(_) => Self::Signal,
            S::Expiry(_) => Self::Expiry,
            S::Suspension(_) => Self::Suspension,
            S::Contract(_) => Self::Contract,
            S::Work(_) => Self::Work,
        }
    }
}

/// How a round can end, in the order in which it is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum OutcomeKind {
    /// Nee, stoppen.
    Stop,
    /// Terug: eerst …
    Rework,
    /// Even wachten, until a review date.
    Hold,
    /// Ja, mits: what is missing becomes conditions.
    ConditionalGo,
    /// Ja, doorgaan.
    Go,
}

impl From<&engine::Outcome> for OutcomeKind {
    fn from(outcome: &engine::Outcome) -> Self {
        match outcome {
            engine::Outcome::Stop => Self::Stop,
            engine::Outcome::Rework { .. } => Self::Rework,
            engine::Outcome::Hold { .. } => Self::Hold,
            engine::Outcome::ConditionalGo => Self::ConditionalGo,
            engine::Outcome::Go => Self::Go,
        }
    }
}

impl From<&engine::OfferedOutcome> for OutcomeKind {
    fn from(outcome: &engine::OfferedOutcome) -> Self {
        match outcome {
            engine::OfferedOutcome::Stop => Self::Stop,
            engine::OfferedOutcome::Rework { .. } => Self::Rework,
            engine::OfferedOutcome::Hold => Self::Hold,
            engine::OfferedOutcome::ConditionalGo => Self::ConditionalGo,
            engine::OfferedOutcome::Go => Self::Go,
        }
    }
}

/// What follows when a condition is overdue while the product is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum AftermathKind {
    /// The use goes on; the condition gets a new date.
    GoOn,
    /// The use is paused.
    Pause,
    /// The project stops.
    Stop,
}

impl From<&engine::Aftermath> for AftermathKind {
    fn from(aftermath: &engine::Aftermath) -> Self {
        match aftermath {
            engine::Aftermath::GoOn { .. } => Self::GoOn,
            engine::Aftermath::Pause => Self::Pause,
            engine::Aftermath::Stop => Self::Stop,
        }
    }
}

/// What is done with an open condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum ConditionStep {
    /// Its owner says that it is met, and how.
    Report,
    /// The accepting party agrees; the condition is closed.
    Accept,
    /// The accepting party does not agree, and says why.
    SendBack,
}

/// What a condition is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum DemandKind {
    /// A document that was deferred.
    Document,
    /// A criterion that was deferred.
    Criterion,
    /// Whatever its words say.
    Agreed,
    /// Work that stopping asks for.
    Closing,
}

/// Where a phase stands for a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum PhaseState {
    /// Behind it.
    Done,
    /// In it.
    Current,
    /// Before it.
    Later,
}

/// Which answers a condition on a fact takes, beside the one that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum FactComparison {
    /// No other.
    Exactly,
    /// Heavier ones, or higher ones, too.
    AtLeast,
    /// Lighter ones, or lower ones, too.
    AtMost,
}

/// The type of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum FactKind {
    /// Yes or no.
    Boolean,
    /// A whole number.
    Amount,
    /// One of some levels.
    Levels,
}
