//! Personal links: whoever holds one reads and answers one consultation as one person, until it ends (`docs/security.md`).

use std::fmt;
use std::sync::Arc;

use engine::{Actor, Hash, OrganisationId, PersonId, ProjectId, Timestamp};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::canonical::sha256;
use crate::command::Principal;
use crate::error::Error;
use crate::mail::{LINK_MARK, Letter};
use crate::organisation::{OrganisationRow, OrganisationView};
use crate::roster::{self, PersonView};
use crate::scope::{Scope, Tx};
use crate::store::{Inner, Store};

/// What stands before the token in the path of a link.
pub const LINK_PATH: &str = "/raad/";
/// New links that one person can ask for one consultation in a day.
pub const RENEWALS_A_DAY: u64 = 3;

/// Microseconds in a day.
const DAY: i64 = 24 * 3_600 * 1_000_000;
/// Characters of a token.
const TOKEN: usize = 64;

/// The secret of a link: 32 random bytes, 64 hexadecimal characters. It waits in the outbox until its letter is sent; from then on
/// only its hash is known.
#[derive(Clone, PartialEq, Eq)]
pub struct LinkToken(String);

impl LinkToken {
    /// The token in a path, if it could be one of ours.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let fits = text.len() == TOKEN && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        fits.then(|| Self(text.to_owned()))
    }

    /// The text for the path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path that it opens.
    #[must_use]
    pub fn path(&self) -> String {
        format!("{LINK_PATH}{}", self.0)
    }

    pub(crate) fn hash(&self) -> Hash {
        sha256(&[self.0.as_bytes()])
    }
}

impl fmt::Debug for LinkToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A token in a log is a link for whoever reads the log.
        f.write_str("LinkToken(…)")
    }
}

/// A link to be made, with the letter that holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLink {
    /// The secret.
    pub token: LinkToken,
    /// Who it is for.
    pub person: PersonId,
    /// About which project.
    pub project: ProjectId,
    /// Which of its consultations.
    pub consultation: u32,
    /// Until when it opens the page.
    pub until: Timestamp,
}

/// A link that was made. Whether its person may still do anything is for whoever knows the consultation to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Of which organisation.
    pub organisation: OrganisationView,
    /// Whose it is, as they are now.
    pub person: PersonView,
    /// Who acts through it.
    pub principal: Principal,
    /// About which project.
    pub project: ProjectId,
    /// Which of its consultations.
    pub consultation: u32,
    /// Until when it opens the page.
    pub until: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    organisation_id: Uuid,
    person_id: Uuid,
    project_id: Uuid,
    consultation: i64,
    until: i64,
}

impl Store {
    /// A fresh secret, made of the store's randomness.
    #[must_use]
    pub fn new_link_token(&self) -> LinkToken {
        LinkToken(Hash(self.inner.random()).to_string())
    }

    /// The link with this token, also when it has ended; nothing for a token that nobody was given, and for that of
    /// somebody who left the organisation. Changes nothing, however often it is called.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn link(&self, token: &LinkToken) -> Result<Option<Link>, Error> {
        let hash = token.hash();
        let row = self
            .inner
            .connections
            .read(Scope::Link(hash), false, move |tx| {
                Box::pin(async move {
                    let sql = "SELECT organisation_id, person_id, project_id, consultation, until FROM links \
                               WHERE token_hash = $1";
                    tx.one::<Row>(sql, [hash.0.to_vec().into()]).await
                })
            })
            .await?;
        match row {
            Some(row) => self.open_link(row).await,
            None => Ok(None),
        }
    }

    async fn open_link(&self, row: Row) -> Result<Option<Link>, Error> {
        let inner = Arc::clone(&self.inner);
        self.read(OrganisationId(row.organisation_id), move |tx| {
            Box::pin(async move {
                let sql = "SELECT roster_version, id, name, phone, language FROM organisations WHERE id = $1";
                let Some(found) = tx.row(sql, []).await? else { return Ok(None) };
                let roster = roster::at(&inner, tx, found.try_get_by_index(0)?).await?;
                let organisation = OrganisationView::from(OrganisationRow::from_query_result(&found, "")?);
                let Some(person) = roster.persons.get(&PersonId(row.person_id)).cloned() else { return Ok(None) };
                Ok(Some(Link {
                    principal: Principal { organisation: organisation.id, actor: Actor::Person(person.person()) },
                    organisation,
                    person,
                    project: ProjectId(row.project_id),
                    consultation: u32::try_from(row.consultation).map_err(|_| Error::corrupt("links", row.project_id))?,
                    until: Timestamp(row.until),
                }))
            })
        })
        .await
    }

    /// Makes the link that somebody asked for in place of one that ended, and the letter that brings it to their address.
    /// `false`, and nothing is made, when they asked for [`RENEWALS_A_DAY`] within a day.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn renew_link(&self, organisation: OrganisationId, link: NewLink, letter: Letter) -> Result<bool, Error> {
        let inner = Arc::clone(&self.inner);
        self.write(organisation, move |tx| {
            Box::pin(async move {
                let now = inner.config.clock.now().at.0;
                let asked = "SELECT count(*) FROM links WHERE organisation_id = $1 AND person_id = $2 \
                             AND project_id = $3 AND consultation = $4 AND asked AND created_at > $5";
                let values =
                    [link.person.0.into(), link.project.0.into(), i64::from(link.consultation).into(), (now - DAY).into()];
                if tx.number(asked, values).await? >= RENEWALS_A_DAY {
                    return Ok(false);
                }
                let letter_id = inner.new_id();
                let kept = |body: &str| body.replace(&link.token.path(), LINK_MARK);
                let insert = "INSERT INTO letters (organisation_id, id, subject, body_text, body_html, created_at) \
                              VALUES ($1, $2, $3, $4, $5, $6)";
                let (text, html) = (kept(&letter.text).into(), kept(&letter.html).into());
                tx.execute(insert, [letter_id.into(), letter.subject.into(), text, html, now.into()]).await?;
                let insert = "INSERT INTO deliveries (organisation_id, id, person_id, letter_id, link, status, attempts, \
                              next_at, created_at) VALUES ($1, $2, $3, $4, $5, 'waiting', 0, $6, $6)";
                let (id, token) = (inner.new_id(), link.token.as_str().to_owned());
                tx.execute(insert, [id.into(), link.person.0.into(), letter_id.into(), token.into(), now.into()]).await?;
                store(&inner, tx, &link).await?;
                Ok(true)
            })
        })
        .await
    }
}

/// Keeps a link that somebody asked for, by its hash.
async fn store(inner: &Inner, tx: &Tx<'_>, link: &NewLink) -> Result<(), Error> {
    let insert = "INSERT INTO links (token_hash, organisation_id, person_id, project_id, consultation, until, asked, \
                  created_at) VALUES ($2, $1, $3, $4, $5, $6, $7, $8)";
    let values = [
        link.token.hash().0.to_vec().into(),
        link.person.0.into(),
        link.project.0.into(),
        i64::from(link.consultation).into(),
        link.until.0.into(),
        true.into(),
        inner.config.clock.now().at.0.into(),
    ];
    tx.execute(insert, values).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_could_be_ours_is_looked_up() {
        assert!(LinkToken::parse(&"0123456789abcdef".repeat(4)).is_some());
        for other in ["", "0", &"0123456789ABCDEF".repeat(4), &"g".repeat(64), &"0".repeat(65), &"0".repeat(10_000)] {
            assert!(LinkToken::parse(other).is_none());
        }
        assert_eq!(format!("{:?}", LinkToken::parse(&"0".repeat(64))), "Some(LinkToken(…))");
    }
}
