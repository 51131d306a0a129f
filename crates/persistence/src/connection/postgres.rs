//! PostgreSQL: a small pool, and transactions that survive a client hanging up.

use std::time::Duration;

use sea_orm::sqlx::{AssertSqlSafe, Executor};
use sea_orm::{ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, Statement};
use tokio::sync::Mutex;

use super::{broken_off, options};
use crate::config::StoreConfig;
use crate::error::{Error, OpenError};
use crate::scope::{Scope, Tx, Work};

/// A connection is replaced after this time, so that none stays wrong for ever.
const LIFETIME: Duration = Duration::from_mins(30);
/// Prepared statements kept per connection.
const STATEMENTS: usize = 256;

pub(super) async fn open(config: &StoreConfig, read_only: bool) -> Result<DatabaseConnection, OpenError> {
    let has_role = prepare(config, read_only).await?;
    let mut options = options(&config.url, config.postgres_connections);
    options.max_lifetime(LIFETIME);
    options.map_sqlx_postgres_opts(|options| {
        // The belt beside the braces of `transact`: a transaction that was left open ends by itself.
        let options = options.options([("idle_in_transaction_session_timeout", "15s")]);
        options.application_name("trechter").statement_cache_capacity(STATEMENTS)
    });
    if has_role {
        options.map_sqlx_postgres_pool_opts(|pool| {
            pool.after_connect(|connection, _| {
                Box::pin(async move { connection.execute("SET ROLE trechter_app").await.map(|_| ()) })
            })
        });
    } else {
        tracing::warn!(
            "the role {} cannot be used: row-level security does not stand behind the organisation's scope",
            migrations::APP_ROLE
        );
    }
    Ok(Database::connect(options).await?)
}

/// Migrates as the owner, on a connection of its own, and tells whether the application's role can be taken.
async fn prepare(config: &StoreConfig, read_only: bool) -> Result<bool, OpenError> {
    let owner = Database::connect(options(&config.url, 1)).await?;
    if config.migrate && !read_only {
        migrations::up(&owner).await?;
    } else if migrations::is_behind(&owner).await? {
        return Err(OpenError::NeedsMigration);
    }
    let member = Statement::from_sql_and_values(
        DatabaseBackend::Postgres,
        "SELECT pg_has_role(current_user, oid, 'MEMBER') FROM pg_roles WHERE rolname = $1",
        [migrations::APP_ROLE.into()],
    );
    let has_role = owner.query_one_raw(member).await?.is_some_and(|row| row.try_get_by_index(0).unwrap_or(false));
    owner.close().await?;
    Ok(has_role)
}

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To be committed.
    Write,
    /// To be thrown away.
    Read,
    /// The same, with all statements seeing one moment.
    Snapshot,
}

/// Runs `body` in a transaction of its own task. When the caller goes away in the middle of `BEGIN`, sqlx 0.9 gives the
/// connection back to the pool inside an open transaction, and what others then write on it is never committed; a task is
/// not dropped with its caller, so that cannot happen here.
pub(super) async fn transact<T, F>(pool: &DatabaseConnection, scope: Scope, purpose: Purpose, body: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: for<'a> FnOnce(&'a Tx<'a>) -> Work<'a, T> + Send + 'static,
{
    let pool = pool.clone();
    let task = tokio::spawn(async move {
        if scope == Scope::SignIn && purpose == Purpose::Read {
            // Single statements on tables without an organisation need no setting, so no transaction.
            return body(&Tx::new(&pool, scope)).await;
        }
        let begin = AssertSqlSafe(begin(scope, purpose));
        let transaction = Mutex::new(pool.get_postgres_connection_pool().begin_with(begin).await?);
        let done = body(&Tx::on_postgres(&transaction, scope)).await;
        if done.is_ok() && purpose == Purpose::Write {
            transaction.into_inner().commit().await?;
        }
        // Otherwise the drop sends the rollback; nobody waits for it.
        done
    });
    task.await.map_err(|error| broken_off(&error))?
}

/// Begins a transaction and says whose rows it sees, in one trip. The setting ends with the transaction. Its value is an
/// id or a word of ours, never text from outside.
fn begin(scope: Scope, purpose: Purpose) -> String {
    let mode = match purpose {
        Purpose::Write => "",
        Purpose::Read => " READ ONLY",
        Purpose::Snapshot => " ISOLATION LEVEL REPEATABLE READ READ ONLY",
    };
    match scope.setting() {
        Some((name, value)) => format!("BEGIN{mode}; SET LOCAL {name} = '{value}'"),
        None => format!("BEGIN{mode}"),
    }
}
