//! How a store is opened, and what it may not take from its surroundings.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use engine::{Calendar, Moment};

/// Time, passed in: the store never reads the system's clock.
pub trait Clock: Send + Sync {
    /// The instant, cut to microseconds, and the civil date of the organisations.
    fn now(&self) -> Moment;
}

/// Randomness, passed in: ids, salts and tokens are made of it.
pub trait Randomness: Send + Sync {
    /// Fills `bytes`. Outside tests these bytes must be unpredictable.
    fn fill(&self, bytes: &mut [u8]);
}

/// How to open a store.
#[derive(Clone)]
pub struct StoreConfig {
    /// `sqlite://path?mode=rwc` or `postgres://…`.
    pub url: String,
    /// Folder for uploaded files and the lock; made when absent.
    pub data_dir: PathBuf,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Ids, salts, tokens.
    pub randomness: Arc<dyn Randomness>,
    /// The days on which nobody works.
    pub calendar: Arc<Calendar>,
    /// Connections to PostgreSQL at most; on two cores 8 are faster than 32.
    pub postgres_connections: u32,
    /// Connections that read SQLite; one more writes.
    pub sqlite_readers: u32,
    /// Whether opening brings the schema up to date. Otherwise an old schema is refused.
    pub migrate: bool,
}

impl StoreConfig {
    /// The defaults: 8 connections to PostgreSQL, 4 readers of SQLite, migrating, no holidays.
    #[must_use]
    pub fn new(
        url: impl Into<String>,
        data_dir: impl Into<PathBuf>,
        clock: Arc<dyn Clock>,
        randomness: Arc<dyn Randomness>,
    ) -> Self {
        Self {
            url: url.into(),
            data_dir: data_dir.into(),
            clock,
            randomness,
            calendar: Arc::new(Calendar::default()),
            postgres_connections: 8,
            sqlite_readers: 4,
            migrate: true,
        }
    }
}

impl fmt::Debug for StoreConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The URL may hold a password.
        f.debug_struct("StoreConfig")
            .field("data_dir", &self.data_dir)
            .field("migrate", &self.migrate)
            .finish_non_exhaustive()
    }
}
