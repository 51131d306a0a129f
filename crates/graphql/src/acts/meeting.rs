//! What a meeting decided, entered once (law 17).

use async_graphql::{ID, InputObject, Result};
use engine::{GateKey, PartyKey, PersonId};
use persistence::{IdempotencyKey, MeetingDecision};
use time::Date;

use crate::mutation::{key, uuid, version};
use crate::types::project_id;

/// The meeting that took a decision. Whoever enters it, it happens once: the key of the request then follows from the
/// meeting, the project, the gate and the round, and the key that is given is not used. Somebody who enters it again in
/// other words is told who did before (`ENTERED_BEFORE`).
#[derive(InputObject)]
pub(crate) struct MeetingInput {
    /// The party that met.
    party: String,
    /// On which day.
    held_on: Date,
    /// The round that was decided.
    round: i32,
    /// Whose vote it is, where votes are entered one by one; null for the decision of the meeting as a whole.
    voter_id: Option<ID>,
}

impl MeetingInput {
    /// The key of the decision, the same for whoever enters it.
    pub(crate) fn key(self, project: &ID, gate: &GateKey) -> Result<IdempotencyKey> {
        Ok(IdempotencyKey::of_meeting(&MeetingDecision {
            party: key("meeting", PartyKey::parse(self.party))?,
            held_on: self.held_on,
            project: project_id(project)?,
            gate: gate.clone(),
            round: version("meeting", self.round)?,
            voter: self.voter_id.map(|id| uuid("meeting", &id).map(PersonId)).transpose()?,
        }))
    }
}
