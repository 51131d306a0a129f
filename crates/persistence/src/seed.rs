//! Organisations, people and parties: for the demo, tests and the first set-up.

use std::collections::BTreeSet;
use std::sync::Arc;

use engine::{OrganisationId, PartyKey, PersonId, Role};
use sea_orm::Value;

use crate::error::Error;
use crate::ids::AccountId;
use crate::scope::Tx;
use crate::store::Store;
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
        let organisation = OrganisationId(self.inner.new_id());
        let values: [Value; 5] = [
            new.name.into_string().into(),
            new.phone.into_string().into(),
            language(&new.language).into(),
            self.inner.draw().into(),
            self.now().at.0.into(),
        ];
        self.write(organisation, move |tx| {
            let sql = "INSERT INTO organisations (id, name, phone, language, roster_version, created_at) \
                       VALUES ($1, $2, $3, $4, $5, $6)";
            Box::pin(async move { tx.execute(sql, values).await })
        })
        .await?;
        Ok(organisation)
    }

    /// Makes a person.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown organisation; [`Error::Exists`] when the account is a person there already.
    pub async fn create_person(&self, organisation: OrganisationId, new: NewPerson) -> Result<PersonId, Error> {
        let id = self.inner.new_id();
        let values: Vec<Value> = vec![
            id.into(),
            new.account.map(|account| account.0).into(),
            new.name.into_string().into(),
            new.email.into_string().into(),
            new.function.into_string().into(),
            roles_text(&new.roles).into(),
            language(&new.language).into(),
            self.now().at.0.into(),
        ];
        let sql = "INSERT INTO persons \
                   (organisation_id, id, account_id, name, email, function, roles, language, created_at) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        self.change_roster(organisation, sql, values, None).await.map_err(taken)?;
        Ok(PersonId(id))
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
        let sql = "UPDATE persons SET roles = $3 WHERE organisation_id = $1 AND id = $2";
        self.change_roster(organisation, sql, vec![person.0.into(), roles_text(&roles).into()], None).await
    }

    /// Makes a party.
    ///
    /// # Errors
    /// [`Error::Exists`] when the key is taken.
    pub async fn create_party(&self, organisation: OrganisationId, new: NewParty) -> Result<(), Error> {
        let sql = "INSERT INTO parties (organisation_id, key, name_nl, name_en) VALUES ($1, $2, $3, $4)";
        let values = vec![new.key.as_str().into(), new.name_nl.into_string().into(), new.name_en.into_string().into()];
        self.change_roster(organisation, sql, values, None).await.map_err(taken)
    }

    /// Makes a person a member of a party, or changes whether they chair it. Who is that already stays it, and nothing is
    /// looked at again.
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
        let roster = self.roster(organisation).await?;
        if roster.members.membership(party, person).is_some_and(|member| member.chair == chair) {
            return Ok(());
        }
        let sql = "INSERT INTO memberships (organisation_id, party, person_id, chair) \
                   SELECT $1, a.key, p.id, $4 FROM parties a, persons p \
                   WHERE a.organisation_id = $1 AND a.key = $2 AND p.organisation_id = $1 AND p.id = $3 \
                   ON CONFLICT (organisation_id, party, person_id) DO UPDATE SET chair = excluded.chair";
        self.change_roster(organisation, sql, vec![party.as_str().into(), person.0.into(), chair.into()], Some(party)).await
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
        let sql = "DELETE FROM memberships WHERE organisation_id = $1 AND party = $2 AND person_id = $3";
        self.change_roster(organisation, sql, vec![party.as_str().into(), person.0.into()], Some(party)).await
    }

    /// Runs a statement that must touch a row of the roster, and draws the roster's next version. Where the members of a
    /// party change, time looks at its projects: who can do what waits there may have changed with them.
    async fn change_roster(
        &self,
        organisation: OrganisationId,
        sql: &'static str,
        values: Vec<Value>,
        party: Option<&PartyKey>,
    ) -> Result<(), Error> {
        let (inner, party) = (Arc::clone(&self.inner), party.map(|party| party.as_str().to_owned()));
        self.write(organisation, move |tx| {
            Box::pin(async move {
                // First the organisation's row: it makes changes of one roster wait for each other on PostgreSQL.
                next_version(tx, inner.draw()).await?;
                let touched = tx.execute(sql, values).await?;
                if let Some(party) = party.filter(|_| touched > 0) {
                    let look = "UPDATE projects SET due_on = '1970-01-01' WHERE organisation_id = $1 \
                                AND lifecycle = 'active' AND id IN \
                                (SELECT project_id FROM involvement WHERE organisation_id = $1 AND party = $2)";
                    tx.execute(look, [party.into()]).await?;
                }
                if touched == 0 { Err(Error::NotFound) } else { Ok(()) }
            })
        })
        .await
    }
}

/// Gives the roster its next version; whoever read the one before loads it anew.
pub(crate) async fn next_version(tx: &Tx<'_>, version: i64) -> Result<(), Error> {
    let touched = tx.execute("UPDATE organisations SET roster_version = $2 WHERE id = $1", [version.into()]).await?;
    if touched == 0 { Err(Error::NotFound) } else { Ok(()) }
}

fn roles_text(roles: &BTreeSet<Role>) -> String {
    // A set of plain names always has a JSON form.
    serde_json::to_string(roles).unwrap_or_else(|_| "[]".to_owned())
}

fn language(asked: &str) -> &'static str {
    if asked == "en" { "en" } else { "nl" }
}

/// A second row under the same key.
pub(crate) fn taken(error: Error) -> Error {
    if error.is_race() { Error::Exists } else { error }
}
