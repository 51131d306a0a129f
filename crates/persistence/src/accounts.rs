//! Who can sign in, and who is signed in.

use engine::{Actor, Hash, OrganisationId, PersonId, Timestamp};
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use crate::canonical::sha256;
use crate::command::Principal;
use crate::error::Error;
use crate::ids::AccountId;
use crate::organisation::{OrganisationRow, OrganisationView};
use crate::roster::{PersonRow, PersonView};
use crate::scope::Scope;
use crate::seed::taken;
use crate::store::Store;
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

#[derive(FromQueryResult)]
struct AccountRow {
    id: Uuid,
    email: String,
    password_hash: String,
}

#[derive(FromQueryResult)]
struct SessionRow {
    account_id: Uuid,
    person_id: Uuid,
    expires_at: i64,
    roster_version: i64,
}

/// Every request begins with this, so it is one trip on both databases.
const SESSION_ON_POSTGRES: &str = "SELECT * FROM session_of($1, $2)";
const SESSION_ON_SQLITE: &str = "SELECT s.account_id, s.person_id, s.expires_at, o.roster_version, o.id, \
                                 o.name, o.phone, o.language \
                                 FROM sessions s JOIN organisations o ON o.id = s.organisation_id \
                                 WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.revoked_at IS NULL";

/// Only the hash of a token is stored: who reads the table can sign in as nobody.
fn token_hash(token: &str) -> Value {
    sha256(&[token.as_bytes()]).0.to_vec().into()
}

impl Store {
    /// Makes an account; `password_hash` is opaque.
    ///
    /// # Errors
    /// [`Error::Exists`] when the address has one.
    pub async fn create_account(&self, email: &Text, password_hash: &str) -> Result<AccountId, Error> {
        let id = self.inner.new_id();
        let sql = "INSERT INTO accounts (id, email, password_hash, created_at) VALUES ($1, $2, $3, $4)";
        let values = vec![id.into(), email.as_str().to_lowercase().into(), password_hash.into(), self.now().at.0.into()];
        self.sign_in(sql, values).await.map_err(taken)?;
        Ok(AccountId(id))
    }

    /// The account of an address, whatever its case.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn account_by_email(&self, email: &str) -> Result<Option<Account>, Error> {
        let email = email.trim().to_lowercase();
        // PostgreSQL takes no NUL; nobody has such an address.
        if email.contains('\0') {
            return Ok(None);
        }
        let found = self
            .inner
            .connections
            .read(Scope::SignIn, false, move |tx| {
                Box::pin(async move {
                    let sql = "SELECT id, email, password_hash FROM accounts WHERE email = $1";
                    tx.one::<AccountRow>(sql, [email.into()]).await
                })
            })
            .await?;
        Ok(found.map(|row| Account { id: AccountId(row.id), email: row.email, password_hash: row.password_hash }))
    }

    /// Replaces the password of an account and revokes its sessions.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub async fn set_password(&self, account: AccountId, password_hash: &str) -> Result<(), Error> {
        let (hash, now) = (password_hash.to_owned(), self.now().at.0);
        self.inner
            .connections
            .write(Scope::SignIn, move |tx| {
                Box::pin(async move {
                    let sql = "UPDATE accounts SET password_hash = $2 WHERE id = $1";
                    if tx.execute(sql, [account.0.into(), hash.into()]).await? == 0 {
                        return Err(Error::NotFound);
                    }
                    let sql = "UPDATE sessions SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL";
                    tx.execute(sql, [account.0.into(), now.into()]).await.map(|_| ())
                })
            })
            .await
    }

    /// The persons that an account is, in the organisations where it is one.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn persons_of(&self, account: AccountId) -> Result<Vec<AccountPerson>, Error> {
        self.inner
            .connections
            .read(Scope::Account(account), true, |tx| {
                Box::pin(async move {
                    let persons = format!(
                        "SELECT {} FROM persons WHERE account_id = $1 AND erased_at IS NULL ORDER BY organisation_id",
                        PersonRow::COLUMNS
                    );
                    let organisations = "SELECT o.id, o.name, o.phone, o.language \
                                         FROM organisations o JOIN persons p ON p.organisation_id = o.id \
                                         WHERE p.account_id = $1 AND p.erased_at IS NULL ORDER BY o.id";
                    let persons: Vec<PersonRow> = tx.all(&persons, []).await?;
                    let organisations: Vec<OrganisationRow> = tx.all(organisations, []).await?;
                    let both = organisations.into_iter().zip(persons);
                    both.map(|(row, person)| Ok(AccountPerson { organisation: row.into(), person: person.view()? }))
                        .collect()
                })
            })
            .await
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
        let own = self.persons_of(account).await?;
        if !own.iter().any(|own| own.organisation.id == organisation && own.person.id == person) {
            return Err(Error::NotFound);
        }
        // 32 random bytes, written like a hash.
        let token = SessionToken(Hash(self.inner.random()).to_string());
        let now = self.now().at.0;
        let sql = "INSERT INTO sessions \
                   (token_hash, account_id, organisation_id, person_id, created_at, seen_at, expires_at) \
                   VALUES ($1, $2, $3, $4, $5, $5, $6)";
        let values = vec![
            token_hash(&token.0),
            account.0.into(),
            organisation.0.into(),
            person.0.into(),
            now.into(),
            expires_at.0.into(),
        ];
        self.sign_in(sql, values).await?;
        Ok(token)
    }

    /// Who is behind a token, if it is not expired or revoked.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn session(&self, token: &str) -> Result<Option<Session>, Error> {
        let (hash, now) = (token_hash(token), self.now().at.0);
        let found = self
            .inner
            .connections
            .read(Scope::SignIn, false, move |tx| {
                let sql = if tx.is_postgres() { SESSION_ON_POSTGRES } else { SESSION_ON_SQLITE };
                Box::pin(async move { tx.row(sql, [hash, now.into()]).await })
            })
            .await?;
        let Some(found) = found else { return Ok(None) };
        let row = SessionRow::from_query_result(&found, "")?;
        let organisation = OrganisationView::from(OrganisationRow::from_query_result(&found, "")?);
        let roster = match self.inner.cached_roster(organisation.id, row.roster_version) {
            Some(roster) => roster,
            None => self.roster(organisation.id).await?,
        };
        // A person who left the organisation has no session there.
        let Some(person) = roster.persons.get(&PersonId(row.person_id)).cloned() else { return Ok(None) };
        Ok(Some(Session {
            account: AccountId(row.account_id),
            principal: Principal { organisation: organisation.id, actor: Actor::Person(person.person()) },
            organisation,
            person,
            expires_at: Timestamp(row.expires_at),
        }))
    }

    /// Makes a session last until `expires_at`.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn touch_session(&self, token: &str, expires_at: Timestamp) -> Result<(), Error> {
        let sql = "UPDATE sessions SET seen_at = $2, expires_at = $3 \
                   WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2";
        self.sign_in(sql, vec![token_hash(token), self.now().at.0.into(), expires_at.0.into()]).await
    }

    /// Signs out. An unknown token is signed out already.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn revoke_session(&self, token: &str) -> Result<(), Error> {
        let sql = "UPDATE sessions SET revoked_at = $2 WHERE token_hash = $1 AND revoked_at IS NULL";
        self.sign_in(sql, vec![token_hash(token), self.now().at.0.into()]).await
    }

    /// Forgets sessions that ended. Gives their number.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub(crate) async fn forget_old_sessions(&self) -> Result<u64, Error> {
        let now = self.now().at.0;
        self.inner
            .connections
            .write(Scope::SignIn, move |tx| {
                let sql = "DELETE FROM sessions WHERE expires_at <= $1 OR revoked_at <= $1";
                Box::pin(async move { tx.execute(sql, [now.into()]).await })
            })
            .await
    }

    async fn sign_in(&self, sql: &'static str, values: Vec<Value>) -> Result<(), Error> {
        self.inner
            .connections
            .write(Scope::SignIn, move |tx| Box::pin(async move { tx.execute(sql, values).await.map(|_| ()) }))
            .await
    }
}
