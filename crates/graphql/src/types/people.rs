//! People, parties and the viewer.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use engine::{PartyKey, PersonId};
use persistence::{PersonView, Roster, TaskFilter};

use crate::enums::Role;
use crate::error::problem;
use crate::session::{Language, Session, session};
use crate::types::int;
use crate::types::organisation::Organisation;
use crate::types::page::PageInfo;

/// A person of the organisation.
#[derive(Clone)]
pub struct Person {
    id: PersonId,
    /// The people among whom this one is found; read when a name is asked for, unless it was at hand.
    roster: Option<Arc<Roster>>,
}

impl Person {
    pub(crate) fn of(roster: &Arc<Roster>, id: PersonId) -> Self {
        Self { id, roster: Some(roster.clone()) }
    }

    /// Something about this person; nothing is left of somebody who was erased.
    async fn tell(&self, context: &Context<'_>, what: impl FnOnce(&PersonView) -> &str) -> Result<String> {
        let roster = match &self.roster {
            Some(roster) => Arc::clone(roster),
            None => roster(session(context)?).await?,
        };
        Ok(roster.persons.get(&self.id).map(what).unwrap_or_default().to_owned())
    }
}

async fn roster(session: &Session) -> Result<Arc<Roster>> {
    session.store.roster(session.principal.organisation).await.map_err(problem)
}

#[Object]
impl Person {
    /// Id.
    async fn id(&self) -> ID {
        ID(self.id.to_string())
    }

    /// Name; empty when the person was erased.
    async fn name(&self, context: &Context<'_>) -> Result<String> {
        self.tell(context, |person| &person.name).await
    }

    /// Function.
    async fn function(&self, context: &Context<'_>) -> Result<String> {
        self.tell(context, |person| &person.function).await
    }
}

/// A party.
#[derive(Clone, SimpleObject)]
pub struct Party {
    /// The name in the funnel.
    pub key: String,
    /// The name on the screen.
    pub name: String,
}

/// A party as the organisation calls it.
pub(crate) fn party_of(roster: &Roster, language: Language, key: &PartyKey) -> Party {
    let name = roster.parties.get(key).map(|party| match language {
        Language::Dutch => party.name_nl.clone(),
        Language::English => party.name_en.clone(),
    });
    Party { key: key.to_string(), name: name.unwrap_or_else(|| key.to_string()) }
}

/// A party that the viewer belongs to.
#[derive(SimpleObject)]
pub struct Membership {
    /// Which.
    party: Party,
    /// Whether as its chair.
    chair: bool,
}

/// How much waits.
#[derive(SimpleObject)]
pub struct TaskCounts {
    /// For the viewer or a party of the viewer.
    waiting_for_me: i32,
    /// For others.
    waiting_for_others: i32,
}

/// A page of people.
#[derive(SimpleObject)]
pub struct PersonConnection {
    /// Rows.
    pub edges: Vec<PersonEdge>,
    /// Where the page ends.
    pub page_info: PageInfo,
}

/// A row.
#[derive(SimpleObject)]
pub struct PersonEdge {
    /// Where it stands.
    pub cursor: String,
    /// Who.
    pub node: Person,
}

/// Who is asking. Each field is read when it is asked for: most pages only want to know who it is, and counting is dear.
pub struct Viewer {
    person: PersonId,
}

impl Viewer {
    pub(crate) fn of(session: &Session) -> Result<Self> {
        Ok(Self { person: session.person()? })
    }
}

#[Object]
impl Viewer {
    /// The person.
    async fn person(&self) -> Person {
        Person { id: self.person, roster: None }
    }

    /// The organisation.
    async fn organisation(&self, context: &Context<'_>) -> Result<Organisation> {
        Organisation::of(session(context)?).await
    }

    /// What the organisation lets the viewer do.
    async fn roles(&self, context: &Context<'_>) -> Result<Vec<Role>> {
        let roster = roster(session(context)?).await?;
        let roles = roster.persons.get(&self.person).map(|person| person.roles.iter().copied().map(Role::from).collect());
        Ok(roles.unwrap_or_default())
    }

    /// The parties the viewer belongs to.
    async fn parties(&self, context: &Context<'_>) -> Result<Vec<Membership>> {
        let session = session(context)?;
        let roster = roster(session).await?;
        let named = roster.parties_of(self.person).map(|key| Membership {
            party: party_of(&roster, session.language, key),
            chair: roster.members.membership(key, self.person).is_some_and(|m| m.chair),
        });
        Ok(named.collect())
    }

    /// The parties for which the viewer may hold a meeting: they decide gates, and the viewer decides for them or may enter
    /// what they decided.
    async fn meets(&self, context: &Context<'_>) -> Result<Vec<Party>> {
        let session = session(context)?;
        let parties = session.store.meets(&session.principal).await.map_err(problem)?;
        let roster = roster(session).await?;
        Ok(parties.iter().map(|key| party_of(&roster, session.language, key)).collect())
    }

    /// Whether the viewer may bring in projects that exist already.
    async fn viewer_can_bring_in(&self, context: &Context<'_>) -> Result<bool> {
        let roster = roster(session(context)?).await?;
        Ok(roster.persons.get(&self.person).is_some_and(|person| person.roles.contains(&engine::Role::Administrator)))
    }

    /// Whether the viewer may start a project to lead: everybody may.
    async fn viewer_can_start_project(&self, context: &Context<'_>) -> Result<bool> {
        Ok(roster(session(context)?).await?.persons.contains_key(&self.person))
    }

    /// How much waits.
    async fn task_counts(&self, context: &Context<'_>) -> Result<TaskCounts> {
        let Session { store, principal, .. } = session(context)?;
        let mine = store.count_tasks(principal, TaskFilter::Mine).await.map_err(problem)?;
        let others = store.count_tasks(principal, TaskFilter::Others).await.map_err(problem)?;
        Ok(TaskCounts { waiting_for_me: int(mine), waiting_for_others: int(others) })
    }
}
