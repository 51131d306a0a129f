//! SQLite: exactly one process, one connection that writes, several that only read.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, TransactionTrait};
use tokio::sync::Mutex;

use super::options;
use super::writer::Writer;
use crate::config::StoreConfig;
use crate::error::{Error, Failure, OpenError};
use crate::scope::{Scope, Tx, Work};

/// Page cache of the writing connection, and of each reading one, in KiB.
const WRITER_CACHE: u32 = 16 * 1024;
const READER_CACHE: u32 = 4 * 1024;
/// Rows that a reading connection hands over at once.
const ROW_BUFFER: usize = 500;

/// An open SQLite database.
pub(crate) struct Sqlite {
    writer: Option<Writer>,
    readers: DatabaseConnection,
    /// Held as long as the database is open; the kernel gives it back however the process ends.
    lock: Mutex<Option<File>>,
}

impl Sqlite {
    pub(super) async fn open(config: &StoreConfig, read_only: bool) -> Result<Self, OpenError> {
        if read_only {
            let readers = Database::connect(reading(config)).await?;
            if migrations::is_behind(&readers).await? {
                return Err(OpenError::NeedsMigration);
            }
            return Ok(Self { writer: None, readers, lock: Mutex::new(None) });
        }
        let lock = lock(&database_path(&config.url)?)?;
        let writing = writing(config);
        let connection = Database::connect(writing.clone()).await?;
        if config.migrate {
            migrations::up(&connection).await?;
        } else if migrations::is_behind(&connection).await? {
            return Err(OpenError::NeedsMigration);
        }
        let readers = Database::connect(reading(config)).await?;
        Ok(Self { writer: Some(Writer::start(writing, connection)), readers, lock: Mutex::new(Some(lock)) })
    }

    pub(super) async fn write<T, F>(&self, scope: Scope, body: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a Tx<'a>) -> Work<'a, T> + Send + 'static,
    {
        match &self.writer {
            Some(writer) => writer.write(scope, body).await,
            None => Err(Error::failed(Failure::Other, "opened for reading")),
        }
    }

    pub(super) async fn read<T, F>(&self, scope: Scope, snapshot: bool, body: F) -> Result<T, Error>
    where
        F: for<'a> FnOnce(&'a Tx<'a>) -> Work<'a, T> + Send,
    {
        if !snapshot {
            return body(&Tx::new(&self.readers, scope)).await;
        }
        let transaction = self.readers.begin().await?;
        let done = body(&Tx::new(&transaction, scope)).await;
        transaction.rollback().await?;
        done
    }

    pub(super) async fn ping(&self) -> Result<(), Error> {
        Ok(self.readers.ping().await?)
    }

    pub(super) async fn close(&self) {
        if let Some(writer) = &self.writer {
            writer.close().await;
        }
        let _ = self.readers.close_by_ref().await;
        self.lock.lock().await.take();
    }
}

/// The file of `sqlite://path?mode=rwc`.
fn database_path(url: &str) -> Result<PathBuf, OpenError> {
    let path = url.strip_prefix("sqlite://").ok_or(OpenError::Url)?;
    let path = path.split('?').next().unwrap_or(path);
    // A database in memory has one connection; this store needs several.
    if path.is_empty() || path.starts_with(":memory:") { Err(OpenError::Url) } else { Ok(PathBuf::from(path)) }
}

/// Two processes that write the same file would each believe that they are alone.
fn lock(database: &Path) -> Result<File, OpenError> {
    let mut name = database.as_os_str().to_owned();
    name.push(".lock");
    if let Some(folder) = database.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(OpenError::Folder)?;
    }
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(name).map_err(OpenError::Folder)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OpenError::Locked),
        Err(TryLockError::Error(error)) => Err(OpenError::Folder(error)),
    }
}

fn common(options: SqliteConnectOptions, cache: u32) -> SqliteConnectOptions {
    let options = options.foreign_keys(true).busy_timeout(Duration::from_secs(10)).row_buffer_size(ROW_BUFFER);
    options.pragma("cache_size", format!("-{cache}")).pragma("temp_store", "memory")
}

/// FULL, because NORMAL loses acknowledged commits when the power fails.
fn writing(config: &StoreConfig) -> ConnectOptions {
    let mut options = options(&config.url, 1);
    options.test_before_acquire(false).map_sqlx_sqlite_opts(|options| {
        let options = common(options, WRITER_CACHE).create_if_missing(true);
        options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full).pragma("secure_delete", "on")
    });
    options
}

fn reading(config: &StoreConfig) -> ConnectOptions {
    let mut options = options(&config.url, config.sqlite_readers);
    options
        .test_before_acquire(false)
        .map_sqlx_sqlite_opts(|options| common(options, READER_CACHE).create_if_missing(false).pragma("query_only", "on"));
    options
}
