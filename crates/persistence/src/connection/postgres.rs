//! PostgreSQL: a small pool, and transactions that survive a client hanging up.

use std::time::Duration;

use sea_orm::sqlx::Executor;
use sea_orm::{
    ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, DatabaseTransaction, IsolationLevel, Statement,
    TransactionTrait,
};

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

/// Runs `body` in a transaction of its own task. When the caller goes away in the middle of `BEGIN`, sqlx 0.9 gives the
/// connection back to the pool inside an open transaction, and what others then write on it is never committed; a task is
/// not dropped with its caller, so that cannot happen here.
pub(super) async fn transact<T, F>(pool: &DatabaseConnection, scope: Scope, snapshot: bool, body: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: for<'a> FnOnce(&'a Tx<'a>) -> Work<'a, T> + Send + 'static,
{
    let pool = pool.clone();
    let task = tokio::spawn(async move {
        let isolation = snapshot.then_some(IsolationLevel::RepeatableRead);
        let transaction = pool.begin_with_config(isolation, None).await?;
        let done = in_scope(&transaction, scope, body).await;
        match done {
            Ok(value) => transaction.commit().await.map(|()| value).map_err(Error::from),
            Err(error) => {
                // The connection closes its transaction also when this fails; the first error is the one to tell.
                let _ = transaction.rollback().await;
                Err(error)
            }
        }
    });
    task.await.map_err(|error| broken_off(&error))?
}

async fn in_scope<T, F>(transaction: &DatabaseTransaction, scope: Scope, body: F) -> Result<T, Error>
where
    F: for<'a> FnOnce(&'a Tx<'a>) -> Work<'a, T> + Send,
{
    if let Some((name, value)) = scope.setting() {
        let set = Statement::from_sql_and_values(
            DatabaseBackend::Postgres,
            "SELECT set_config($1, $2, true)",
            [name.into(), value.into()],
        );
        transaction.execute_raw(set).await?;
    }
    body(&Tx::new(transaction, scope)).await
}
