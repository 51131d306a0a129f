//! SQL beside the application, as somebody with the whole database would run it.

use sea_orm::{ConnectionTrait as _, Database, DatabaseBackend, Statement};

/// Runs one statement as the database's owner; gives the rows it touched.
pub async fn run(url: &str, sql: &str) -> u64 {
    let connection = Database::connect(url).await.expect("the database opens");
    let done = connection.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    connection.close().await.expect("closed");
    done.rows_affected()
}

/// The one whole number that a query gives.
pub async fn number(url: &str, sql: &str) -> i64 {
    let connection = Database::connect(url).await.expect("the database opens");
    let backend = if url.starts_with("sqlite") { DatabaseBackend::Sqlite } else { DatabaseBackend::Postgres };
    let row = connection.query_one_raw(Statement::from_string(backend, sql)).await;
    let row = row.unwrap_or_else(|error| panic!("{sql}: {error}")).expect("a row");
    connection.close().await.expect("closed");
    row.try_get_by_index(0).expect("a number")
}
