//! The rows of one provider, read beside the application; and row-level security on its own.

use std::collections::BTreeMap;

use engine::OrganisationId;
use sea_orm::{Database, DatabaseBackend, DatabaseConnection, FromQueryResult, JsonValue, Statement};
use tests::chance::Run;
use tests::site::{Backend, Ground};

use super::Both;

/// Tables that belong to no organisation, each for its reason: signing in comes before the organisation is known, and an
/// account may be a person in several.
const OF_NOBODY: [&str; 3] = ["accounts", "seaql_migrations", "sessions"];

/// The rows of a provider by table, each as JSON.
pub type Rows = BTreeMap<String, Vec<String>>;

async fn connect(url: &str) -> (DatabaseConnection, DatabaseBackend) {
    let connection = Database::connect(url).await.expect("the database opens");
    let backend = connection.get_database_backend();
    (connection, backend)
}

async fn json(connection: &DatabaseConnection, sql: String) -> Vec<JsonValue> {
    let statement = Statement::from_string(connection.get_database_backend(), sql.clone());
    JsonValue::find_by_statement(statement).all(connection).await.unwrap_or_else(|error| panic!("{sql}: {error}"))
}

/// Every table of the database, with the column that names the organisation, if there is one.
async fn tables(connection: &DatabaseConnection, backend: DatabaseBackend) -> BTreeMap<String, Option<&'static str>> {
    let sql = match backend {
        DatabaseBackend::Sqlite => {
            "SELECT t.name AS name, c.name AS col FROM sqlite_schema t JOIN pragma_table_info(t.name) c \
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'"
        }
        _ => "SELECT table_name AS name, column_name AS col FROM information_schema.columns WHERE table_schema = 'public'",
    };
    let mut tables: BTreeMap<String, Option<&'static str>> = BTreeMap::new();
    for row in json(connection, sql.to_owned()).await {
        let name = row["name"].as_str().expect("a name").to_owned();
        let own = (row["col"] == "organisation_id").then_some("organisation_id");
        let own = if name == "organisations" { Some("id") } else { own };
        let known = tables.entry(name).or_default();
        *known = known.or(own);
    }
    for (name, column) in &tables {
        let exempt = OF_NOBODY.contains(&name.as_str());
        assert!(exempt || column.is_some(), "the table {name} belongs to no organisation: say here why");
    }
    tables.retain(|name, _| !OF_NOBODY.contains(&name.as_str()));
    tables
}

/// How an id is written in SQL.
fn literal(backend: DatabaseBackend, id: OrganisationId) -> String {
    match backend {
        DatabaseBackend::Sqlite => format!("x'{}'", id.0.simple()),
        _ => format!("'{id}'"),
    }
}

/// All rows of a provider.
pub async fn of(url: &str, organisation: OrganisationId) -> Rows {
    let (connection, backend) = connect(url).await;
    let mut rows = Rows::new();
    for (table, column) in tables(&connection, backend).await {
        let column = column.expect("a column");
        let sql = format!("SELECT * FROM {table} WHERE {column} = {}", literal(backend, organisation));
        let mut found: Vec<String> = json(&connection, sql).await.iter().map(ToString::to_string).collect();
        found.sort();
        assert!(!found.is_empty(), "the other provider has no row in {table}: nothing about it would be proved");
        rows.insert(table, found);
    }
    connection.close().await.expect("closed");
    rows
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn row_level_security_holds_every_table_alone() {
    let run = Run::new("S4 PostgreSQL", 1, 1);
    let ground = Ground::new(Backend::Postgres);
    let both = Both::make(&ground).await;
    let (own, other) = (both.own.settled.organisation, both.other.settled.organisation);
    let rows = of(&ground.url, other).await;
    let database = ground.postgres().expect("PostgreSQL");
    let (connection, backend) = connect(&ground.url).await;
    let tables = tables(&connection, backend).await;
    connection.close().await.expect("closed");
    let as_app = |organisation: &str, sql: &str| {
        let set = format!("SET ROLE trechter_app; SELECT set_config('trechter.organisation', '{organisation}', false);");
        database.psql(&format!("{set} {sql}")).map(|told| told.lines().last().unwrap_or_default().to_owned())
    };
    for (table, column) in &tables {
        let column = column.expect("a column");
        let count = |of: OrganisationId| format!("SELECT count(*) FROM {table} WHERE {column} = '{of}'");
        let there = rows[table].len().to_string();
        assert_eq!(as_app(&other.to_string(), &count(other)).expect("a count"), there, "{table}: its own people see it");
        for nobody in [own.to_string(), String::new()] {
            assert_eq!(as_app(&nobody, &count(other)).expect("a count"), "0", "{table} as `{nobody}`");
            for change in [
                format!("WITH t AS (DELETE FROM {table} WHERE {column} = '{other}' RETURNING 1) SELECT count(*) FROM t"),
                format!(
                    "WITH t AS (UPDATE {table} SET {column} = {column} WHERE {column} = '{other}' RETURNING 1) \
                     SELECT count(*) FROM t"
                ),
            ] {
                let touched = as_app(&nobody, &change);
                assert!(touched.as_ref().map_or(true, |count| count == "0"), "{table} as `{nobody}`: {change}: {touched:?}");
            }
        }
        // A row cannot be made for, or given to, another provider.
        let copy = format!(
            "CREATE TEMP TABLE theirs AS SELECT * FROM {table} LIMIT 1; \
             SELECT set_config('trechter.organisation', '{own}', false); INSERT INTO {table} SELECT * FROM theirs"
        );
        let given = as_app(&other.to_string(), &copy);
        assert!(given.as_ref().is_err_and(|why| why.to_string().contains("row-level security")), "{table}: {given:?}");
    }
    assert_eq!(rows, of(&ground.url, other).await);
    both.store.close().await;
    run.tell(&format!("{} tables, read, changed and written as the application's role, 0 rows of another", tables.len()));
}
