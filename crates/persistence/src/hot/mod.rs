//! The two statements of every command: load the project's row, and write all that follows from a decision. Beside them
//! the one that writes planned mail, which follows nearly every command.
//!
//! They are the named exception to one text for both databases. Lists go in as JSON, so that the statements are constant
//! and stay prepared.

mod postgres;
mod sqlite;

use engine::{ContentId, Event, Hash, PartyKey, PersonId, ProjectId, Recorded, Subject, Task, Waiter};
use sea_orm::{FromQueryResult, Value};
use serde_json::{Value as Json, json};
use time::Date;
use uuid::Uuid;

use crate::error::Error;
use crate::organisations::Known;
use crate::planning::Rows;
use crate::scope::{Tx, signed};

/// The row of a project as a command needs it, with what else is asked in the same trip.
#[derive(Debug, FromQueryResult)]
pub(crate) struct LoadedRow {
    pub version: i64,
    pub head: Vec<u8>,
    pub state_format: i64,
    pub state: String,
    pub title: String,
    pub created_at: i64,
    pub roster_version: i64,
    /// The organisation's last event that the project knew, where it rests on anything of it.
    pub seen: Option<i64>,
    /// The receipt stored under the request's key, if there is one.
    pub request_hash: Option<Vec<u8>>,
    pub request_project: Option<Uuid>,
    pub first_sequence: Option<i64>,
    pub last_sequence: Option<i64>,
}

/// An event with its place in the chain.
#[derive(Debug)]
pub(crate) struct Link {
    pub recorded: Recorded,
    pub body: String,
    pub hash: Hash,
}

/// A text to be kept beside the log.
#[derive(Debug)]
pub(crate) struct NewContent {
    pub id: ContentId,
    pub salt: [u8; 16],
    pub body: String,
}

/// Everything that one decision writes.
#[derive(Debug)]
pub(crate) struct Batch<'a> {
    pub project: &'a engine::Project,
    pub state: String,
    /// The version to be written: one more than the one loaded; 1 for a new project.
    pub version: i64,
    pub head: Hash,
    /// Only for a new project; an old one keeps its own.
    pub title: &'a str,
    pub created_at: i64,
    pub links: &'a [Link],
    pub contents: &'a [NewContent],
    pub tasks: &'a [Task],
    pub due_on: Option<Date>,
    pub tasks_on: Date,
    /// Parties that came to be involved.
    pub involved: &'a [&'a PartyKey],
    pub receipt: Option<NewReceipt<'a>>,
    pub updated_at: i64,
    /// What the project rests on of the organisation, where that is to be written anew.
    pub uses: Option<&'a Known>,
}

/// The receipt to be stored with it.
#[derive(Debug)]
pub(crate) struct NewReceipt<'a> {
    pub principal: Uuid,
    pub key: &'a str,
    pub hash: Hash,
    pub first_sequence: u64,
    pub last_sequence: u64,
}

/// Loads the row of a project; on PostgreSQL nobody else changes it until the transaction ends.
pub(crate) async fn load(tx: &Tx<'_>, project: ProjectId, principal: Uuid, key: &str) -> Result<Option<LoadedRow>, Error> {
    let sql = if tx.is_postgres() { postgres::LOAD } else { sqlite::LOAD };
    tx.one(sql, [project.0.into(), principal.into(), key.into()]).await
}

/// The same row for reading alone: nobody waits for it, and it waits for nobody.
pub(crate) async fn look(tx: &Tx<'_>, project: ProjectId) -> Result<Option<LoadedRow>, Error> {
    // The text for SQLite is the one that takes no lock.
    tx.one(sqlite::LOAD, [project.0.into(), Uuid::nil().into(), "".into()]).await
}

/// Writes a decision.
pub(crate) async fn write(tx: &Tx<'_>, batch: &Batch<'_>) -> Result<(), Error> {
    let sql = match (tx.is_postgres(), batch.version) {
        (true, 1) => postgres::START,
        (true, _) => postgres::WRITE,
        (false, 1) => sqlite::START,
        (false, _) => sqlite::WRITE,
    };
    tx.execute(sql, values(batch)).await.map(|_| ())
}

/// Writes a batch of planned mail; gives the number of e-mails in it.
pub(crate) async fn plan(tx: &Tx<'_>, events: &[Json], rows: &Rows) -> Result<u64, Error> {
    let list = |rows: &[Json]| Value::from(Json::from(rows.to_vec()).to_string());
    let [letters, deliveries, notices, links] =
        [&rows.letters, &rows.deliveries, &rows.notices, &rows.links].map(|rows| list(rows));
    let values = [list(events), letters, deliveries.clone(), notices, rows.now.into(), links];
    if tx.is_postgres() {
        return tx.number(postgres::PLAN, values).await;
    }
    tx.execute(sqlite::PLAN, values).await?;
    if rows.deliveries.is_empty() { Ok(0) } else { tx.number(sqlite::PLANNED, [deliveries]).await }
}

fn values(batch: &Batch<'_>) -> [Value; 26] {
    let project = batch.project;
    let receipt = batch.receipt.as_ref();
    [
        project.id.0.into(),
        batch.version.into(),
        signed(project.sequence).into(),
        batch.head.0.to_vec().into(),
        crate::project_row::STATE_FORMAT.into(),
        batch.state.as_str().into(),
        batch.title.into(),
        project.phase.as_str().into(),
        crate::project_row::lifecycle_word(project.lifecycle).into(),
        project.lead.0.into(),
        project.funnel.0.into(),
        batch.due_on.into(),
        batch.tasks_on.into(),
        batch.created_at.into(),
        batch.updated_at.into(),
        list(batch.links.iter().map(link)),
        list(batch.contents.iter().map(content)),
        list(batch.tasks.iter().map(task)),
        list(batch.involved.iter().map(|party| json!(party.as_str()))),
        receipt.map(|r| r.principal).into(),
        receipt.map(|r| r.key.to_owned()).into(),
        receipt.map(|r| r.hash.0.to_vec()).into(),
        receipt.map(|r| signed(r.first_sequence)).into(),
        receipt.map(|r| signed(r.last_sequence)).into(),
        batch.uses.map(Known::rows).into(),
        batch.uses.and_then(|known| known.seen).map(signed).into(),
    ]
}

fn list(items: impl Iterator<Item = Json>) -> Value {
    Json::Array(items.collect()).to_string().into()
}

fn link(link: &Link) -> Json {
    let (kind, subject) = describe(&link.recorded.event);
    json!({
        "sequence": link.recorded.sequence,
        "at": link.recorded.at.at.0,
        "kind": kind,
        "subject": subject,
        "person": person(&link.recorded.by).map(|id| id.0.simple().to_string()),
        "hash": link.hash.to_string(),
        "body": link.body,
    })
}

fn content(content: &NewContent) -> Json {
    json!({
        "id": content.id.0.simple().to_string(),
        "salt": content.salt.iter().map(|byte| format!("{byte:02x}")).collect::<String>(),
        "body": content.body,
    })
}

fn task(task: &Task) -> Json {
    let (party, person) = match &task.waits_for {
        Waiter::Party(party) => (Some(party.as_str()), None),
        Waiter::Person(person) => (None, Some(person.0.simple().to_string())),
    };
    json!({
        "kind": task.kind,
        "party": party,
        "person": person,
        "since": task.since.0,
        "due": task.due,
        "confirmable": u8::from(task.confirmable),
        "revision": task.revision,
        "chair_only": u8::from(task.chair_only),
        "not_by": crate::tasks::excluded(task),
    })
}

/// Who stands behind an event, if it is a person.
pub(crate) fn person(subject: &Subject) -> Option<PersonId> {
    match subject {
        Subject::Person { id, .. } => Some(*id),
        Subject::System => None,
    }
}

/// The name of an event's kind, as in its body (`gate_decided`, or with its room `condition-opened`), and the key that
/// lists look for.
pub(crate) fn describe(event: &Event) -> (String, Option<&str>) {
    (event_name(event), subject(event.answer()))
}

/// The tag under which an event is written, and with it that of its room, where it has one.
#[must_use]
pub fn event_name(event: &Event) -> String {
    // What was recorded on somebody's behalf is found by what it is.
    let event = event.answer();
    let written = serde_json::to_value(event).unwrap_or_default();
    let (outer, fields) = tagged(&written);
    let inner = match event {
        Event::Early(_) | Event::Emergency(_) => fields.map(|fields| tagged(fields).0),
        _ => fields.and_then(|fields| fields.get("event")).map(|event| tagged(event).0),
    };
    inner.map_or_else(|| outer.to_owned(), |inner| format!("{outer}-{inner}"))
}

pub(crate) fn tagged(written: &Json) -> (&str, Option<&Json>) {
    match written {
        Json::String(tag) => (tag, None),
        Json::Object(fields) => fields.iter().next().map_or(("", None), |(tag, held)| (tag.as_str(), Some(held))),
        _ => ("", None),
    }
}

fn subject(event: &Event) -> Option<&str> {
    match event {
        Event::PhaseEntered { phase, .. } => Some(phase.as_str()),
        Event::FactConfirmed { fact, .. } => Some(fact.as_str()),
        Event::RevisionSubmitted { artefact, .. } => Some(artefact.as_str()),
        Event::RevisionReviewed { on, .. } => Some(on.artefact.as_str()),
        Event::CriterionJudged { criterion, .. } | Event::CriterionWaived { criterion, .. } => Some(criterion.as_str()),
        Event::RoundOpened { gate, .. }
        | Event::RoundPlanned { gate, .. }
        | Event::GateDecided { gate, .. }
        | Event::ProjectReopened { gate, .. }
        | Event::ProjectRetired { gate }
        | Event::ProjectStopped { gate } => Some(gate.as_str()),
        _ => None,
    }
}
