//! The organisation itself.

use engine::OrganisationId;

use crate::error::Error;
use crate::store::{Store, unbuilt};

/// A care provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationView {
    /// Which.
    pub id: OrganisationId,
    /// What it is called.
    pub name: String,
    /// The telephone number in its mails.
    pub phone: String,
    /// The language it writes in: `nl` or `en`.
    pub language: String,
}

impl Store {
    /// An organisation.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn organisation(&self, organisation: OrganisationId) -> Result<OrganisationView, Error> {
        let _ = organisation;
        unbuilt()
    }

    /// All organisations; for the worker, `verify` and the demo, never for a person.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn organisations(&self) -> Result<Vec<OrganisationView>, Error> {
        unbuilt()
    }
}
