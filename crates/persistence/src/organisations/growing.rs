//! Appending to an organisation's log: events become links of its chain and go into the state.

use engine::{Actor, Hash, Moment, Organisation, OrganisationEvent, OrganisationRecorded};
use serde_json::Value;

use super::row::STATE_FORMAT;
use super::uses;
use crate::canonical;
use crate::error::Error;
use crate::hot::{NewContent, person, tagged};
use crate::log::subject;
use crate::scope::{Tx, signed};
use crate::seed::next_version;
use crate::store::Inner;
use crate::text::TextProblem;

/// An event with its place in the chain.
pub(super) struct Link {
    pub recorded: OrganisationRecorded,
    pub body: String,
    pub hash: Hash,
}

/// A log that grows in this transaction.
pub(super) struct Growing {
    pub organisation: Organisation,
    pub head: Hash,
    pub links: Vec<Link>,
}

impl Growing {
    pub(super) fn new(organisation: Organisation, head: Hash) -> Self {
        Self { organisation, head, links: Vec::new() }
    }

    /// Takes events into the chain and into the state.
    pub(super) fn append(&mut self, at: Moment, actor: &Actor, events: Vec<OrganisationEvent>) -> Result<(), Error> {
        let by = subject(actor);
        for event in events {
            let sequence = self.organisation.sequence + 1;
            let corrupt = || Error::corrupt("organisation_events", sequence);
            let recorded = OrganisationRecorded { sequence, at, by: by.clone(), event };
            let value = serde_json::to_value(&recorded).map_err(|_| corrupt())?;
            if !is_exact(&value) {
                return Err(TextProblem::Json("an amount too large to be kept exactly".to_owned()).into());
            }
            self.organisation.apply(&recorded).map_err(|_| corrupt())?;
            let body = canonical::json(&value).map_err(|_| corrupt())?;
            self.head = canonical::link(self.head, &body);
            self.links.push(Link { recorded, body, hash: self.head });
        }
        Ok(())
    }
}

/// Numbers go into canonical JSON, where whole ones are exact below 2⁵³ only.
fn is_exact(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.as_i64().is_none_or(|n| n.abs() < canonical::LARGEST_NUMBER),
        Value::Array(items) => items.iter().all(is_exact),
        Value::Object(fields) => fields.values().all(is_exact),
        Value::Null | Value::Bool(_) | Value::String(_) => true,
    }
}

/// The name of an event's kind, as in its body (`evidence_judged`), with that of a consultation's (`consultation-opined`).
pub(super) fn event_name(event: &OrganisationEvent) -> String {
    let written = serde_json::to_value(event).unwrap_or_default();
    let (outer, fields) = tagged(&written);
    let inner = fields.and_then(|fields| fields.get("event")).map(|event| tagged(event).0);
    inner.map_or_else(|| outer.to_owned(), |inner| format!("{outer}-{inner}"))
}

/// Writes the grown log with everything that follows from it. Nothing happened: nothing is written.
pub(super) async fn store(
    inner: &Inner,
    tx: &Tx<'_>,
    growing: &Growing,
    contents: &[NewContent],
    now: Moment,
) -> Result<(), Error> {
    if growing.links.is_empty() {
        return Ok(());
    }
    next_version(tx, inner.draw()).await?;
    let organisation = &growing.organisation;
    let state = serde_json::to_string(organisation).map_err(|_| Error::corrupt("organisation_states", organisation.id))?;
    let sql = "INSERT INTO organisation_states (organisation_id, sequence, head, state_format, due_on, updated_at, state) \
               VALUES ($1, $2, $3, $4, $5, $6, $7) \
               ON CONFLICT (organisation_id) DO UPDATE SET sequence = excluded.sequence, head = excluded.head, \
               state_format = excluded.state_format, due_on = excluded.due_on, updated_at = excluded.updated_at, \
               state = excluded.state";
    let values = [
        signed(organisation.sequence).into(),
        growing.head.0.to_vec().into(),
        STATE_FORMAT.into(),
        engine::next_due_organisation(organisation).into(),
        now.at.0.into(),
        state.into(),
    ];
    tx.execute(sql, values).await?;
    for link in &growing.links {
        append(tx, link).await?;
    }
    uses::note(tx, &uses::changes(growing.links.iter().map(|link| (link.recorded.sequence, &link.recorded.event)))).await?;
    let delegated = |link: &Link| {
        matches!(link.recorded.event, OrganisationEvent::Delegated { .. } | OrganisationEvent::DelegationEnded { .. })
    };
    if growing.links.iter().any(delegated) {
        stand_ins(tx, organisation).await?;
    }
    for content in contents {
        let sql = "INSERT INTO contents (organisation_id, id, project_id, salt, body) VALUES ($1, $2, $1, $3, $4)";
        let values = [content.id.0.into(), content.salt.to_vec().into(), content.body.as_str().into()];
        tx.execute(sql, values).await?;
    }
    Ok(())
}

/// Writes down who stands in for whom, for lists of what may be seen.
async fn stand_ins(tx: &Tx<'_>, organisation: &Organisation) -> Result<(), Error> {
    tx.execute("DELETE FROM stand_ins WHERE organisation_id = $1", []).await?;
    for (number, known) in &organisation.delegations.standing {
        let sql = "INSERT INTO stand_ins (organisation_id, person_id, number, party, first_on, last_on) \
                   VALUES ($1, $2, $3, $4, $5, $6)";
        let values = [
            known.to.0.into(),
            i64::from(*number).into(),
            known.party.as_str().into(),
            known.first.into(),
            known.last.into(),
        ];
        tx.execute(sql, values).await?;
    }
    Ok(())
}

async fn append(tx: &Tx<'_>, link: &Link) -> Result<(), Error> {
    let OrganisationRecorded { sequence, at, by, event } = &link.recorded;
    let sql = "INSERT INTO organisation_events \
               (organisation_id, sequence, at, kind, person_id, private_to, hash, body) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = [
        signed(*sequence).into(),
        at.at.0.into(),
        event_name(event).into(),
        person(by).map(|id| id.0).into(),
        event.private_to().map(|body| body.as_str().to_owned()).into(),
        link.hash.0.to_vec().into(),
        link.body.as_str().into(),
    ];
    tx.execute(sql, values).await?;
    let sql = "INSERT INTO unplanned_events (project_id, sequence, organisation_id, at) VALUES ($1, $2, $1, $3)";
    tx.execute(sql, [signed(*sequence).into(), at.at.0.into()]).await.map(|_| ())
}
