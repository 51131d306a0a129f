//! Who can sign in, and who is signed in.

use engine::{OrganisationId, PersonId, Timestamp};

use crate::command::Principal;
use crate::error::Error;
use crate::ids::AccountId;
use crate::organisation::OrganisationView;
use crate::roster::PersonView;
use crate::store::{Store, unbuilt};
use crate::text::Text;

/// Somebody who can sign in.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Which.
    pub id: AccountId,
    /// The address they sign in with, in lower case.
    pub email: String,
    /// Their password, hashed by the server; opaque here.
    pub password_hash: String,
}

/// A person behind an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountPerson {
    /// In which organisation.
    pub organisation: OrganisationView,
    /// As whom.
    pub person: PersonView,
}

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// By which account.
    pub account: AccountId,
    /// Who acts in requests of this session.
    pub principal: Principal,
    /// In which organisation.
    pub organisation: OrganisationView,
    /// As whom.
    pub person: PersonView,
    /// Until when.
    pub expires_at: Timestamp,
}

/// The secret of a session: 32 random bytes, 64 hexadecimal characters. Only its hash is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct SessionToken(String);

impl SessionToken {
    /// The text for the cookie.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Store {
    /// Makes an account; `password_hash` is opaque.
    ///
    /// # Errors
    /// [`Error::Exists`] when the address has one.
    pub async fn create_account(&self, email: &Text, password_hash: &str) -> Result<AccountId, Error> {
        let _ = (email, password_hash);
        unbuilt()
    }

    /// The account of an address, whatever its case.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn account_by_email(&self, email: &str) -> Result<Option<Account>, Error> {
        let _ = email;
        unbuilt()
    }

    /// Replaces the password of an account and revokes its sessions.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn set_password(&self, account: AccountId, password_hash: &str) -> Result<(), Error> {
        let _ = (account, password_hash);
        unbuilt()
    }

    /// The persons that an account is, in the organisations where it is one.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn persons_of(&self, account: AccountId) -> Result<Vec<AccountPerson>, Error> {
        let _ = account;
        unbuilt()
    }

    /// Signs in as one of the account's persons until `expires_at`.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the person is not of this account.
    pub async fn create_session(
        &self,
        account: AccountId,
        organisation: OrganisationId,
        person: PersonId,
        expires_at: Timestamp,
    ) -> Result<SessionToken, Error> {
        let _ = (account, organisation, person, expires_at);
        unbuilt()
    }

    /// Who is behind a token, if it is not expired or revoked.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn session(&self, token: &str) -> Result<Option<Session>, Error> {
        let _ = token;
        unbuilt()
    }

    /// Makes a session last until `expires_at`.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn touch_session(&self, token: &str, expires_at: Timestamp) -> Result<(), Error> {
        let _ = (token, expires_at);
        unbuilt()
    }

    /// Signs out. An unknown token is signed out already.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn revoke_session(&self, token: &str) -> Result<(), Error> {
        let _ = token;
        unbuilt()
    }
}
