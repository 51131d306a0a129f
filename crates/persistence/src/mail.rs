//! What the mail worker reads and writes: unplanned events, notices, deliveries.

use engine::{OrganisationId, PersonId, ProjectId, Recorded, Timestamp};
use serde_json::Value;

use crate::command::Principal;
use crate::error::Error;
use crate::ids::DeliveryId;
use crate::page::{Page, PageRequest};
use crate::store::{Store, unbuilt};

/// Which organisations have something to do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Events whose notices are not planned.
    pub unplanned: Vec<OrganisationId>,
    /// E-mails that may be sent now.
    pub deliveries: Vec<OrganisationId>,
}

/// An event whose notices are not planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplanned {
    /// In which project.
    pub project: ProjectId,
    /// The event.
    pub recorded: Recorded,
}

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

/// Something that one person should know; unique on event, recipient and kind.
#[derive(Clone, Debug, PartialEq)]
pub struct NewNotice {
    /// In which project.
    pub project: ProjectId,
    /// Because of which event.
    pub sequence: u64,
    /// What kind, such as `please_review`.
    pub kind: String,
    /// The particulars of the notice.
    pub data: Value,
}

/// One e-mail to one person about one or more notices.
#[derive(Clone, Debug, PartialEq)]
pub struct NewDelivery {
    /// To whom.
    pub to: PersonId,
    /// About what. When all of these exist already, nothing is stored.
    pub notices: Vec<NewNotice>,
    /// What it says.
    pub letter: Letter,
}

/// An e-mail that this worker alone may send until its lease ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedDelivery {
    /// Whose.
    pub organisation: OrganisationId,
    /// Which.
    pub id: DeliveryId,
    /// Stable over tries: `<id@organisation>` without the brackets' domain, which the mailer adds.
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

impl Store {
    /// Which organisations have mail to plan or to send now.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn work(&self) -> Result<Work, Error> {
        unbuilt()
    }

    /// The oldest unplanned events of an organisation, at most `limit` (and at most 500).
    ///
    /// # Errors
    /// [`Error::Corrupt`] for an event that cannot be read.
    pub async fn unplanned(&self, organisation: OrganisationId, limit: u32) -> Result<Vec<Unplanned>, Error> {
        let _ = (organisation, limit);
        unbuilt()
    }

    /// Stores what was planned for `events` and takes them off the list, in one transaction. Two workers that plan the
    /// same event store its notices once.
    ///
    /// # Errors
    /// [`Error::Database`]; then the events stay unplanned.
    pub async fn planned(
        &self,
        organisation: OrganisationId,
        events: &[Unplanned],
        deliveries: Vec<NewDelivery>,
    ) -> Result<u64, Error> {
        let _ = (organisation, events, deliveries);
        unbuilt()
    }

    /// Claims e-mails that may be sent now, for `lease_seconds`.
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn claim_deliveries(
        &self,
        organisation: OrganisationId,
        limit: u32,
        lease_seconds: u32,
    ) -> Result<Vec<ClaimedDelivery>, Error> {
        let _ = (organisation, limit, lease_seconds);
        unbuilt()
    }

    /// Writes down what became of a try; nothing when the lease has passed to another worker (then `false`).
    ///
    /// # Errors
    /// [`Error::Database`].
    pub async fn mark_delivery(&self, claimed: &ClaimedDelivery, outcome: &DeliveryOutcome) -> Result<bool, Error> {
        let _ = (claimed, outcome);
        unbuilt()
    }

    /// The e-mails of an organisation, newest first; for administrators, and for the mailbox page with the system's principal.
    ///
    /// # Errors
    /// [`Error::NotFound`] for anybody else.
    pub async fn deliveries(&self, principal: &Principal, page: &PageRequest) -> Result<Page<DeliveryItem>, Error> {
        let _ = (principal, page);
        unbuilt()
    }

    /// One e-mail.
    ///
    /// # Errors
    /// As [`Store::deliveries`].
    pub async fn delivery(&self, principal: &Principal, id: DeliveryId) -> Result<DeliveryItem, Error> {
        let _ = (principal, id);
        unbuilt()
    }
}
