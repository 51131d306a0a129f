//! Opening, and what all rooms of the store share.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use engine::{Calendar, FunnelVersionId, Moment, OrganisationId, ProjectId};
use funnel::Definition;
use object_store::local::LocalFileSystem;
use tokio::sync::broadcast;
use uuid::Uuid;

use crate::config::StoreConfig;
use crate::connection::Connections;
use crate::error::{Error, OpenError};
use crate::files;
use crate::roster::Roster;
use crate::scope::{Scope, Tx, Work};

/// Changes that a slow subscriber may be behind before it misses some.
const CHANGES: usize = 1024;
/// Organisations whose people are kept in memory.
const ROSTERS: usize = 1024;

/// The store; cheap to clone.
#[derive(Clone)]
pub struct Store {
    pub(crate) inner: Arc<Inner>,
}

/// What every clone shares.
pub(crate) struct Inner {
    pub(crate) config: StoreConfig,
    pub(crate) connections: Connections,
    pub(crate) files: Arc<LocalFileSystem>,
    rosters: Mutex<HashMap<OrganisationId, Arc<Roster>>>,
    definitions: Mutex<HashMap<(OrganisationId, FunnelVersionId), Arc<Definition>>>,
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

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("config", &self.inner.config).finish_non_exhaustive()
    }
}

impl Store {
    /// Opens the database of `config.url`, and migrates it if asked. On SQLite exactly one process can have it open.
    ///
    /// # Errors
    /// [`OpenError`] says what is in the way.
    pub async fn open(config: &StoreConfig) -> Result<Self, OpenError> {
        Self::open_with(config, false).await
    }

    /// Opens the database for reading alone, beside a process that writes; for `verify` and `backup`.
    ///
    /// # Errors
    /// [`OpenError`] says what is in the way.
    pub async fn open_read_only(config: &StoreConfig) -> Result<Self, OpenError> {
        Self::open_with(config, true).await
    }

    async fn open_with(config: &StoreConfig, read_only: bool) -> Result<Self, OpenError> {
        let files = Arc::new(files::open(&config.data_dir)?);
        let connections = Connections::open(config, read_only).await?;
        let (changes, _) = broadcast::channel(CHANGES);
        let inner = Inner {
            config: config.clone(),
            connections,
            files,
            rosters: Mutex::default(),
            definitions: Mutex::default(),
            changes,
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Brings the schema up to date and closes again. Many processes may do it at once.
    ///
    /// # Errors
    /// [`OpenError`] says what is in the way.
    pub async fn migrate(config: &StoreConfig) -> Result<(), OpenError> {
        let store = Self::open(&StoreConfig { migrate: true, ..config.clone() }).await?;
        store.close().await;
        Ok(())
    }

    /// Waits until what was accepted is committed, then closes every connection and gives up the lock.
    pub async fn close(&self) {
        self.inner.connections.close().await;
    }

    /// Whether the database answers; for `/readyz`.
    ///
    /// # Errors
    /// [`Error::Database`] when it does not.
    pub async fn ping(&self) -> Result<(), Error> {
        self.inner.connections.ping().await
    }

    /// The moment, by the injected clock.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.inner.config.clock.now()
    }

    /// The days on which nobody works.
    #[must_use]
    pub fn calendar(&self) -> &Arc<Calendar> {
        &self.inner.config.calendar
    }

    /// Hears of every project that this process changes, after the commit.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<Changed> {
        self.inner.changes.subscribe()
    }

    pub(crate) fn changed(&self, organisation: OrganisationId, project: ProjectId, sequence: u64) {
        // Nobody listening is fine.
        let _ = self.inner.changes.send(Changed { organisation, project, sequence });
    }

    /// Writes in the scope of one organisation: all of it or nothing, and to its end even when the caller goes away.
    pub(crate) async fn write<T, F>(&self, organisation: OrganisationId, body: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a Tx<'a>) -> Work<'a, T> + Send + 'static,
    {
        self.inner.connections.write(Scope::Organisation(organisation), body).await
    }

    /// Reads in the scope of one organisation.
    pub(crate) async fn read<T, F>(&self, organisation: OrganisationId, body: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a Tx<'a>) -> Work<'a, T> + Send + 'static,
    {
        self.inner.connections.read(Scope::Organisation(organisation), false, body).await
    }
}

impl Inner {
    /// An id that sorts by time: UUID version 7.
    pub(crate) fn new_id(&self) -> Uuid {
        let milliseconds = u64::try_from(self.config.clock.now().at.0 / 1_000).unwrap_or(0);
        let mut random = [0; 10];
        self.config.randomness.fill(&mut random);
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &random).into_uuid()
    }

    pub(crate) fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.config.randomness.fill(&mut bytes);
        bytes
    }

    /// A number that no other draw gives: never 0.
    pub(crate) fn draw(&self) -> i64 {
        (i64::from_be_bytes(self.random()) & i64::MAX).max(1)
    }

    pub(crate) fn cached_roster(&self, organisation: OrganisationId, version: i64) -> Option<Arc<Roster>> {
        let rosters = self.rosters.lock().unwrap_or_else(PoisonError::into_inner);
        rosters.get(&organisation).filter(|roster| roster.version == version).cloned()
    }

    pub(crate) fn cache_roster(&self, organisation: OrganisationId, roster: &Arc<Roster>) {
        let mut rosters = self.rosters.lock().unwrap_or_else(PoisonError::into_inner);
        if rosters.len() >= ROSTERS {
            rosters.clear();
        }
        rosters.insert(organisation, Arc::clone(roster));
    }

    pub(crate) fn cached_definition(&self, organisation: OrganisationId, id: FunnelVersionId) -> Option<Arc<Definition>> {
        let definitions = self.definitions.lock().unwrap_or_else(PoisonError::into_inner);
        definitions.get(&(organisation, id)).cloned()
    }

    pub(crate) fn cache_definition(&self, organisation: OrganisationId, id: FunnelVersionId, definition: &Arc<Definition>) {
        let mut definitions = self.definitions.lock().unwrap_or_else(PoisonError::into_inner);
        definitions.insert((organisation, id), Arc::clone(definition));
    }
}
