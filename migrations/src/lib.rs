//! The schema's history, for SQLite and PostgreSQL from one text.
//!
//! A migration is never edited after its release: what changes, changes in the next one (expand first, contract a release
//! later). [`up`] brings a database up to date in one transaction; on PostgreSQL an advisory lock makes many processes
//! wait for the first.

mod dialect;
mod m0001_first;
mod m0002_organisation;
mod m0003_links;
mod m0004_task_people;
mod m0005_letters;
mod m0006_session;
mod m0007_record_files;
mod m0008_statistics;
mod m0010_gates_told;

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{
    DatabaseBackend, DatabaseConnection, DatabaseTransaction, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait,
};

/// The role that the application takes on PostgreSQL: neither owner nor superuser, so row-level security holds for it.
pub const APP_ROLE: &str = "trechter_app";

/// Names the lock of a migration among the advisory locks of a database: the bytes `trechter`.
const LOCK: i64 = i64::from_be_bytes(*b"trechter");

/// All migrations in order.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let migrations: Vec<Box<dyn MigrationTrait>> = vec![
            Box::new(m0001_first::Migration),
            Box::new(m0002_organisation::Migration),
            Box::new(m0003_links::Migration),
            Box::new(m0004_task_people::Migration),
            Box::new(m0005_letters::Migration),
            Box::new(m0006_session::Migration),
            Box::new(m0007_record_files::Migration),
            Box::new(m0008_statistics::Migration),
            Box::new(m0010_gates_told::Migration),
        ];
        migrations
    }
}

/// Brings the schema up to date, all of it or nothing. Doing it again changes nothing.
///
/// # Errors
/// What the database says.
pub async fn up(connection: &DatabaseConnection) -> Result<(), DbErr> {
    let immediate =
        TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..Default::default() };
    let transaction = connection.begin_with_options(immediate).await?;
    lock(&transaction).await?;
    Migrator::up(&transaction, None).await?;
    transaction.commit().await
}

/// Whether the schema is older than this build. Reads only.
///
/// # Errors
/// What the database says.
pub async fn is_behind(connection: &DatabaseConnection) -> Result<bool, DbErr> {
    Ok(!Migrator::get_pending_migrations_read_only(connection).await?.is_empty())
}

async fn lock(transaction: &DatabaseTransaction) -> Result<(), DbErr> {
    if transaction.get_database_backend() == DatabaseBackend::Postgres {
        let lock =
            Statement::from_sql_and_values(DatabaseBackend::Postgres, "SELECT pg_advisory_xact_lock($1)", [LOCK.into()]);
        transaction.query_one_raw(lock).await?;
    }
    Ok(())
}
