//! Contesting what was recorded on somebody's behalf, and the new look at a decision (law 14).

use async_graphql::{Context, ID, InputObject, Object, Result};
use engine::{Command, GateKey, Seen};
use persistence::Limit;

use crate::mutation::{ProjectPayload, act, key, text, version};

/// Acts on what was recorded.
#[derive(Default)]
pub struct RecordedMutation;

/// Contests what was recorded on one's behalf.
#[derive(InputObject)]
struct ContestRecordInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// The number of the record.
    record: i32,
    /// Why.
    reason: String,
}

/// Lets a contested decision stand.
#[derive(InputObject)]
struct UpholdDecisionInput {
    /// Idempotency key.
    key: String,
    /// Which project.
    project_id: ID,
    /// Of which gate.
    gate: String,
    /// Why.
    motivation: String,
}

#[Object]
impl RecordedMutation {
    /// Contests what was recorded on one's behalf: the answer is open again, a decision calls for a new look.
    async fn contest_record(&self, context: &Context<'_>, input: ContestRecordInput) -> Result<ProjectPayload> {
        let reason = text("reason", &input.reason, Limit::Note)?;
        let command = Command::Contest { record: version("record", input.record)?, reason };
        act(context, &input.key, &input.project_id, command, Seen::default()).await
    }

    /// The new look at a contested decision: it stands.
    async fn uphold_decision(&self, context: &Context<'_>, input: UpholdDecisionInput) -> Result<ProjectPayload> {
        let motivation = text("motivation", &input.motivation, Limit::Note)?;
        let command = Command::UpholdDecision { gate: key("gate", GateKey::parse(input.gate))?, motivation };
        act(context, &input.key, &input.project_id, command, Seen::default()).await
    }
}
