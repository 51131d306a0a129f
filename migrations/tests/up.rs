//! The schema comes up, and comes up again, on both databases.

#[path = "../../tests/src/postgres.rs"]
#[expect(dead_code, reason = "shared with test binaries that use more of it")]
mod postgres;

use sea_orm_migration::MigratorTrait as _;
use sea_orm_migration::sea_orm::{ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, Statement};

async fn up_and_up_again(connection: &DatabaseConnection) {
    assert!(migrations::is_behind(connection).await.unwrap(), "an empty database needs migrating");
    migrations::up(connection).await.expect("the first time");
    assert!(!migrations::is_behind(connection).await.unwrap());
    let insert =
        format!("INSERT INTO accounts (id, email, password_hash, created_at) VALUES ({}, 'a', 'b', 1)", id(connection));
    connection.execute_unprepared(&insert).await.expect("a row");
    migrations::up(connection).await.expect("the second time");
    let rows = connection.execute_unprepared("UPDATE accounts SET email = 'c'").await.unwrap().rows_affected();
    assert_eq!(rows, 1, "the row survives");
}

/// What was written under an older schema is still there, and says the same, under the newest one.
async fn letters_move_along(connection: &DatabaseConnection) {
    migrations::Migrator::up(connection, Some(1)).await.expect("the first schema");
    let id = id(connection);
    for insert in [
        format!(
            "INSERT INTO organisations (id, name, phone, language, roster_version, created_at) \
             VALUES ({id}, 'Demo', '', 'nl', 1, 1)"
        ),
        format!(
            "INSERT INTO persons (id, organisation_id, name, email, function, roles, language, created_at) \
             VALUES ({id}, {id}, 'Demo', 'demo@demo.example', '', '[]', 'nl', 1)"
        ),
        format!(
            "INSERT INTO deliveries (id, organisation_id, person_id, status, attempts, created_at, subject, body_text, \
             body_html) VALUES ({id}, {id}, {id}, 'sent', 1, 1, 'subject', 'text', 'html')"
        ),
    ] {
        connection.execute_unprepared(&insert).await.expect(&insert);
    }
    migrations::up(connection).await.expect("the newest schema");
    let same = "UPDATE letters SET created_at = 2 WHERE subject = 'subject' AND body_text = 'text' AND body_html = 'html' \
                AND id = (SELECT letter_id FROM deliveries WHERE greeting = '')";
    assert_eq!(connection.execute_unprepared(same).await.unwrap().rows_affected(), 1, "the letter is kept");
}

fn id(connection: &DatabaseConnection) -> String {
    let digits = "0".repeat(32);
    match connection.get_database_backend() {
        DatabaseBackend::Postgres => format!("'{digits}'"),
        _ => format!("x'{digits}'"),
    }
}

/// SQLite plans by figures that the schema brings: every index of a table that has them has its own, and every table of
/// projects has them.
async fn every_index_has_its_figures(connection: &DatabaseConnection) {
    let without = "SELECT count(*) FROM sqlite_schema AS i WHERE i.type = 'index' \
                   AND (i.tbl_name IN (SELECT tbl FROM sqlite_stat1) \
                        OR EXISTS (SELECT 1 FROM pragma_table_info(i.tbl_name) WHERE name = 'project_id')) \
                   AND NOT EXISTS (SELECT 1 FROM sqlite_stat1 AS s WHERE s.tbl = i.tbl_name \
                                   AND s.idx IN (i.name, i.tbl_name))";
    let row = Statement::from_string(DatabaseBackend::Sqlite, without);
    let row = connection.query_one_raw(row).await.unwrap().expect("a row");
    assert_eq!(row.try_get_by_index::<i64>(0).unwrap(), 0, "an index without a row in sqlite_stat1");
}

#[tokio::test]
async fn sqlite() {
    let folder = std::env::temp_dir().join(format!("trechter-migrations-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let connection = Database::connect(format!("sqlite://{}/up.sqlite?mode=rwc", folder.display())).await.unwrap();
    up_and_up_again(&connection).await;
    every_index_has_its_figures(&connection).await;
    connection.close().await.unwrap();
    let connection = Database::connect(format!("sqlite://{}/old.sqlite?mode=rwc", folder.display())).await.unwrap();
    letters_move_along(&connection).await;
    connection.close().await.unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn postgresql() {
    let database = postgres::Database::create().unwrap_or_else(|problem| panic!("{problem}"));
    let connection = Database::connect(database.url()).await.unwrap();
    up_and_up_again(&connection).await;
    let open = "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace \
                AND NOT (relrowsecurity AND relforcerowsecurity) AND relname NOT IN ('accounts', 'sessions', 'seaql_migrations')";
    assert_eq!(database.psql(open).unwrap(), "0", "every table of an organisation has row-level security");
    let rights = "SELECT string_agg(privilege_type, ',' ORDER BY 1) FROM information_schema.role_table_grants \
                  WHERE grantee = 'trechter_app' AND table_name = 'events'";
    assert_eq!(database.psql(rights).unwrap(), "INSERT,SELECT", "the log is only read and appended to");
    connection.close().await.unwrap();
    let old = postgres::Database::create().unwrap_or_else(|problem| panic!("{problem}"));
    let connection = Database::connect(old.url()).await.unwrap();
    letters_move_along(&connection).await;
    connection.close().await.unwrap();
}

#[tokio::test]
async fn many_processes_at_once() {
    let database = postgres::Database::create().unwrap_or_else(|problem| panic!("{problem}"));
    let mut tries = tokio::task::JoinSet::new();
    for _ in 0..6 {
        let url = database.url();
        tries.spawn(async move {
            let connection = Database::connect(url).await.unwrap();
            migrations::up(&connection).await
        });
    }
    for done in tries.join_all().await {
        done.expect("each waits for the first");
    }
}
