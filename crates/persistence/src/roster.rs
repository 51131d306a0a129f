//! The people and parties of an organisation, cached as one value.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use engine::{OrganisationId, Parties, PartyKey, PersonId, Role};

use crate::error::Error;
use crate::store::{Store, unbuilt};

/// Everybody in an organisation at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// Changes whenever anything here does.
    pub version: i64,
    /// People.
    pub persons: BTreeMap<PersonId, PersonView>,
    /// Parties.
    pub parties: BTreeMap<PartyKey, PartyView>,
    /// Who belongs to which party, as the engine asks for it.
    pub members: Parties,
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

impl Roster {
    /// The parties that `person` belongs to.
    pub fn parties_of(&self, person: PersonId) -> impl Iterator<Item = &PartyKey> {
        self.members
            .members
            .iter()
            .filter(move |(_, members)| members.iter().any(|m| m.person == person))
            .map(|(key, _)| key)
    }
}

impl Store {
    /// The people and parties of an organisation.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown organisation.
    pub async fn roster(&self, organisation: OrganisationId) -> Result<Arc<Roster>, Error> {
        let _ = organisation;
        unbuilt()
    }
}
