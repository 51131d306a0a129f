//! One text for two databases: the types that differ are written in braces.

use sea_orm_migration::prelude::{DbErr, SchemaManager};
use sea_orm_migration::sea_orm::{ConnectionTrait as _, DatabaseBackend};

/// Puts the database's own types into a schema text.
///
/// Instants are whole microseconds since 1970 in UTC, on both. Dates are ISO 8601. SQLite tables are strict, so a value of
/// the wrong type is refused there as on PostgreSQL.
pub(crate) fn schema(backend: DatabaseBackend, text: &str) -> String {
    let postgres = backend == DatabaseBackend::Postgres;
    let types = [
        ("{uuid}", "uuid", "BLOB"),
        ("{bytes}", "bytea", "BLOB"),
        ("{integer}", "bigint", "INTEGER"),
        ("{boolean}", "boolean", "INTEGER"),
        ("{date}", "date", "TEXT"),
        ("{table}", "", "STRICT"),
        ("{small_table}", "", "STRICT, WITHOUT ROWID"),
    ];
    types.iter().fold(text.to_owned(), |text, (name, on_postgres, on_sqlite)| {
        text.replace(name, if postgres { on_postgres } else { on_sqlite })
    })
}

/// Runs a schema text, and on PostgreSQL what only that database has.
pub(crate) async fn apply(manager: &SchemaManager<'_>, tables: &str, postgres: &str) -> Result<(), DbErr> {
    let (connection, backend) = (manager.get_connection(), manager.get_database_backend());
    connection.execute_unprepared(&schema(backend, tables)).await?;
    if backend == DatabaseBackend::Postgres {
        connection.execute_unprepared(postgres).await?;
    }
    Ok(())
}
