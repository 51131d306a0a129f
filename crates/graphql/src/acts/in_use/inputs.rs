//! What the acts in use take.

use async_graphql::{ID, InputObject};
use time::Date;

use crate::acts::on_behalf::OnBehalfInput;
use crate::enums::SignalKind;

/// Writes down that a recurring duty was done.
#[derive(InputObject)]
pub(crate) struct DoDutyInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// Which duty.
    pub duty: String,
    /// On which day; not in the future.
    pub held_on: Date,
    /// What came of it.
    pub note: String,
}

/// Reports a change to the product in use.
#[derive(InputObject)]
pub(crate) struct ReportChangeInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// Of which kind.
    pub kind: String,
    /// What changes.
    pub text: String,
}

/// Closes a change as too small to ask anything again.
#[derive(InputObject)]
pub(crate) struct CloseChangeInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the change.
    pub change: i32,
    /// Why it is small.
    pub note: String,
}

/// Reports that something went wrong, or what clients experience.
#[derive(InputObject)]
pub(crate) struct ReportSignalInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// What it is.
    pub kind: SignalKind,
    /// Where it is registered and what happened in plain words, without anything about a client.
    pub reference: String,
    /// On which day; not in the future.
    pub on: Date,
}

/// Handles a signal.
#[derive(InputObject)]
pub(crate) struct HandleSignalInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the signal.
    pub signal: i32,
    /// What was done.
    pub note: String,
}

/// Suspends the use at once, or lets it go on.
#[derive(InputObject)]
pub(crate) struct UseInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// For which party.
    pub party: String,
    /// Why.
    pub reason: String,
}

/// Plans the start of a team or location.
#[derive(InputObject)]
pub(crate) struct PlanRolloutInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// Which team or location.
    pub name: String,
    /// When it is to start.
    pub on: Date,
}

/// Answers the checks of a rollout.
#[derive(InputObject)]
pub(crate) struct CheckRolloutInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the rollout.
    pub rollout: i32,
    /// For which party.
    pub party: String,
    /// Its answers.
    pub answers: Vec<RolloutAnswerInput>,
}

/// An answer to a check of a rollout.
#[derive(InputObject)]
pub(crate) struct RolloutAnswerInput {
    /// Which check.
    pub check: String,
    /// Whether it is in order.
    pub yes: bool,
}

/// A team or location starts.
#[derive(InputObject)]
pub(crate) struct StartRolloutInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the rollout.
    pub rollout: i32,
    /// When it started; not in the future.
    pub on: Date,
}

/// A planned rollout does not happen.
#[derive(InputObject)]
pub(crate) struct CancelRolloutInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The number of the rollout.
    pub rollout: i32,
    /// Why.
    pub reason: String,
}

/// Allows use before the gate decided, for a while.
#[derive(InputObject)]
pub(crate) struct AllowEmergencyUseInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// The last day.
    pub until: Date,
    /// Why it cannot wait.
    pub reason: String,
    /// What each party that must be heard said.
    pub heard: Vec<HeardInput>,
    /// Where somebody enters it for who allowed it elsewhere.
    pub on_behalf: Option<OnBehalfInput>,
}

/// What a party said when it was heard.
#[derive(InputObject)]
pub(crate) struct HeardInput {
    /// Which party.
    pub party: String,
    /// What it said.
    pub said: String,
}

/// Ends emergency use before its last day.
#[derive(InputObject)]
pub(crate) struct EndEmergencyUseInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// Why.
    pub reason: String,
    /// Where somebody enters it for who ended it elsewhere.
    pub on_behalf: Option<OnBehalfInput>,
}

/// Says when the work of a phase began.
#[derive(InputObject)]
pub(crate) struct ReportWorkInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// Of which phase.
    pub phase: String,
    /// When; not in the future.
    pub began_on: Date,
    /// What began.
    pub note: String,
}

/// Says who supplies what the project brings in.
#[derive(InputObject)]
pub(crate) struct NameSuppliersInput {
    /// Idempotency key.
    pub key: String,
    /// Which project.
    pub project_id: ID,
    /// All of them, by their keys.
    pub suppliers: Vec<String>,
}
