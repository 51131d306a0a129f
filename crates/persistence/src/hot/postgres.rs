//! The hot statements for PostgreSQL: one row locked, one data-modifying statement for everything written.

pub(super) const LOAD: &str = "
SELECT p.version, p.head, p.state_format, p.state, p.title, p.created_at, o.roster_version,
    (SELECT min(u.seen) FROM evidence_use u WHERE u.organisation_id = $1 AND u.project_id = p.id) AS seen,
    r.hash AS request_hash, r.project_id AS request_project, r.first_sequence, r.last_sequence
FROM projects p
JOIN organisations o ON o.id = p.organisation_id
LEFT JOIN requests r ON r.organisation_id = $1 AND r.principal = $3 AND r.key = $4
WHERE p.organisation_id = $1 AND p.id = $2
FOR UPDATE OF p";

macro_rules! follow {
    ($first:literal) => {
        concat!(
            "WITH project AS (",
            $first,
            "),
link AS (
    SELECT * FROM json_to_recordset($17::json)
        AS l (sequence bigint, at bigint, kind text, subject text, person uuid, hash text, body text)
), event AS (
    INSERT INTO events (project_id, sequence, organisation_id, at, kind, subject, person_id, hash, body)
    SELECT $2, sequence, $1, at, kind, subject, person, decode(hash, 'hex'), body FROM link
), unplanned AS (
    INSERT INTO unplanned_events (project_id, sequence, organisation_id, at) SELECT $2, sequence, $1, at FROM link
), content AS (
    INSERT INTO contents (id, organisation_id, project_id, salt, body)
    SELECT id, $1, $2, decode(salt, 'hex'), body
    FROM json_to_recordset($18::json) AS c (id uuid, salt text, body text)
), task AS (
    SELECT * FROM json_to_recordset($19::json)
        AS t (kind text, party text, person uuid, since bigint, due date, confirmable integer, revision bigint,
            chair_only integer, not_by text)
), done AS (
    DELETE FROM tasks WHERE organisation_id = $1 AND project_id = $2 AND kind NOT IN (SELECT kind FROM task)
), waiting AS (
    INSERT INTO tasks (project_id, kind, organisation_id, party, person_id, since, due_on, confirmable, revision,
        chair_only, not_by)
    SELECT $2, kind, $1, party, person, since, due, confirmable = 1, revision, chair_only = 1, not_by FROM task
    ON CONFLICT (project_id, kind) DO UPDATE SET
        party = excluded.party, person_id = excluded.person_id, since = excluded.since, due_on = excluded.due_on,
        confirmable = excluded.confirmable, revision = excluded.revision, chair_only = excluded.chair_only,
        not_by = excluded.not_by
    WHERE (tasks.party, tasks.person_id, tasks.since, tasks.due_on, tasks.confirmable, tasks.revision, tasks.chair_only,
        tasks.not_by) IS DISTINCT FROM (excluded.party, excluded.person_id, excluded.since, excluded.due_on,
        excluded.confirmable, excluded.revision, excluded.chair_only, excluded.not_by)
), involved AS (
    INSERT INTO involvement (project_id, party, organisation_id)
    SELECT $2, party, $1 FROM json_array_elements_text($20::json) AS i (party) ON CONFLICT DO NOTHING
), rests AS (
    SELECT * FROM json_to_recordset($26::json) AS u (kind text, supplier text)
), rested AS (
    DELETE FROM evidence_use e WHERE $26 IS NOT NULL AND e.organisation_id = $1 AND e.project_id = $2
        AND NOT EXISTS (SELECT FROM rests u WHERE u.kind = e.kind AND u.supplier = e.supplier)
), resting AS (
    INSERT INTO evidence_use (project_id, kind, supplier, organisation_id, seen)
    SELECT $2, kind, supplier, $1, $27 FROM rests
    ON CONFLICT (project_id, kind, supplier) DO UPDATE SET seen = excluded.seen
    WHERE evidence_use.seen <> excluded.seen
)
INSERT INTO requests (organisation_id, principal, key, hash, project_id, first_sequence, last_sequence, at)
SELECT $1, $21, $22, $23, $2, $24, $25, $16 WHERE $22 IS NOT NULL"
        )
    };
}

pub(super) const START: &str = follow!(
    "INSERT INTO projects (organisation_id, id, version, sequence, head, state_format, state, title, phase, lifecycle,
    lead_id, funnel_version_id, due_on, tasks_on, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
);

pub(super) const WRITE: &str = follow!(
    "UPDATE projects SET version = $3, sequence = $4, head = $5, state_format = $6, state = $7, phase = $9,
    lifecycle = $10, lead_id = $11, funnel_version_id = $12, due_on = $13, tasks_on = $14, updated_at = $16
WHERE organisation_id = $1 AND id = $2"
);

/// Which notices are new decides what else is written. Foreign keys hold at the end of the whole statement.
pub(super) const PLAN: &str = "
WITH notice AS (
    INSERT INTO notices (id, organisation_id, project_id, sequence, kind, person_id, delivery_id, data, at)
    SELECT id, $1, project, sequence, kind, person, delivery, data, $6
    FROM json_to_recordset($5::json)
        AS n (id uuid, project uuid, sequence bigint, kind text, person uuid, delivery uuid, data text)
    ON CONFLICT (project_id, sequence, person_id, kind) DO NOTHING
    RETURNING delivery_id
), fresh AS (
    SELECT * FROM json_to_recordset($4::json)
        AS d (id uuid, person uuid, letter uuid, greeting text, greeting_html text, link text)
    WHERE id IN (SELECT delivery_id FROM notice)
), letter AS (
    INSERT INTO letters (id, organisation_id, subject, body_text, body_html, created_at)
    SELECT id, $1, subject, text, html, $6
    FROM json_to_recordset($3::json) AS l (id uuid, subject text, text text, html text)
    WHERE id IN (SELECT letter FROM fresh)
), delivery AS (
    INSERT INTO deliveries (id, organisation_id, person_id, letter_id, greeting, greeting_html, link, status, attempts,
        next_at, created_at)
    SELECT id, $1, person, letter, greeting, greeting_html, link, 'waiting', 0, $6, $6 FROM fresh
), link AS (
    INSERT INTO links (token_hash, organisation_id, person_id, project_id, consultation, until, asked, created_at)
    SELECT decode(hash, 'hex'), $1, person, project, consultation, until, false, $6
    FROM json_to_recordset($7::json)
        AS l (hash text, delivery uuid, person uuid, project uuid, consultation bigint, until bigint)
    WHERE delivery IN (SELECT id FROM fresh)
), done AS (
    DELETE FROM unplanned_events u
    USING json_to_recordset($2::json) AS e (project uuid, sequence bigint)
    WHERE u.organisation_id = $1 AND u.project_id = e.project AND u.sequence = e.sequence
)
SELECT count(*) FROM fresh";
