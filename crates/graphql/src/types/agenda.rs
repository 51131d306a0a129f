//! The agenda of a body that decides gates: derived from its projects, never stored.

use std::sync::Arc;

use async_graphql::{Context, Object, Result, SimpleObject};
use engine::{PartyKey, TaskKind};
use persistence::{PageRequest, Roster};
use time::OffsetDateTime;

use crate::error::problem;
use crate::session::{Session, session};
use crate::types::instant;
use crate::types::page::PageInfo;
use crate::types::people::{Party, Person, party_of};
use crate::types::project::Project;

/// A page of an agenda.
pub struct AgendaConnection {
    party: PartyKey,
    roster: Arc<Roster>,
    edges: Vec<AgendaEdge>,
    page_info: PageInfo,
}

/// A row.
#[derive(Clone, SimpleObject)]
pub struct AgendaEdge {
    /// Where it stands.
    cursor: String,
    /// The item.
    node: AgendaItem,
}

/// A project that stands before a gate of the body.
#[derive(Clone)]
pub struct AgendaItem {
    project: Project,
    /// Since when its gate can be decided, once it can.
    ready_since: Option<engine::Timestamp>,
    opened: engine::Timestamp,
}

/// A member of the body.
#[derive(SimpleObject)]
pub struct AgendaMember {
    /// Who.
    person: Person,
    /// Whether as its chair.
    chair: bool,
}

impl AgendaConnection {
    /// The agenda of a party; nothing for whoever holds no meeting of it.
    pub(crate) async fn load(session: &Session, party: PartyKey, request: &PageRequest) -> Result<Option<Self>> {
        let page = match session.store.agenda(&session.principal, &party, request).await {
            Err(persistence::Error::NotFound) => return Ok(None),
            page => page.map_err(problem)?,
        };
        let roster = session.store.roster(session.principal.organisation).await.map_err(problem)?;
        let page_info = PageInfo::of(&page.cursors, page.next.as_ref());
        let rows = page.items.into_iter().zip(&page.cursors);
        let edges = rows.filter_map(|(view, cursor)| {
            let node = AgendaItem::of(session, Project::new(view), &party)?;
            Some(AgendaEdge { cursor: cursor.as_str().to_owned(), node })
        });
        Ok(Some(Self { edges: edges.collect(), party, roster, page_info }))
    }
}

impl AgendaItem {
    /// Nothing while the gate of its phase is closed: one that recurs is, between its rounds.
    fn of(session: &Session, project: Project, party: &PartyKey) -> Option<Self> {
        let round = project.0.state.round.as_ref()?;
        let gate = project.0.definition.funnel.gate(&round.gate).filter(|gate| gate.decided_by == *party)?;
        let decide = TaskKind::Decide(gate.key.clone());
        let opened = round.opened.at;
        let tasks = project.ask(session, &engine::Actor::System, engine::tasks);
        let ready_since = tasks.into_iter().find(|task| task.kind == decide).map(|task| task.since);
        Some(Self { project, ready_since, opened })
    }
}

#[Object]
impl AgendaItem {
    /// The project; its readiness is that of the gate that waits for the body.
    async fn project(&self) -> &Project {
        &self.project
    }

    /// Whether nothing is in the way of *go*, and the gate is not on hold.
    async fn ready(&self) -> bool {
        self.ready_since.is_some()
    }

    /// Since when it can be decided; while something is in the way, since when the gate is open.
    async fn since(&self) -> OffsetDateTime {
        instant(self.ready_since.unwrap_or(self.opened))
    }
}

#[Object]
impl AgendaConnection {
    /// The body.
    async fn party(&self, context: &Context<'_>) -> Result<Party> {
        Ok(party_of(&self.roster, session(context)?.language, &self.party))
    }

    /// Who belongs to it now.
    #[graphql(complexity = "10 * child_complexity")]
    async fn members(&self) -> Vec<AgendaMember> {
        let members = self.roster.members.of(&self.party).iter();
        members.map(|one| AgendaMember { person: Person::of(&self.roster, one.person), chair: one.chair }).collect()
    }

    /// Rows.
    async fn edges(&self) -> &[AgendaEdge] {
        &self.edges
    }

    /// Where the page ends.
    async fn page_info(&self) -> &PageInfo {
        &self.page_info
    }
}
