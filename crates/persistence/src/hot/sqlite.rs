//! The hot statements for SQLite. Several statements go to the writing connection in one trip; `$n` is the nth value in all.
//!
//! Where a project or an id is given, the index on the organisation must not be the one that is used: the statement would
//! read everything that the organisation has. The schema brings figures that let SQLite choose well, and here, where every
//! command passes, `+organisation_id` leaves it no choice. A test asks for the plans.

pub(super) const LOAD: &str = "
SELECT p.version, p.head, p.state_format, p.state, p.title, p.created_at, o.roster_version,
    (SELECT min(u.seen) FROM evidence_use u WHERE u.organisation_id = $1 AND u.project_id = p.id) AS seen,
    r.hash AS request_hash, r.project_id AS request_project, r.first_sequence, r.last_sequence
FROM projects p
JOIN organisations o ON o.id = p.organisation_id
LEFT JOIN requests r ON r.organisation_id = $1 AND r.principal = $3 AND r.key = $4
WHERE p.organisation_id = $1 AND p.id = $2";

macro_rules! follow {
    ($first:literal) => {
        concat!(
            $first,
            ";
INSERT INTO events (project_id, sequence, organisation_id, at, kind, subject, person_id, hash, body)
SELECT $2, value ->> 'sequence', $1, value ->> 'at', value ->> 'kind', value ->> 'subject', unhex(value ->> 'person'),
    unhex(value ->> 'hash'), value ->> 'body'
FROM json_each($17);

INSERT INTO unplanned_events (project_id, sequence, organisation_id, at)
SELECT $2, value ->> 'sequence', $1, value ->> 'at' FROM json_each($17);

INSERT INTO contents (id, organisation_id, project_id, salt, body)
SELECT unhex(value ->> 'id'), $1, $2, unhex(value ->> 'salt'), value ->> 'body' FROM json_each($18);

DELETE FROM tasks
WHERE +organisation_id = $1 AND project_id = $2 AND kind NOT IN (SELECT value ->> 'kind' FROM json_each($19));

INSERT INTO tasks (project_id, kind, organisation_id, party, person_id, since, due_on, confirmable, revision, chair_only,
    not_by)
SELECT $2, value ->> 'kind', $1, value ->> 'party', unhex(value ->> 'person'), value ->> 'since', value ->> 'due',
    value ->> 'confirmable', value ->> 'revision', value ->> 'chair_only', value ->> 'not_by'
FROM json_each($19) WHERE true
ON CONFLICT (project_id, kind) DO UPDATE SET
    party = excluded.party, person_id = excluded.person_id, since = excluded.since, due_on = excluded.due_on,
    confirmable = excluded.confirmable, revision = excluded.revision, chair_only = excluded.chair_only,
    not_by = excluded.not_by
WHERE (tasks.party, tasks.person_id, tasks.since, tasks.due_on, tasks.confirmable, tasks.revision, tasks.chair_only,
    tasks.not_by)
    IS NOT (excluded.party, excluded.person_id, excluded.since, excluded.due_on, excluded.confirmable, excluded.revision,
    excluded.chair_only, excluded.not_by);

INSERT INTO involvement (project_id, party, organisation_id)
SELECT $2, value, $1 FROM json_each($20) WHERE true ON CONFLICT DO NOTHING;

DELETE FROM evidence_use
WHERE $26 IS NOT NULL AND +organisation_id = $1 AND project_id = $2 AND NOT EXISTS (
    SELECT 1 FROM json_each($26)
    WHERE value ->> 'kind' = evidence_use.kind AND value ->> 'supplier' = evidence_use.supplier);

INSERT INTO evidence_use (project_id, kind, supplier, organisation_id, seen)
SELECT $2, value ->> 'kind', value ->> 'supplier', $1, $27 FROM json_each($26) WHERE true
ON CONFLICT (project_id, kind, supplier) DO UPDATE SET seen = excluded.seen WHERE evidence_use.seen <> excluded.seen;

INSERT INTO requests (organisation_id, principal, key, hash, project_id, first_sequence, last_sequence, at)
SELECT $1, $21, $22, $23, $2, $24, $25, $16 WHERE $22 IS NOT NULL"
        )
    };
}

pub(super) const START: &str = follow!(
    "
INSERT INTO projects (organisation_id, id, version, sequence, head, state_format, state, title, phase, lifecycle, lead_id,
    funnel_version_id, due_on, tasks_on, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
);

pub(super) const WRITE: &str = follow!(
    "
UPDATE projects SET version = $3, sequence = $4, head = $5, state_format = $6, state = $7, phase = $9, lifecycle = $10,
    lead_id = $11, funnel_version_id = $12, due_on = $13, tasks_on = $14, updated_at = $16
WHERE organisation_id = $1 AND id = $2"
);

/// Foreign keys hold after each statement, so everything is written first; what turns out to be there already goes again.
pub(super) const PLAN: &str = "
INSERT INTO letters (id, organisation_id, subject, body_text, body_html, created_at)
SELECT unhex(value ->> 'id'), $1, value ->> 'subject', value ->> 'text', value ->> 'html', $6 FROM json_each($3);

INSERT INTO deliveries (id, organisation_id, person_id, letter_id, greeting, greeting_html, link, status, attempts,
    next_at, created_at)
SELECT unhex(value ->> 'id'), $1, unhex(value ->> 'person'), unhex(value ->> 'letter'), value ->> 'greeting',
    value ->> 'greeting_html', value ->> 'link', 'waiting', 0, $6, $6
FROM json_each($4);

INSERT INTO notices (id, organisation_id, project_id, sequence, kind, person_id, delivery_id, data, at)
SELECT unhex(value ->> 'id'), $1, unhex(value ->> 'project'), value ->> 'sequence', value ->> 'kind',
    unhex(value ->> 'person'), unhex(value ->> 'delivery'), value ->> 'data', $6
FROM json_each($5) WHERE true
ON CONFLICT (project_id, sequence, person_id, kind) DO NOTHING;

DELETE FROM deliveries
WHERE +organisation_id = $1 AND id IN (SELECT unhex(value ->> 'id') FROM json_each($4))
    AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.delivery_id = deliveries.id);

DELETE FROM letters
WHERE +organisation_id = $1 AND id IN (SELECT unhex(value ->> 'id') FROM json_each($3))
    AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.letter_id = letters.id);

INSERT INTO links (token_hash, organisation_id, person_id, project_id, consultation, until, asked, created_at)
SELECT unhex(value ->> 'hash'), $1, unhex(value ->> 'person'), unhex(value ->> 'project'), value ->> 'consultation',
    value ->> 'until', 0, $6
FROM json_each($7) WHERE EXISTS (SELECT 1 FROM deliveries d WHERE d.id = unhex(value ->> 'delivery'));

DELETE FROM unplanned_events
WHERE +organisation_id = $1
    AND (project_id, sequence) IN (SELECT unhex(value ->> 'project'), value ->> 'sequence' FROM json_each($2))";

pub(super) const PLANNED: &str = "
SELECT count(*) FROM deliveries
WHERE +organisation_id = $1 AND id IN (SELECT unhex(value ->> 'id') FROM json_each($2))";

#[cfg(test)]
mod tests {
    use sea_orm::{ConnectionTrait as _, Database, DatabaseBackend, DatabaseConnection, Statement};

    use super::*;

    async fn plan(connection: &DatabaseConnection, sql: &str) -> Vec<String> {
        let values = (1..=40).rev().find(|n| sql.contains(&format!("${n}"))).unwrap_or(0);
        let values = vec![sea_orm::Value::String(None); values];
        let explain = Statement::from_sql_and_values(DatabaseBackend::Sqlite, format!("EXPLAIN QUERY PLAN {sql}"), values);
        let rows = connection.query_all_raw(explain).await.unwrap_or_else(|error| panic!("{error}\n{sql}"));
        rows.iter().map(|row| row.try_get_by_index(3).expect("the plan in words")).collect()
    }

    /// What a command costs follows from its project, not from how much its organisation has.
    #[tokio::test]
    async fn no_hot_statement_reads_all_of_an_organisation() {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("plans.sqlite").display());
        let connection = Database::connect(url).await.expect("a database");
        migrations::up(&connection).await.expect("the schema");
        for text in [LOAD, WRITE, START, PLAN, PLANNED] {
            for sql in text.split(';') {
                let plan = plan(&connection, sql).await;
                // Of lists that came with the statement, and of nothing else, every row is read.
                let all = |line: &&String| {
                    line.ends_with("(organisation_id=?)") || (line.starts_with("SCAN") && !line.contains("json_each"))
                };
                let wide: Vec<_> = plan.iter().filter(all).filter(|line| *line != "SCAN CONSTANT ROW").collect();
                assert!(wide.is_empty(), "{wide:?}\n{sql}");
            }
        }
    }

    /// A list of one project is found by the project also where the text is the same for both databases.
    #[tokio::test]
    async fn the_figures_of_the_schema_choose_the_index_on_the_project() {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("plans.sqlite").display());
        let connection = Database::connect(url).await.expect("a database");
        migrations::up(&connection).await.expect("the schema");
        for table in ["drafts", "events", "evidence_use", "files", "involvement", "tasks", "unplanned_events"] {
            let sql = format!("SELECT * FROM {table} WHERE organisation_id = $1 AND project_id = $2");
            let plan = plan(&connection, &sql).await;
            assert!(plan.iter().any(|line| line.contains("project_id=?")), "{plan:?}\n{sql}");
        }
    }
}
