//! What can be done: each mutation builds one request and ends in `Store::execute`.

use std::collections::BTreeMap;

use async_graphql::{Context, ErrorExtensions as _, ID, MergedObject, Result, SimpleObject};
use engine::{ArtefactKey, Command, FactValue, Hash, KeyError, Seen};
use persistence::{Acted, IdempotencyKey, Limit, Request, Text};
use serde_json::Value;
use uuid::Uuid;

use crate::acts::consultation::ConsultationMutation;
use crate::acts::gate::{GateMutation, SeenRevision};
use crate::acts::in_use::InUseMutation;
use crate::acts::organisation::OrganisationMutation;
use crate::acts::recorded::RecordedMutation;
use crate::course::CourseMutation;
use crate::error::{ErrorCode, input as wrong, problem, refuse, text as wrong_text};
use crate::session::{Session, session};
use crate::types::project::Project;
use crate::types::{int, project_id};

/// Acts.
#[derive(MergedObject, Default)]
pub struct Mutation(
    GateMutation,
    CourseMutation,
    ConsultationMutation,
    InUseMutation,
    RecordedMutation,
    OrganisationMutation,
);

/// A project after an act.
#[derive(SimpleObject)]
pub(crate) struct ProjectPayload {
    /// The project as it is now.
    project: Project,
    /// What the act made.
    receipt: Receipt,
}

/// What an act made.
#[derive(SimpleObject)]
pub(crate) struct Receipt {
    /// Its first event.
    first_sequence: i32,
    /// Its last event.
    last_sequence: i32,
    /// Whether the act had been done before, and this is its receipt of then.
    replayed: bool,
}

impl Receipt {
    pub(crate) fn new(first: u64, last: u64, replayed: bool) -> Self {
        Self { first_sequence: int(first), last_sequence: int(last), replayed }
    }
}

pub(crate) async fn act(
    context: &Context<'_>,
    name: &str,
    project: &ID,
    command: Command<Text>,
    seen: Seen,
) -> Result<ProjectPayload> {
    act_as(context, idempotency(name)?, project, command, seen).await
}

pub(crate) async fn act_as(
    context: &Context<'_>,
    key: IdempotencyKey,
    project: &ID,
    command: Command<Text>,
    seen: Seen,
) -> Result<ProjectPayload> {
    let session = session(context)?;
    let request = Request { key, seen, command };
    let acted = session.store.execute_and_show(&session.principal, project_id(project)?, request).await.map_err(problem)?;
    payload(session, acted).await
}

/// The project as the act left it, or as it is now when there was nothing left to do.
pub(crate) async fn payload(session: &Session, acted: Acted) -> Result<ProjectPayload> {
    let Acted { receipt, project } = acted;
    let view = match project {
        Some(view) => view,
        None => session.store.project(&session.principal, receipt.project).await.map_err(problem)?,
    };
    let receipt = Receipt::new(receipt.first_sequence, receipt.last_sequence, receipt.replayed);
    Ok(ProjectPayload { project: Project::new(view), receipt })
}

pub(crate) fn idempotency(text: &str) -> Result<IdempotencyKey> {
    IdempotencyKey::parse(text).map_err(|error| wrong("key", error.to_string()))
}

pub(crate) fn text(field: &str, value: &str, limit: Limit) -> Result<Text> {
    Text::parse(value, limit).map_err(|error| wrong_text(field, &error))
}

/// An empty note is no note.
pub(crate) fn optional(field: &str, value: Option<&str>) -> Result<Option<Text>> {
    value.filter(|v| !v.trim().is_empty()).map(|v| text(field, v, Limit::Note)).transpose()
}

pub(crate) fn key<K>(field: &str, parsed: Result<K, KeyError>) -> Result<K> {
    parsed.map_err(|error| wrong(field, error.to_string()))
}

pub(crate) fn uuid(field: &str, id: &ID) -> Result<Uuid> {
    let not_found = || refuse(ErrorCode::NotFound, "not found").extend_with(|_, e| e.set("field", field));
    Uuid::try_parse(id).map_err(|_| not_found())
}

pub(crate) fn version(field: &str, value: i32) -> Result<u32> {
    u32::try_from(value).map_err(|_| wrong(field, "not below 0"))
}

pub(crate) fn hash(field: &str, text: &str) -> Result<Hash> {
    Hash::parse(text).map_err(|error| wrong(field, error.to_string()))
}

pub(crate) fn seen_revisions(seen: Vec<SeenRevision>) -> Result<BTreeMap<ArtefactKey, Hash>> {
    if seen.len() > engine::limits::CONFIRMATIONS_PER_COMMAND {
        return Err(wrong("seenRevisions", "too many"));
    }
    seen.into_iter()
        .map(|one| Ok((key("seenRevisions", ArtefactKey::parse(one.artefact))?, hash("seenRevisions", &one.hash)?)))
        .collect()
}

pub(crate) fn fact_value(value: Value) -> Result<FactValue> {
    serde_json::from_value(value).map_err(|_| wrong("value", "true, false, a whole number or the key of a level"))
}
