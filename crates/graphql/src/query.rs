//! What can be read.

use async_graphql::{Context, ID, Object, Result};
use engine::{FunnelVersionId, PartyKey, PhaseKey};

use crate::enums::{Lifecycle, TaskList};
use crate::error::problem;
use crate::mutation::{key, uuid};
use crate::session::session;
use crate::types::agenda::AgendaConnection;
use crate::types::funnel::FunnelVersion;
use crate::types::migration::MigrationPreview;
use crate::types::organisation::Organisation;
use crate::types::page::{PageInfo, rows};
use crate::types::people::{Person, PersonConnection, PersonEdge, Viewer};
use crate::types::project::Project;
use crate::types::projects::ProjectConnection;
use crate::types::tasks::TaskConnection;
use crate::types::{page_request, page_weight, project_id};

/// Reads.
pub struct Query;

#[Object]
impl Query {
    /// Who is asking, and what waits for them.
    async fn viewer(&self, context: &Context<'_>) -> Result<Viewer> {
        Viewer::of(session(context)?)
    }

    /// The organisation: what it settled, keeps and agreed for all its projects.
    #[graphql(complexity = "5 + child_complexity")]
    async fn organisation(&self, context: &Context<'_>) -> Result<Organisation> {
        Organisation::of(session(context)?).await
    }

    /// One project; null when it does not exist or is not for this viewer.
    #[graphql(complexity = "5 + child_complexity")]
    async fn project(&self, context: &Context<'_>, id: ID) -> Result<Option<Project>> {
        let session = session(context)?;
        let Ok(id) = project_id(&id) else { return Ok(None) };
        match session.store.project(&session.principal, id).await {
            Ok(view) => Ok(Some(Project::new(view))),
            Err(persistence::Error::NotFound) => Ok(None),
            Err(error) => Err(problem(error)),
        }
    }

    /// What going on under another version of its funnel would do to a project, without doing it.
    #[graphql(complexity = "5 + child_complexity")]
    async fn migration_preview(
        &self,
        context: &Context<'_>,
        project_id: ID,
        funnel_id: ID,
        phase: Option<String>,
    ) -> Result<MigrationPreview> {
        let session = session(context)?;
        let view = session.store.project(&session.principal, self::project_id(&project_id)?).await.map_err(problem)?;
        let to = FunnelVersionId(uuid("funnelId", &funnel_id)?);
        let phase = phase.map(|phase| key("phase", PhaseKey::parse(phase))).transpose()?;
        MigrationPreview::of(session, &Project::new(view), to, phase).await
    }

    /// The projects that the viewer may see, last changed first.
    #[graphql(complexity = "page_weight(first, child_complexity)")]
    async fn projects(
        &self,
        context: &Context<'_>,
        #[graphql(default = 25)] first: i32,
        after: Option<String>,
        lifecycle: Option<Lifecycle>,
    ) -> Result<ProjectConnection> {
        let request = page_request(first, after.as_deref())?;
        let filter = persistence::ProjectFilter { lifecycle: lifecycle.map(Into::into), ..Default::default() };
        ProjectConnection::load(session(context)?, filter, &request).await
    }

    /// Open tasks, the earliest date first.
    #[graphql(complexity = "page_weight(first, child_complexity)")]
    async fn tasks(
        &self,
        context: &Context<'_>,
        #[graphql(default_with = "TaskList::WaitingForMe")] list: TaskList,
        #[graphql(default = 50)] first: i32,
        after: Option<String>,
    ) -> Result<TaskConnection> {
        let request = page_request(first, after.as_deref())?;
        TaskConnection::load(session(context)?, list, &request).await
    }

    /// What waits for a body that decides gates, for its meeting: what can be decided now first, by date, then what comes
    /// near. Null for whoever may not hold its meetings (see `Viewer.meets`).
    #[graphql(complexity = "page_weight(first, child_complexity)")]
    async fn agenda(
        &self,
        context: &Context<'_>,
        party: String,
        #[graphql(default = 20)] first: i32,
        after: Option<String>,
    ) -> Result<Option<AgendaConnection>> {
        let request = page_request(first, after.as_deref())?;
        let Ok(party) = PartyKey::parse(party) else { return Ok(None) };
        AgendaConnection::load(session(context)?, party, &request).await
    }

    /// The newest published version of each funnel.
    #[graphql(complexity = "5 + 10 * child_complexity")]
    async fn funnels(&self, context: &Context<'_>) -> Result<Vec<FunnelVersion>> {
        let session = session(context)?;
        let items = session.store.funnels(session.principal.organisation).await.map_err(problem)?;
        Ok(items.into_iter().map(|item| FunnelVersion { id: item.id, definition: item.definition }).collect())
    }

    /// The people of the organisation by name.
    #[graphql(complexity = "page_weight(first, child_complexity)")]
    async fn people(
        &self,
        context: &Context<'_>,
        #[graphql(default = 100)] first: i32,
        after: Option<String>,
    ) -> Result<PersonConnection> {
        let session = session(context)?;
        page_request(first, None)?;
        let roster = session.store.roster(session.principal.organisation).await.map_err(problem)?;
        let mut people: Vec<_> = roster.persons.values().collect();
        people.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        let listed: Vec<_> = people
            .into_iter()
            .map(|person| (rows::cursor(&person.name, person.id), person))
            .filter(|(cursor, _)| after.as_deref().is_none_or(|after| rows::is_after(cursor, after)))
            .collect();
        let asked = usize::try_from(first).unwrap_or(1);
        let has_next_page = listed.len() > asked;
        let edges: Vec<PersonEdge> = listed
            .into_iter()
            .take(asked)
            .map(|(cursor, person)| PersonEdge { cursor, node: Person::of(&roster, person.id) })
            .collect();
        let end_cursor = edges.last().map(|edge| edge.cursor.clone());
        Ok(PersonConnection { edges, page_info: PageInfo { has_next_page, end_cursor } })
    }
}
