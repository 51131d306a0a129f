//! The outbox and the mailbox: e-mails that wait, are sent, and are shown.

use engine::{OrganisationId, PersonId, Role, Timestamp};
use sea_orm::{FromQueryResult, Value as SqlValue};
use uuid::Uuid;

use crate::command::Principal;
use crate::error::Error;
use crate::ids::DeliveryId;
use crate::links::LINK_PATH;
use crate::page::{Cursor, Page, PageProblem, PageRequest};
use crate::scope::{Scope, Tx};
use crate::store::Store;
use crate::visible::Query;

/// Which organisations have something to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Events whose notices are not planned.
    pub unplanned: Vec<OrganisationId>,
    /// E-mails that may be sent now.
    pub deliveries: Vec<OrganisationId>,
}

/// Where the greeting goes in a letter that several people get. No text of people holds it: control characters are taken
/// out of everything that goes into a letter.
pub const GREETING_MARK: &str = "\u{1}";

/// Where the path of a personal link goes in such a letter.
pub const LINK_MARK: &str = "\u{2}";

/// A rendered e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Subject.
    pub subject: String,
    /// Body as plain text.
    pub text: String,
    /// Body as HTML.
    pub html: String,
}

/// An e-mail that this worker alone may send until its lease ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedDelivery {
    /// Whose.
    pub organisation: OrganisationId,
    /// Which.
    pub id: DeliveryId,
    /// Stable over tries: the part before the `@`; the mailer adds its domain.
    pub message_id: String,
    /// Name of the recipient.
    pub to_name: String,
    /// Address of the recipient, as it is now.
    pub to_address: String,
    /// What it says.
    pub letter: Letter,
    /// Which try this is, from 1.
    pub attempt: u32,
    pub(crate) lease: i64,
}

/// What became of a try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeliveryOutcome {
    /// The server answered 250.
    Sent,
    /// Refused for now; try again at this moment.
    Retry {
        /// When.
        at: Timestamp,
        /// What the server said.
        reason: String,
    },
    /// The connection broke after the letter: perhaps it arrived. Tried once more at this moment.
    Unknown {
        /// When.
        at: Timestamp,
        /// What happened.
        reason: String,
    },
    /// Refused for good; shown to a person.
    Failed {
        /// What the server said.
        reason: String,
    },
}

/// How an e-mail stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryStatus {
    /// Waits to be sent, perhaps again.
    Waiting,
    /// Sent.
    Sent,
    /// Perhaps sent.
    Unknown,
    /// Will not be sent.
    Failed,
}

/// One e-mail in the mailbox or outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryItem {
    /// Which.
    pub id: DeliveryId,
    /// To whom.
    pub to: PersonId,
    /// Name of the recipient; empty when erased.
    pub to_name: String,
    /// Address of the recipient; empty when erased.
    pub to_address: String,
    /// What it says.
    pub letter: Letter,
    /// How it stands.
    pub status: DeliveryStatus,
    /// Tries so far.
    pub attempts: u32,
    /// What went wrong last.
    pub last_error: Option<String>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
    /// Its Message-ID, as in [`ClaimedDelivery::message_id`].
    pub message_id: String,
}

impl DeliveryStatus {
    const ALL: [Self; 4] = [Self::Waiting, Self::Sent, Self::Unknown, Self::Failed];

    fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Unknown => "unknown",
            Self::Failed => "failed",
        }
    }
}

/// E-mails claimed in one go at most.
const CLAIM_AT_ONCE: u32 = 100;
/// Characters kept of what went wrong.
const REASON: usize = 500;

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    person_id: Uuid,
    name: String,
    email: String,
    status: String,
    attempts: i64,
    last_error: Option<String>,
    created_at: i64,
    sent_at: Option<i64>,
    subject: String,
    body_text: String,
    body_html: String,
    greeting: String,
    greeting_html: String,
    link: Option<String>,
}

impl Row {
    const SELECT: &'static str = "SELECT d.id, d.person_id, p.name, p.email, d.status, d.attempts, d.last_error, \
                                  d.created_at, d.sent_at, l.subject, l.body_text, l.body_html, d.greeting, d.greeting_html, d.link \
                                  FROM deliveries d JOIN persons p ON p.id = d.person_id AND p.organisation_id = $1 \
                                  JOIN letters l ON l.id = d.letter_id AND l.organisation_id = $1 \
                                  WHERE d.organisation_id = $1";

    fn letter(&mut self) -> Letter {
        let link = format!("{LINK_PATH}{}", self.link.as_deref().unwrap_or("…"));
        Letter {
            subject: std::mem::take(&mut self.subject),
            text: self.body_text.replace(GREETING_MARK, &self.greeting).replace(LINK_MARK, &link),
            html: self.body_html.replace(GREETING_MARK, &self.greeting_html).replace(LINK_MARK, &link),
        }
    }

    fn tries(&self) -> u32 {
        u32::try_from(self.attempts).unwrap_or(u32::MAX)
    }

    fn item(mut self) -> Result<DeliveryItem, Error> {
        let status = DeliveryStatus::ALL.into_iter().find(|status| status.word() == self.status);
        Ok(DeliveryItem {
            id: DeliveryId(self.id),
            to: PersonId(self.person_id),
            letter: self.letter(),
            status: status.ok_or_else(|| Error::corrupt("deliveries", self.id))?,
            attempts: self.tries(),
            message_id: self.id.to_string(),
            to_name: self.name,
            to_address: self.email,
            last_error: self.last_error,
            created_at: Timestamp(self.created_at),
            sent_at: self.sent_at.map(Timestamp),
        })
    }
}

/// Names the order of the list in its cursors.
const NEWEST: &str = "deliveries-newest";

impl Store {
    /// Which organisations have mail to plan or to send now.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn work(&self) -> Result<Work, Error> {
        let now = self.now().at.0;
        self.inner
            .connections
            .read(Scope::Worker, false, move |tx| {
                Box::pin(async move {
                    let unplanned = "SELECT DISTINCT organisation_id FROM unplanned_events";
                    let deliveries = "SELECT DISTINCT organisation_id FROM deliveries WHERE next_at <= $1";
                    Ok(Work {
                        unplanned: organisations(tx, unplanned, Vec::new()).await?,
                        deliveries: organisations(tx, deliveries, vec![now.into()]).await?,
                    })
                })
            })
            .await
    }

    /// Claims e-mails that may be sent now, at most `limit` (and at most 100), for `lease_seconds`.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn claim_deliveries(
        &self,
        organisation: OrganisationId,
        limit: u32,
        lease_seconds: u32,
    ) -> Result<Vec<ClaimedDelivery>, Error> {
        let limit = i64::from(limit.min(CLAIM_AT_ONCE));
        let (now, lease) = (self.now().at.0, self.inner.draw());
        let until = now.saturating_add(i64::from(lease_seconds) * 1_000_000);
        let rows: Vec<Row> = self
            .write(organisation, move |tx| {
                Box::pin(async move {
                    // Two workers on PostgreSQL pass over each other's rows; on SQLite there is one writer.
                    let skip = if tx.is_postgres() { "FOR UPDATE SKIP LOCKED" } else { "" };
                    let claim = format!(
                        "UPDATE deliveries SET lease = $3, next_at = $4, attempts = attempts + 1 \
                         WHERE organisation_id = $1 AND id IN (SELECT id FROM deliveries \
                         WHERE organisation_id = $1 AND next_at <= $2 ORDER BY next_at, id LIMIT $5 {skip})"
                    );
                    tx.execute(&claim, [now.into(), lease.into(), until.into(), limit.into()]).await?;
                    let claimed = format!("{} AND d.lease = $2 ORDER BY d.created_at, d.id", Row::SELECT);
                    tx.all(&claimed, [lease.into()]).await
                })
            })
            .await?;
        let claimed = rows.into_iter().map(|mut row| ClaimedDelivery {
            organisation,
            id: DeliveryId(row.id),
            message_id: row.id.to_string(),
            letter: row.letter(),
            attempt: row.tries(),
            to_name: row.name,
            to_address: row.email,
            lease,
        });
        Ok(claimed.collect())
    }

    /// Writes down what became of a try; nothing when the lease has passed to another worker (then `false`).
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn mark_delivery(&self, claimed: &ClaimedDelivery, outcome: &DeliveryOutcome) -> Result<bool, Error> {
        let now = self.now().at.0;
        let short = |reason: &String| Some(reason.replace('\0', "").chars().take(REASON).collect::<String>());
        let (status, next, reason, sent) = match outcome {
            DeliveryOutcome::Sent => (DeliveryStatus::Sent, None, None, Some(now)),
            DeliveryOutcome::Retry { at, reason } => (DeliveryStatus::Waiting, Some(at.0), short(reason), None),
            DeliveryOutcome::Unknown { at, reason } => (DeliveryStatus::Unknown, Some(at.0), short(reason), None),
            DeliveryOutcome::Failed { reason } => (DeliveryStatus::Failed, None, short(reason), None),
        };
        let again = next.is_some();
        let (id, lease, word) = (claimed.id.0.into(), claimed.lease.into(), status.word().into());
        let values: [SqlValue; 7] = [id, lease, word, next.into(), reason.into(), sent.into(), again.into()];
        // When nothing will be sent any more, the secret of a personal link goes: from then on only its hash is known.
        let sql = "UPDATE deliveries SET lease = NULL, status = $4, next_at = $5, last_error = $6, sent_at = $7, \
                   link = CASE WHEN $8 THEN link END \
                   WHERE organisation_id = $1 AND id = $2 AND lease = $3";
        let marked =
            self.write(claimed.organisation, move |tx| Box::pin(async move { tx.execute(sql, values).await })).await?;
        Ok(marked == 1)
    }

    /// The e-mails of an organisation, newest first; for administrators, and for the mailbox page with the system's principal.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else.
    pub async fn deliveries(&self, principal: &Principal, page: &PageRequest) -> Result<Page<DeliveryItem>, Error> {
        let mut query = mailbox(principal)?;
        if let Some(cursor) = &page.after {
            let [at, id] = cursor.values::<2>(NEWEST)?;
            let at = query.bind(at.parse::<i64>().map_err(|_| PageProblem::Cursor)?);
            let id = query.bind(Uuid::parse_str(&id).map_err(|_| PageProblem::Cursor)?);
            query.push(&format!("AND (d.created_at, d.id) < ({at}, {id})"));
        }
        query.push("ORDER BY d.created_at DESC, d.id DESC");
        let limit = query.bind(page.fetch());
        query.push(&format!("LIMIT {limit}"));
        let items = self.mails(principal, query).await?;
        Ok(Page::of(items, page, |item: &DeliveryItem| Cursor::of(NEWEST, &[&item.created_at.0, &item.id])))
    }

    /// One e-mail.
    ///
    /// # Errors
    /// As [`Store::deliveries`].
    pub async fn delivery(&self, principal: &Principal, id: DeliveryId) -> Result<DeliveryItem, Error> {
        let mut query = mailbox(principal)?;
        query.equal("d.id", id.0);
        self.mails(principal, query).await?.pop().ok_or(Error::NotFound)
    }

    async fn mails(&self, principal: &Principal, query: Query) -> Result<Vec<DeliveryItem>, Error> {
        let rows: Vec<Row> = self
            .read(principal.organisation, move |tx| Box::pin(async move { tx.all(&query.sql, query.values).await }))
            .await?;
        // A link is its recipient's alone; an administrator sees that there was one.
        let hidden = principal.person().is_some();
        rows.into_iter().map(|row| Row { link: row.link.filter(|_| !hidden), ..row }.item()).collect()
    }
}

fn mailbox(principal: &Principal) -> Result<Query, Error> {
    let allowed = principal.actor.person().is_none_or(|person| person.roles.contains(&Role::Administrator));
    if allowed { Ok(Query::new(Row::SELECT)) } else { Err(Error::NotFound) }
}

async fn organisations(tx: &Tx<'_>, sql: &str, values: Vec<SqlValue>) -> Result<Vec<OrganisationId>, Error> {
    let rows = tx.rows(sql, values).await?;
    rows.iter().map(|row| Ok(OrganisationId(row.try_get_by_index(0)?))).collect()
}
