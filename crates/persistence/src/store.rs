//! Opening, and what all rooms of the store share.

use std::sync::Arc;

use engine::{Calendar, Moment, OrganisationId, ProjectId};
use tokio::sync::broadcast;

use crate::command::{Principal, Receipt, Request, StartRequest};
use crate::config::StoreConfig;
use crate::error::{Error, Failure, OpenError};

/// The store; cheap to clone.
#[derive(Clone)]
pub struct Store {
    pub(crate) config: Arc<StoreConfig>,
    changes: broadcast::Sender<Changed>,
}

/// A project changed; sent after the commit. A reader that lags misses some, so it is a wake-up, not a truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Whose.
    pub organisation: OrganisationId,
    /// Which.
    pub project: ProjectId,
    /// Its last event.
    pub sequence: u64,
}

pub(crate) fn unbuilt<T>() -> Result<T, Error> {
    Err(Error::failed(Failure::Other, "not built yet"))
}

impl Store {
    /// Opens the database of `config.url`, and migrates it if asked. On SQLite exactly one process can have it open.
    ///
    /// # Errors
    /// [`OpenError`] says what is in the way.
    pub async fn open(config: &StoreConfig) -> Result<Self, OpenError> {
        Ok(Self { config: Arc::new(config.clone()), changes: broadcast::channel(1024).0 })
    }

    /// Opens the database for reading alone, beside a process that writes; for `verify` and `backup`.
    ///
    /// # Errors
    /// [`OpenError`] says what is in the way.
    pub async fn open_read_only(config: &StoreConfig) -> Result<Self, OpenError> {
        Self::open(config).await
    }

    /// Brings the schema up to date and closes again. Many processes may do it at once.
    ///
    /// # Errors
    /// [`OpenError`] says what is in the way.
    pub async fn migrate(config: &StoreConfig) -> Result<(), OpenError> {
        Self::open(config).await.map(|_| ())
    }

    /// Waits until what was accepted is committed, then closes every connection and gives up the lock.
    pub async fn close(&self) {}

    /// Whether the database answers; for `/readyz`.
    ///
    /// # Errors
    /// [`Error::Database`] when it does not.
    pub async fn ping(&self) -> Result<(), Error> {
        unbuilt()
    }

    /// The moment, by the injected clock.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.config.clock.now()
    }

    /// The days on which nobody works.
    #[must_use]
    pub fn calendar(&self) -> &Arc<Calendar> {
        &self.config.calendar
    }

    /// Hears of every project that this process changes, after the commit.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<Changed> {
        self.changes.subscribe()
    }

    /// Does what `request` asks of a project: all of it in one transaction, or nothing. Runs to its end even when the
    /// caller goes away.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a project that may not be seen; a refusal for permission wins over a conflict, a conflict
    /// over every other refusal, and the form's problems come last.
    pub async fn execute(&self, principal: &Principal, project: ProjectId, request: Request) -> Result<Receipt, Error> {
        let _ = (principal, project, request);
        unbuilt()
    }

    /// Starts a project; its id is made here and stands in the receipt.
    ///
    /// # Errors
    /// As [`Store::execute`]; [`Error::NotFound`] when the funnel version or the lead is unknown.
    pub async fn start(&self, principal: &Principal, request: StartRequest) -> Result<Receipt, Error> {
        let _ = (principal, request);
        unbuilt()
    }

    /// Does what time makes happen (law 16): sends every due command of every project whose date has come, in all
    /// organisations. Gives the number of events made. Doing it again, or late, makes nothing double.
    ///
    /// # Errors
    /// [`Error::Database`]; what was done before stays done.
    pub async fn execute_due(&self) -> Result<u64, Error> {
        unbuilt()
    }
}
