//! The two databases behind one pair of calls: `read` and `write`, each in a scope.

mod postgres;
mod sqlite;
mod writer;

use std::time::Duration;

use sea_orm::{ConnectOptions, DatabaseConnection};

use crate::config::StoreConfig;
use crate::error::{Error, Failure, OpenError};
use crate::scope::{Scope, Tx, Work};

use postgres::Purpose;
pub(crate) use sqlite::Sqlite;

/// How long a caller waits for a connection.
const ACQUIRE: Duration = Duration::from_secs(10);

/// An open database.
pub(crate) enum Connections {
    /// One writer, several readers.
    Sqlite(Sqlite),
    /// One small pool.
    Postgres(DatabaseConnection),
}

impl Connections {
    pub(crate) async fn open(config: &StoreConfig, read_only: bool) -> Result<Self, OpenError> {
        if config.url.starts_with("sqlite:") {
            Sqlite::open(config, read_only).await.map(Self::Sqlite)
        } else if config.url.starts_with("postgres:") || config.url.starts_with("postgresql:") {
            postgres::open(config, read_only).await.map(Self::Postgres)
        } else {
            Err(OpenError::Url)
        }
    }

    /// Runs `body` in a transaction that is committed when it succeeds and rolled back when it does not. Runs to its end
    /// even when the caller stops waiting.
    pub(crate) async fn write<T, F>(&self, scope: Scope, body: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a Tx<'a>) -> Work<'a, T> + Send + 'static,
    {
        match self {
            Self::Sqlite(sqlite) => sqlite.write(scope, body).await,
            Self::Postgres(pool) => postgres::transact(pool, scope, Purpose::Write, body).await,
        }
    }

    /// Runs `body` for reading. With `snapshot` all its statements see the same moment.
    pub(crate) async fn read<T, F>(&self, scope: Scope, snapshot: bool, body: F) -> Result<T, Error>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a Tx<'a>) -> Work<'a, T> + Send + 'static,
    {
        match self {
            Self::Sqlite(sqlite) => sqlite.read(scope, snapshot, body).await,
            Self::Postgres(pool) => {
                let purpose = if snapshot { Purpose::Snapshot } else { Purpose::Read };
                postgres::transact(pool, scope, purpose, body).await
            }
        }
    }

    pub(crate) async fn ping(&self) -> Result<(), Error> {
        match self {
            Self::Sqlite(sqlite) => sqlite.ping().await,
            Self::Postgres(pool) => Ok(pool.ping().await?),
        }
    }

    pub(crate) async fn close(&self) {
        match self {
            Self::Sqlite(sqlite) => sqlite.close().await,
            Self::Postgres(pool) => {
                let _ = pool.close_by_ref().await;
            }
        }
    }
}

/// What both databases share.
fn options(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url.to_owned());
    options.max_connections(connections).acquire_timeout(ACQUIRE).connect_timeout(ACQUIRE).sqlx_logging(false);
    options.record_stmt_in_spans(false);
    options
}

fn broken_off(error: &tokio::task::JoinError) -> Error {
    Error::failed(Failure::Other, format!("the work in the transaction broke off: {error}"))
}
