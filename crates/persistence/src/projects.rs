//! Projects as they are read.

use std::sync::Arc;

use engine::{FunnelVersionId, Lifecycle, PersonId, PhaseKey, Project, ProjectId, Timestamp};
use funnel::Definition;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::command::Principal;
use crate::error::Error;
use crate::funnels::definition;
use crate::page::{Cursor, Page, PageProblem, PageRequest};
use crate::project_row::{lifecycle, lifecycle_word, state};
use crate::roster::{self, Roster};
use crate::scope::{Tx, unsigned};
use crate::store::{Inner, Store};
use crate::submission::text_of;
use crate::visible::Query;

/// One project with everything the engine needs to answer questions about it.
#[derive(Clone, Debug)]
pub struct ProjectView {
    /// The state.
    pub state: Project,
    /// The funnel version it runs on, with its forms.
    pub definition: Arc<Definition>,
    /// What it is called; empty when erased.
    pub title: String,
    /// What it is about; empty when erased. Read only where a project is looked at: not when an act shows the project it
    /// left, and not for planning.
    pub summary: Option<String>,
    /// When it started.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Grows with every change; for caches and subscriptions, never sent back by clients.
    pub version: u64,
    /// The people and parties of the organisation at the same moment.
    pub roster: Arc<Roster>,
}

/// One project in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectItem {
    /// Which.
    pub id: ProjectId,
    /// What it is called; empty when erased.
    pub title: String,
    /// In which phase.
    pub phase: PhaseKey,
    /// Whether it still moves.
    pub lifecycle: Lifecycle,
    /// Who leads it.
    pub lead: PersonId,
    /// On which funnel version.
    pub funnel: FunnelVersionId,
    /// When it started.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Grows with every change.
    pub version: u64,
}

/// Which projects to list; nothing set lists all that may be seen, last changed first.
#[derive(Clone, Debug, Default)]
pub struct ProjectFilter {
    /// Only in this phase.
    pub phase: Option<PhaseKey>,
    /// Only under way, or only finished.
    pub lifecycle: Option<Lifecycle>,
    /// Only with this lead.
    pub lead: Option<PersonId>,
}

/// The row of a project for reading.
#[derive(FromQueryResult)]
pub(crate) struct ViewRow {
    pub(crate) id: Uuid,
    version: i64,
    state_format: i64,
    state: String,
    title: String,
    created_at: i64,
    updated_at: i64,
    roster_version: i64,
}

#[derive(FromQueryResult)]
struct ItemRow {
    id: Uuid,
    title: String,
    phase: String,
    lifecycle: String,
    lead_id: Uuid,
    funnel_version_id: Uuid,
    created_at: i64,
    updated_at: i64,
    version: i64,
}

impl ItemRow {
    fn item(self) -> Result<ProjectItem, Error> {
        let corrupt = || Error::corrupt("projects", self.id);
        Ok(ProjectItem {
            id: ProjectId(self.id),
            phase: PhaseKey::parse(self.phase.as_str()).map_err(|_| corrupt())?,
            lifecycle: lifecycle(&self.lifecycle).ok_or_else(corrupt)?,
            lead: PersonId(self.lead_id),
            funnel: FunnelVersionId(self.funnel_version_id),
            created_at: Timestamp(self.created_at),
            updated_at: Timestamp(self.updated_at),
            version: unsigned(self.version),
            title: self.title,
        })
    }
}

/// Names the order of the list in its cursors.
const RECENT: &str = "projects-recent";

impl ProjectFilter {
    fn apply(&self, query: &mut Query) {
        if let Some(phase) = &self.phase {
            query.equal("p.phase", phase.as_str());
        }
        if let Some(lifecycle) = self.lifecycle {
            query.equal("p.lifecycle", lifecycle_word(lifecycle));
        }
        if let Some(lead) = self.lead {
            query.equal("p.lead_id", lead.0);
        }
    }
}

impl ViewRow {
    pub(crate) const SELECT: &'static str = "SELECT p.id, p.version, p.state_format, p.state, p.title, p.created_at, \
                                             p.updated_at, o.roster_version FROM projects p \
                                             JOIN organisations o ON o.id = p.organisation_id \
                                             WHERE p.organisation_id = $1";

    /// Without the summary, which lies beside the log.
    pub(crate) async fn view(self, inner: &Inner, tx: &Tx<'_>) -> Result<ProjectView, Error> {
        let state = state(tx, ProjectId(self.id), self.state_format, &self.state).await?;
        Ok(ProjectView {
            definition: definition(inner, tx, state.funnel).await?,
            roster: roster::at(inner, tx, self.roster_version).await?,
            title: self.title,
            summary: None,
            created_at: Timestamp(self.created_at),
            updated_at: Timestamp(self.updated_at),
            version: unsigned(self.version),
            state,
        })
    }
}

pub(crate) async fn view(inner: &Inner, tx: &Tx<'_>, principal: &Principal, id: ProjectId) -> Result<ProjectView, Error> {
    let mut query = Query::new(ViewRow::SELECT);
    query.equal("p.id", id.0).visible(principal, inner.config.clock.now().today);
    let row: ViewRow = tx.one(&query.sql, query.values).await?.ok_or(Error::NotFound)?;
    let view = row.view(inner, tx).await?;
    let summary = Some(text_of(tx, view.state.summary.id).await?.unwrap_or_default());
    Ok(ProjectView { summary, ..view })
}

/// Refuses a project that may not be seen as one that is not there.
pub(crate) async fn must_see(inner: &Inner, tx: &Tx<'_>, principal: &Principal, project: ProjectId) -> Result<(), Error> {
    let mut query = Query::new("SELECT 1 AS one FROM projects p WHERE p.organisation_id = $1");
    query.equal("p.id", project.0).visible(principal, inner.config.clock.now().today);
    tx.row(&query.sql, query.values).await?.map(|_| ()).ok_or(Error::NotFound)
}

impl Store {
    /// One project.
    ///
    /// # Errors
    /// [`Error::NotFound`] when it may not be seen.
    pub async fn project(&self, principal: &Principal, project: ProjectId) -> Result<ProjectView, Error> {
        let (inner, principal) = (Arc::clone(&self.inner), principal.clone());
        self.read(principal.organisation, move |tx| Box::pin(async move { view(&inner, tx, &principal, project).await }))
            .await
    }

    /// The projects that may be seen, last changed first.
    ///
    /// # Errors
    /// [`Error::Page`] for a cursor of another list.
    pub async fn projects(
        &self,
        principal: &Principal,
        filter: &ProjectFilter,
        page: &PageRequest,
    ) -> Result<Page<ProjectItem>, Error> {
        let mut query = Query::new(
            "SELECT p.id, p.title, p.phase, p.lifecycle, p.lead_id, p.funnel_version_id, p.created_at, p.updated_at, \
             p.version FROM projects p WHERE p.organisation_id = $1",
        );
        filter.apply(&mut query);
        query.visible(principal, self.now().today);
        if let Some(cursor) = &page.after {
            let [at, id] = cursor.values::<2>(RECENT)?;
            let at = query.bind(at.parse::<i64>().map_err(|_| PageProblem::Cursor)?);
            let id = query.bind(Uuid::parse_str(&id).map_err(|_| PageProblem::Cursor)?);
            query.push(&format!("AND (p.updated_at, p.id) < ({at}, {id})"));
        }
        query.push("ORDER BY p.updated_at DESC, p.id DESC");
        let limit = query.bind(page.fetch());
        query.push(&format!("LIMIT {limit}"));
        let rows: Vec<ItemRow> = self
            .read(principal.organisation, move |tx| Box::pin(async move { tx.all(&query.sql, query.values).await }))
            .await?;
        let items = rows.into_iter().map(ItemRow::item).collect::<Result<_, _>>()?;
        Ok(Page::of(items, page, |item: &ProjectItem| Cursor::of(RECENT, &[&item.updated_at.0, &item.id])))
    }

    /// How many projects may be seen.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn count_projects(&self, principal: &Principal, filter: &ProjectFilter) -> Result<u64, Error> {
        let mut query = Query::new("SELECT count(*) FROM projects p WHERE p.organisation_id = $1");
        filter.apply(&mut query);
        query.visible(principal, self.now().today);
        self.read(principal.organisation, move |tx| Box::pin(async move { tx.number(&query.sql, query.values).await })).await
    }
}
