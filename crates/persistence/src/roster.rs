//! The people and parties of an organisation, cached as one value.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use engine::{Actor, Member, Organisation, OrganisationId, Parties, PartyKey, Person, PersonId, Role};
use sea_orm::FromQueryResult;
use time::Date;
use uuid::Uuid;

use crate::command::Principal;
use crate::error::Error;
use crate::organisations;
use crate::scope::Tx;
use crate::store::{Inner, Store};

/// Everybody in an organisation at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    /// Changes whenever anything here does.
    pub version: i64,
    /// People.
    pub persons: BTreeMap<PersonId, PersonView>,
    /// Parties.
    pub parties: BTreeMap<PartyKey, PartyView>,
    /// Who belongs to which party, as the engine asks for it.
    pub members: Parties,
    /// The organisation as an aggregate: its evidence, agreements and consultations.
    pub organisation: Organisation,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonView {
    /// Who.
    pub id: PersonId,
    /// Name; empty when erased.
    pub name: String,
    /// E-mail address; empty when erased.
    pub email: String,
    /// Function.
    pub function: String,
    /// What the organisation lets them do.
    pub roles: BTreeSet<Role>,
    /// `nl` or `en`.
    pub language: String,
}

/// A party of the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyView {
    /// The name that funnels use.
    pub key: PartyKey,
    /// The name on the screen, Dutch.
    pub name_nl: String,
    /// The name on the screen, English.
    pub name_en: String,
}

/// One membership with which somebody acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Acting {
    /// In which party.
    pub party: PartyKey,
    /// Whether as its chair.
    pub chair: bool,
    /// The member they stand in for; none where the membership is their own.
    pub away: Option<PersonId>,
}

impl PersonView {
    /// The person as the engine knows one.
    #[must_use]
    pub fn person(&self) -> Person {
        Person { id: self.id, function: self.function.clone(), roles: self.roles.clone() }
    }
}

impl Roster {
    /// The parties that `person` belongs to.
    pub fn parties_of(&self, person: PersonId) -> impl Iterator<Item = &PartyKey> {
        self.members
            .members
            .iter()
            .filter(move |(_, members)| members.iter().any(|m| m.person == person))
            .map(|(key, _)| key)
    }

    /// The memberships with which somebody acts on a day: their own, and those of members they stand in for (law 7).
    pub(crate) fn acting(&self, person: PersonId, today: Date) -> Vec<Acting> {
        let own = self.members.members.iter().filter_map(|(party, members)| {
            let member = members.iter().find(|member| member.person == person)?;
            Some(Acting { party: party.clone(), chair: member.chair, away: None })
        });
        let delegated = self.organisation.delegations.to(person, today).filter(|known| known.from != person);
        let delegated = delegated.filter_map(|known| {
            let member = self.members.membership(&known.party, known.from)?;
            Some(Acting { party: known.party.clone(), chair: member.chair, away: Some(known.from) })
        });
        own.chain(delegated).collect()
    }

    /// The principal as the organisation knows it at this moment; somebody who is no longer there finds nothing.
    pub(crate) fn current(&self, principal: &Principal) -> Result<Principal, Error> {
        let actor = match principal.person() {
            None => Actor::System,
            Some(id) => Actor::Person(self.persons.get(&id).ok_or(Error::NotFound)?.person()),
        };
        Ok(Principal { organisation: principal.organisation, actor })
    }

    /// Whether a current principal may see a project; the same rule as in the texts of queries.
    pub(crate) fn may_see(&self, principal: &Principal, project: &engine::Project, today: Date) -> bool {
        let Some(person) = principal.person() else { return true };
        principal.sees_all()
            || project.lead == person
            || self.acting(person, today).iter().any(|acting| project.involved.contains_key(&acting.party))
    }
}

#[derive(FromQueryResult)]
pub(crate) struct PersonRow {
    id: Uuid,
    name: String,
    email: String,
    function: String,
    roles: String,
    language: String,
}

impl PersonRow {
    pub(crate) const COLUMNS: &'static str = "persons.id, persons.name, persons.email, persons.function, persons.roles, \
                                              persons.language";

    pub(crate) fn view(self) -> Result<PersonView, Error> {
        let roles = serde_json::from_str(&self.roles).map_err(|_| Error::corrupt("persons", self.id))?;
        let Self { id, name, email, function, language, .. } = self;
        Ok(PersonView { id: PersonId(id), name, email, function, roles, language })
    }
}

#[derive(FromQueryResult)]
struct PartyRow {
    key: String,
    name_nl: String,
    name_en: String,
}

#[derive(FromQueryResult)]
struct MemberRow {
    party: String,
    person_id: Uuid,
    chair: bool,
}

/// The roster of the scope's organisation at `version`, which was read in this same transaction.
pub(crate) async fn at(inner: &Inner, tx: &Tx<'_>, version: i64) -> Result<Arc<Roster>, Error> {
    if let Some(roster) = inner.cached_roster(tx.organisation(), version) {
        return Ok(roster);
    }
    let roster = Arc::new(load(tx, version).await?);
    inner.cache_roster(tx.organisation(), &roster);
    Ok(roster)
}

/// The roster as it is now.
pub(crate) async fn now(inner: &Inner, tx: &Tx<'_>) -> Result<Arc<Roster>, Error> {
    let row = tx.row("SELECT roster_version FROM organisations WHERE id = $1", []).await?.ok_or(Error::NotFound)?;
    at(inner, tx, row.try_get_by_index(0)?).await
}

async fn load(tx: &Tx<'_>, version: i64) -> Result<Roster, Error> {
    let persons = format!("SELECT {} FROM persons WHERE organisation_id = $1", PersonRow::COLUMNS);
    let persons: Vec<PersonRow> = tx.all(&persons, []).await?;
    let parties: Vec<PartyRow> = tx.all("SELECT key, name_nl, name_en FROM parties WHERE organisation_id = $1", []).await?;
    let members = "SELECT party, person_id, chair FROM memberships WHERE organisation_id = $1 ORDER BY party, person_id";
    let members: Vec<MemberRow> = tx.all(members, []).await?;
    let key = |text: String| PartyKey::parse(text.clone()).map_err(|_| Error::corrupt("parties", text));
    let mut roster = Roster {
        version,
        persons: BTreeMap::new(),
        parties: BTreeMap::new(),
        members: Parties::default(),
        organisation: organisations::load(tx).await?,
    };
    for row in persons {
        let person = row.view()?;
        roster.persons.insert(person.id, person);
    }
    for PartyRow { key: text, name_nl, name_en } in parties {
        let key = key(text)?;
        roster.parties.insert(key.clone(), PartyView { key, name_nl, name_en });
    }
    for row in members {
        let member = Member { person: PersonId(row.person_id), chair: row.chair };
        roster.members.members.entry(key(row.party)?).or_default().push(member);
    }
    Ok(roster)
}

impl Store {
    /// The people and parties of an organisation.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown organisation.
    pub async fn roster(&self, organisation: OrganisationId) -> Result<Arc<Roster>, Error> {
        let inner = Arc::clone(&self.inner);
        self.read(organisation, move |tx| Box::pin(async move { now(&inner, tx).await })).await
    }
}
