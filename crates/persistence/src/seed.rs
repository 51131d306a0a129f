//! Organisations, people and parties: for the demo, tests and the first set-up.

use std::collections::BTreeSet;

use engine::{OrganisationId, PartyKey, PersonId, Role};

use crate::error::Error;
use crate::ids::AccountId;
use crate::store::{Store, unbuilt};
use crate::text::Text;

/// An organisation to make.
#[derive(Clone, Debug)]
pub struct NewOrganisation {
    /// What it is called.
    pub name: Text,
    /// The telephone number in its mails.
    pub phone: Text,
    /// `nl` or `en`.
    pub language: String,
}

/// A person to make.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// The account that is this person, if they sign in.
    pub account: Option<AccountId>,
    /// Name.
    pub name: Text,
    /// E-mail address.
    pub email: Text,
    /// Function.
    pub function: Text,
    /// Roles.
    pub roles: BTreeSet<Role>,
    /// `nl` or `en`.
    pub language: String,
}

/// A party to make.
#[derive(Clone, Debug)]
pub struct NewParty {
    /// The name that funnels use.
    pub key: PartyKey,
    /// The name on the screen, Dutch.
    pub name_nl: Text,
    /// The name on the screen, English.
    pub name_en: Text,
}

impl Store {
    /// Makes an organisation.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn create_organisation(&self, new: NewOrganisation) -> Result<OrganisationId, Error> {
        let _ = new;
        unbuilt()
    }

    /// Makes a person.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown organisation.
    pub async fn create_person(&self, organisation: OrganisationId, new: NewPerson) -> Result<PersonId, Error> {
        let _ = (organisation, new);
        unbuilt()
    }

    /// Changes what a person may do.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn set_roles(
        &self,
        organisation: OrganisationId,
        person: PersonId,
        roles: BTreeSet<Role>,
    ) -> Result<(), Error> {
        let _ = (organisation, person, roles);
        unbuilt()
    }

    /// Makes a party.
    ///
    /// # Errors
    /// [`Error::Exists`] when the key is taken.
    pub async fn create_party(&self, organisation: OrganisationId, new: NewParty) -> Result<(), Error> {
        let _ = (organisation, new);
        unbuilt()
    }

    /// Makes a person a member of a party, or changes whether they chair it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the party or the person is unknown.
    pub async fn set_member(
        &self,
        organisation: OrganisationId,
        party: &PartyKey,
        person: PersonId,
        chair: bool,
    ) -> Result<(), Error> {
        let _ = (organisation, party, person, chair);
        unbuilt()
    }

    /// Ends a membership.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none.
    pub async fn remove_member(
        &self,
        organisation: OrganisationId,
        party: &PartyKey,
        person: PersonId,
    ) -> Result<(), Error> {
        let _ = (organisation, party, person);
        unbuilt()
    }
}
