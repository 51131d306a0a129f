//! People, parties and the viewer.

use std::sync::Arc;

use async_graphql::{ID, Object, Result, SimpleObject};
use engine::PersonId;
use persistence::{OrganisationView, Roster, TaskFilter};

use crate::enums::Role;
use crate::error::problem;
use crate::session::{Language, Session};
use crate::types::int;
use crate::types::page::PageInfo;

/// A person of the organisation.
#[derive(Clone)]
pub struct Person {
    id: PersonId,
    roster: Arc<Roster>,
}

impl Person {
    pub(crate) fn of(roster: &Arc<Roster>, id: PersonId) -> Self {
        Self { id, roster: roster.clone() }
    }
}

#[Object]
impl Person {
    /// Id.
    async fn id(&self) -> ID {
        ID(self.id.to_string())
    }

    /// Name; empty when the person was erased.
    async fn name(&self) -> &str {
        self.roster.persons.get(&self.id).map_or("", |p| &p.name)
    }

    /// Function.
    async fn function(&self) -> &str {
        self.roster.persons.get(&self.id).map_or("", |p| &p.function)
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

/// A party that the viewer belongs to.
#[derive(SimpleObject)]
pub struct Membership {
    /// Which.
    party: Party,
    /// Whether as its chair.
    chair: bool,
}

/// The organisation of the viewer.
#[derive(SimpleObject)]
pub struct Organisation {
    /// Id.
    id: ID,
    /// Name.
    name: String,
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

/// Who is asking.
pub struct Viewer {
    person: PersonId,
    roster: Arc<Roster>,
    organisation: OrganisationView,
    language: Language,
    counts: (u64, u64),
}

impl Viewer {
    pub(crate) async fn load(session: &Session) -> Result<Self> {
        let (store, principal) = (&session.store, &session.principal);
        let roster = store.roster(principal.organisation).await.map_err(problem)?;
        let organisation = store.organisation(principal.organisation).await.map_err(problem)?;
        let mine = store.count_tasks(principal, TaskFilter::Mine).await.map_err(problem)?;
        let others = store.count_tasks(principal, TaskFilter::Others).await.map_err(problem)?;
        let (person, language) = (session.person()?, session.language);
        Ok(Self { person, roster, organisation, language, counts: (mine, others) })
    }
}

#[Object]
impl Viewer {
    /// The person.
    async fn person(&self) -> Person {
        Person::of(&self.roster, self.person)
    }

    /// The organisation.
    async fn organisation(&self) -> Organisation {
        Organisation { id: ID(self.organisation.id.to_string()), name: self.organisation.name.clone() }
    }

    /// What the organisation lets the viewer do.
    async fn roles(&self) -> Vec<Role> {
        self.roster.persons.get(&self.person).map(|p| p.roles.iter().copied().map(Role::from).collect()).unwrap_or_default()
    }

    /// The parties the viewer belongs to.
    async fn parties(&self) -> Vec<Membership> {
        let named = self.roster.parties_of(self.person).map(|key| Membership {
            party: self.roster.parties.get(key).map_or_else(
                || Party { key: key.to_string(), name: key.to_string() },
                |party| Party {
                    key: key.to_string(),
                    name: match self.language {
                        Language::Dutch => party.name_nl.clone(),
                        Language::English => party.name_en.clone(),
                    },
                },
            ),
            chair: self.roster.members.membership(key, self.person).is_some_and(|m| m.chair),
        });
        named.collect()
    }

    /// Whether the viewer may start a project to lead: everybody may.
    async fn viewer_can_start_project(&self) -> bool {
        self.roster.persons.contains_key(&self.person)
    }

    /// How much waits.
    async fn task_counts(&self) -> TaskCounts {
        TaskCounts { waiting_for_me: int(self.counts.0), waiting_for_others: int(self.counts.1) }
    }
}
