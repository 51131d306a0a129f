-- The same rows as in ../postgresql/schema.sql and data.sql, for SQLite. The table `size` says how many projects.
CREATE TABLE organisation (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE project (
    id INTEGER PRIMARY KEY, organisation_id INTEGER NOT NULL REFERENCES organisation, phase INTEGER NOT NULL,
    lifecycle INTEGER NOT NULL, title TEXT NOT NULL, summary TEXT NOT NULL, lead_address TEXT NOT NULL,
    version INTEGER NOT NULL, changed_at INTEGER NOT NULL
);
CREATE TABLE phase_entry (
    project_id INTEGER NOT NULL REFERENCES project, phase INTEGER NOT NULL, state INTEGER NOT NULL, entered_at INTEGER,
    left_at INTEGER, PRIMARY KEY (project_id, phase)
) WITHOUT ROWID;
CREATE TABLE gate (
    project_id INTEGER NOT NULL REFERENCES project, gate INTEGER NOT NULL, state INTEGER NOT NULL, version INTEGER NOT NULL,
    PRIMARY KEY (project_id, gate)
) WITHOUT ROWID;
CREATE TABLE document (
    id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project, gate INTEGER NOT NULL, kind INTEGER NOT NULL,
    state INTEGER NOT NULL, title TEXT NOT NULL, place TEXT NOT NULL, sha256 BLOB NOT NULL, changed_at INTEGER NOT NULL
);
CREATE TABLE judgement (
    project_id INTEGER NOT NULL REFERENCES project, gate INTEGER NOT NULL, criterion INTEGER NOT NULL, state INTEGER NOT NULL,
    given_by TEXT NOT NULL, note TEXT, changed_at INTEGER NOT NULL, PRIMARY KEY (project_id, gate, criterion)
) WITHOUT ROWID;
CREATE TABLE decision (
    id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL REFERENCES project, gate INTEGER NOT NULL, outcome INTEGER NOT NULL,
    decided_by TEXT NOT NULL, motivation TEXT NOT NULL, at INTEGER NOT NULL
);
CREATE TABLE history (
    project_id INTEGER NOT NULL REFERENCES project, sequence INTEGER NOT NULL, organisation_id INTEGER NOT NULL,
    at INTEGER NOT NULL, actor TEXT NOT NULL, kind INTEGER NOT NULL, body TEXT NOT NULL, hash_before BLOB NOT NULL,
    hash BLOB NOT NULL, PRIMARY KEY (project_id, sequence)
) WITHOUT ROWID;
CREATE TABLE letter (
    id INTEGER PRIMARY KEY, organisation_id INTEGER NOT NULL, recipient TEXT NOT NULL, subject TEXT NOT NULL,
    body TEXT NOT NULL, state INTEGER NOT NULL DEFAULT 0, created_at INTEGER NOT NULL
);
CREATE TABLE task (
    id INTEGER PRIMARY KEY, organisation_id INTEGER NOT NULL REFERENCES organisation,
    project_id INTEGER NOT NULL REFERENCES project, kind TEXT NOT NULL, party INTEGER NOT NULL, criterion TEXT, document TEXT,
    gate TEXT, revision INTEGER, confirmable INTEGER NOT NULL, since INTEGER NOT NULL, due_on INTEGER NOT NULL
);

BEGIN;
CREATE TEMP TABLE numbers AS
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < (SELECT max(projects, 20) FROM size)) SELECT i FROM n;
INSERT INTO organisation SELECT i, 'Care provider ' || i FROM numbers WHERE i <= 4;
INSERT INTO project
SELECT i, 1 + i % 4, 1 + i % 6, 0, 'E-health project ' || i,
    replace(hex(zeroblob(3)), '00', 'Clients see at home how they are doing. They do. '), 'lead' || i || '@example.test', 1,
    1767603600 + i * 431
FROM numbers WHERE i <= (SELECT projects FROM size);
INSERT INTO phase_entry
SELECT p.id, f.i, CASE WHEN f.i < p.phase THEN 2 WHEN f.i = p.phase THEN 1 ELSE 0 END, p.changed_at, p.changed_at
FROM project p, numbers f WHERE f.i <= 6;
INSERT INTO gate SELECT p.id, g.i, CASE WHEN g.i < p.phase THEN 2 ELSE 0 END, 1 FROM project p, numbers g WHERE g.i <= 6;
INSERT INTO document
SELECT (p.id - 1) * 6 + d.i, p.id, p.phase, d.i, 2, 'Document ' || d.i || ' of project ' || p.id, 'files/' || p.id || '/' || d.i,
    randomblob(32), p.changed_at
FROM project p, numbers d WHERE d.i <= 6;
INSERT INTO judgement
SELECT p.id, p.phase, c.i, 1, 'party' || c.i || '@example.test', 'We looked at it and it meets the criterion.', p.changed_at
FROM project p, numbers c WHERE c.i <= 10;
INSERT INTO history
SELECT p.id, s.i, p.organisation_id, p.changed_at - 3600 * (20 - s.i), 'person' || s.i || '@example.test', s.i % 7,
    '{"act":"judge","criterion":' || s.i || ',"round":1,"note":"What was said at this step of the project."}',
    randomblob(32), randomblob(32)
FROM project p, numbers s WHERE s.i <= 20;
INSERT INTO task
SELECT (p.id - 1) * 5 + t.i, p.organisation_id, p.id, 'judge', t.i, 'Are the risks known, with measures?', NULL, NULL, 1, 0,
    p.changed_at, p.changed_at + 20 * 86400
FROM project p, numbers t WHERE t.i <= 5;
CREATE INDEX project_by_phase ON project (organisation_id, phase, changed_at DESC, id DESC);
CREATE INDEX project_by_change ON project (organisation_id, changed_at DESC, id DESC);
CREATE INDEX document_by_project ON document (project_id);
CREATE INDEX decision_by_project ON decision (project_id);
CREATE INDEX letter_to_send ON letter (id) WHERE state = 0;
CREATE INDEX task_by_party ON task (organisation_id, party, due_on, id);
COMMIT;
ANALYZE;
PRAGMA wal_checkpoint(TRUNCATE);
