//! What the schema shows: newtypes over what the engine and the store give.

pub(crate) mod actions;
pub(crate) mod agenda;
pub(crate) mod artefact;
pub(crate) mod asked_again;
pub(crate) mod ballots;
pub(crate) mod blockers;
pub(crate) mod conditions;
pub(crate) mod consultations;
pub(crate) mod evidence;
pub(crate) mod facts;
pub(crate) mod funnel;
pub(crate) mod in_use;
pub(crate) mod migration;
pub(crate) mod organisation;
pub(crate) mod page;
pub(crate) mod people;
pub(crate) mod project;
pub(crate) mod projects;
pub(crate) mod readiness;
pub(crate) mod recorded;
pub(crate) mod rollouts;
mod task_about;
pub(crate) mod tasks;
pub(crate) mod timeline;

use async_graphql::dataloader::DataLoader;
use async_graphql::{Context, ID, Result};
use engine::{ProjectId, TextRef};
use persistence::PageRequest;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::{ErrorCode, input, problem, refuse};
use crate::loaders::TextLoader;

/// The id of a project; another text is no project of anybody.
pub(crate) fn project_id(id: &ID) -> Result<ProjectId> {
    Uuid::try_parse(id).map(ProjectId).map_err(|_| refuse(ErrorCode::NotFound, "not found"))
}

/// Which rows of a list.
pub(crate) fn page_request(first: i32, after: Option<&str>) -> Result<PageRequest> {
    let first = u32::try_from(first).map_err(|_| input("first", "ask for at least 1"))?;
    PageRequest::parse(first, after).map_err(|error| problem(error.into()))
}

/// What a page weighs against the limit: as many entries as are asked for, though no more than a page can have. The number
/// comes from outside; multiplied as it is, pages within pages would pass the largest number there is.
pub(crate) fn page_weight(first: i32, entry: usize) -> usize {
    let entries = u32::try_from(first).unwrap_or(0).min(persistence::MAX_PAGE);
    5 + (entries as usize).saturating_mul(entry)
}

/// An instant as the schema writes it.
pub(crate) fn instant(at: engine::Timestamp) -> OffsetDateTime {
    at.to_utc()
}

/// A count as GraphQL has them; nothing here comes near the limit.
pub(crate) fn int(count: impl TryInto<i32>) -> i32 {
    count.try_into().unwrap_or(i32::MAX)
}

/// The text behind a reference; null when there is none or it was erased.
pub(crate) async fn text(context: &Context<'_>, reference: Option<TextRef>) -> Result<Option<String>> {
    let Some(reference) = reference else { return Ok(None) };
    let texts = context.data::<DataLoader<TextLoader>>()?;
    let found = texts.load_one(reference.id).await;
    Ok(found
        .map_err(|error| {
            tracing::error!(%error, "a text could not be read");
            refuse(ErrorCode::Unavailable, "a text could not be read")
        })?
        .flatten())
}
