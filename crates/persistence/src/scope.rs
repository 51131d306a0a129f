//! The only way to a query: a value that carries the organisation.

use engine::{Hash, OrganisationId};
use futures::future::BoxFuture;
use sea_orm::sea_query::Values;
use sea_orm::sqlx::{self, AssertSqlSafe, Postgres};
use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseExecutor, DbErr, FromQueryResult, QueryResult, Statement, Value};
use sea_query_sqlx::SqlxValues;
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::error::Error;
use crate::ids::AccountId;

/// Whose rows a transaction sees. On PostgreSQL row-level security holds it to that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// One organisation.
    Organisation(OrganisationId),
    /// Signing in: the persons of one account over all organisations. Reads only.
    Account(AccountId),
    /// Opening a personal link: the one row with this hash, of whichever organisation. Reads only.
    Link(Hash),
    /// The worker, looking for organisations with work. Reads only.
    Worker,
    /// Accounts and sessions, which belong to no organisation, and nothing else.
    SignIn,
}

impl Scope {
    /// What every statement gets as `$1`: the organisation, or the account.
    fn id(self) -> Option<Uuid> {
        match self {
            Self::Organisation(organisation) => Some(organisation.0),
            Self::Account(account) => Some(account.0),
            Self::Link(_) | Self::Worker | Self::SignIn => None,
        }
    }

    /// The setting that the policies of row-level security read, and its value.
    pub(crate) fn setting(self) -> Option<(&'static str, String)> {
        match self {
            Self::Organisation(organisation) => Some(("trechter.organisation", organisation.to_string())),
            Self::Account(account) => Some(("trechter.account", account.to_string())),
            Self::Link(hash) => Some(("trechter.link", hash.to_string())),
            Self::Worker => Some(("trechter.worker", "on".to_owned())),
            Self::SignIn => None,
        }
    }
}

/// A transaction (or, for single reads on SQLite, a connection) in one scope.
///
/// Texts of statements are the same on both databases. In the scope of an organisation or an account `$1` is always its
/// id, so a statement that forgets the organisation does not even take its parameters.
pub(crate) struct Tx<'a> {
    executor: Executor<'a>,
    scope: Scope,
}

enum Executor<'a> {
    Orm(DatabaseExecutor<'a>),
    /// A transaction that was begun together with its settings, in one trip; sea-orm has no way to do that.
    Postgres(&'a Mutex<sqlx::Transaction<'static, Postgres>>),
}

/// A body of work in a transaction.
pub(crate) type Work<'a, T> = BoxFuture<'a, Result<T, Error>>;

impl<'a> Tx<'a> {
    pub(crate) fn new(executor: impl Into<DatabaseExecutor<'a>>, scope: Scope) -> Self {
        Self { executor: Executor::Orm(executor.into()), scope }
    }

    pub(crate) fn on_postgres(transaction: &'a Mutex<sqlx::Transaction<'static, Postgres>>, scope: Scope) -> Self {
        Self { executor: Executor::Postgres(transaction), scope }
    }

    pub(crate) fn organisation(&self) -> OrganisationId {
        OrganisationId(self.scope.id().unwrap_or_default())
    }

    pub(crate) fn is_postgres(&self) -> bool {
        match &self.executor {
            Executor::Orm(executor) => executor.get_database_backend() == DatabaseBackend::Postgres,
            Executor::Postgres(_) => true,
        }
    }

    /// The values of a statement, the scope's id first.
    fn scoped(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Values {
        let id = self.scope.id();
        debug_assert!(id.is_none() || sql.contains("$1"), "a statement without its scope: {sql}");
        Values(id.into_iter().map(Value::from).chain(values).collect())
    }

    pub(crate) async fn execute(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<u64, Error> {
        let values = self.scoped(sql, values);
        match &self.executor {
            Executor::Orm(executor) => Ok(executor.execute_raw(statement(executor, sql, values)).await?.rows_affected()),
            Executor::Postgres(transaction) => {
                let query = sqlx::query_with(AssertSqlSafe(sql), SqlxValues(values));
                Ok(query.execute(&mut **transaction.lock().await).await?.rows_affected())
            }
        }
    }

    pub(crate) async fn rows(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<Vec<QueryResult>, Error> {
        let values = self.scoped(sql, values);
        match &self.executor {
            Executor::Orm(executor) => Ok(executor.query_all_raw(statement(executor, sql, values)).await?),
            Executor::Postgres(transaction) => {
                let query = sqlx::query_with(AssertSqlSafe(sql), SqlxValues(values));
                let rows = query.fetch_all(&mut **transaction.lock().await).await?;
                Ok(rows.into_iter().map(QueryResult::from).collect())
            }
        }
    }

    pub(crate) async fn row(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Option<QueryResult>, Error> {
        let values = self.scoped(sql, values);
        match &self.executor {
            Executor::Orm(executor) => Ok(executor.query_one_raw(statement(executor, sql, values)).await?),
            Executor::Postgres(transaction) => {
                let query = sqlx::query_with(AssertSqlSafe(sql), SqlxValues(values));
                Ok(query.fetch_optional(&mut **transaction.lock().await).await?.map(QueryResult::from))
            }
        }
    }

    pub(crate) async fn all<T: FromQueryResult>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<T>, Error> {
        read_all(self.rows(sql, values).await?)
    }

    pub(crate) async fn one<T: FromQueryResult>(
        &self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Option<T>, Error> {
        Ok(self.row(sql, values).await?.map(|row| T::from_query_result(&row, "")).transpose()?)
    }

    /// A whole number, such as a count.
    pub(crate) async fn number(&self, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<u64, Error> {
        let number: Option<i64> = self.row(sql, values).await?.map(|row| row.try_get_by_index(0)).transpose()?;
        Ok(unsigned(number.unwrap_or(0)))
    }
}

fn statement(executor: &DatabaseExecutor<'_>, sql: &str, values: Values) -> Statement {
    Statement { sql: sql.to_owned(), values: Some(values), db_backend: executor.get_database_backend() }
}

#[expect(clippy::needless_pass_by_value, reason = "the rows are used up here")]
fn read_all<T: FromQueryResult>(rows: Vec<QueryResult>) -> Result<Vec<T>, Error> {
    Ok(rows.iter().map(|row| T::from_query_result(row, "")).collect::<Result<_, DbErr>>()?)
}

/// Numbers of the database are signed; ours never are. A negative one can only be damage, and reads as nothing.
pub(crate) fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// Ours are far below 2⁶³.
pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
