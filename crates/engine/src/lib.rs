//! The laws of the innovation funnel, as pure functions.
//!
//! ```text
//! start(&Funnel, &Context, StartProject)           -> Result<Vec<Event>, Rejection>
//! decide(&Funnel, &Project, &Context, Command)     -> Result<Vec<Event>, Rejection>
//! Project::apply(&mut self, &Recorded)                the only place where a project changes
//! readiness / tasks / due (&Funnel, &Project, &Context)
//! ```
//!
//! No IO, no clock, no calendar, no randomness: the moment, the working days and the members of the parties are
//! passed in as [`Context`], and whatever a decision rested on is copied into its events, so that folding the events
//! gives the state exactly (law 18). The laws are numbered as in `docs/laws.md`; every [`Rejection`] names its law.

mod aftermath;
mod ballots;
mod changes;
mod command;
mod conditions;
mod conflict;
mod consultation;
mod context;
mod decide;
mod doers;
mod due;
mod duties;
mod early;
mod emergency;
mod event;
mod expiries;
mod facts;
mod fold;
mod funnel;
mod ids;
pub mod limits;
mod moment;
mod organisation;
mod permission;
mod project;
mod readiness;
mod recorded;
mod rejection;
mod reopened;
mod rollouts;
mod signals;
mod suspension;
mod tasks;
mod text;

pub use ballots::{Ballot, BallotStanding, Choice, Matter, needed as votes_needed};
pub use changes::{Change, ChangeAct, ChangeEvent, Changes, change_points};
pub use command::{Aftermath, Answer, Answered, BringIn, Command, NewCondition, Outcome, StartProject, Verdict};
pub use conditions::{Condition, ConditionAct, ConditionEvent, Conditions, Demand, Report, Terms};
pub use conflict::{Conflict, Difference, Seen, conflict};
pub use consultation::{
    Advice, AdviceVerdict, Advised, Consultation, ConsultationAct, ConsultationBlock, ConsultationCommand,
    ConsultationEvent, ConsultationKind, ConsultationTask, Consultations, Exhibit, Following, Origin, Response, Right,
    Settled, Step, Summary, Term, TermChoice,
};
pub use context::{Actor, Context, Member, Parties, Person, Role, Submission};
pub use decide::{Migration, decide, migration, start};
pub use due::{due, next_due};
pub use duties::{DutyAct, DutyEvent, Recurring};
pub use early::{BegunEarly, Early, EarlyEvent, SignedEarly};
pub use emergency::{Emergency, EmergencyAct, EmergencyEnd, EmergencyEvent, EmergencyUse};
pub use event::{Counted, Event, Evidence, Recorded, Subject};
pub use expiries::{Expiries, ExpiryEvent, Noted, expiry_points};
pub use facts::{FactValue, When};
pub use fold::FoldError;
pub use funnel::{
    AlsoReviewer, AnswerRule, ArtefactKind, Asking, ChangeKind, ClosingDuty, Contract, Criterion, Derivation, Duty,
    EmergencyRules, FactDefinition, FactKind, FilePolicy, FourEyes, Funnel, Gate, Label, PartyDefinition, Phase, Places,
    Proof, Requirement, RestsOn, RolloutCheck, SignalRules, Stage, Validity, Writer,
};
pub use ids::{
    ArtefactKey, ChangeKey, ClosingKey, ConsultationKey, ContentId, CriterionKey, DutyKey, EvidenceKey, FactKey, FieldPath,
    FileId, FunnelKey, FunnelVersionId, GateKey, KeyError, LevelKey, OrganisationId, PartyKey, PersonId, PhaseKey,
    ProjectId, RolloutCheckKey, SupplierKey,
};
pub use moment::{Calendar, Moment, Timestamp};
pub use organisation::{
    About, Agreement, Agreements, BodyRules, BroughtEvidence, Delegation, Delegations, EvidenceId, EvidenceJudgement,
    EvidenceKind, EvidenceRevision, EvidenceStanding, Frozen, ImprovementPlan, Organisation, OrganisationCommand,
    OrganisationEvent, OrganisationEvidence, OrganisationRecorded, PlanInForce, Settings, decide_organisation,
    due_organisation, next_due_organisation, organisation_tasks,
};
pub use permission::{Need, permit};
pub use project::{
    Artefact, FactAnswer, Hold, Judgement, Lifecycle, PlannedRound, Project, Review, Revision, Round, Waiver,
};
pub use readiness::{Blocker, Check, CheckState, CheckSubject, Offer, OfferedOutcome, Readiness, Waiter, readiness};
pub use recorded::{Cause, Closed, Contestable, ContestedDecision, Minutes, OnBehalf, Record, Records, Votes};
pub use rejection::{Law, Rejection, WayOut};
pub use reopened::{AskedAgain, OpenPoint, Reopened, Reopening};
pub use rollouts::{Rollout, RolloutAct, RolloutEvent, Rollouts};
pub use signals::{Signal, SignalAct, SignalEvent, SignalKind, Signals, signal_points};
pub use suspension::{Suspended, Suspension, UseAct, UseEvent};
pub use tasks::{Task, TaskKind, tasks};
pub use text::{FileRef, Hash, HashError, TextRef};
