-- psql -v projects=N: N projects over four organisations, each with 6 phases, 6 documents, 10 judgements, 20 events and 5 tasks.
SELECT setseed(0.25);
INSERT INTO organisation SELECT o, 'Care provider ' || o FROM generate_series(1, 4) o;
INSERT INTO project
SELECT p, 1 + p % 4, 1 + p % 6, 0, 'E-health project ' || p, repeat('Clients see at home how they are doing. ', 6),
    'lead' || p || '@example.test', 1, timestamptz '2026-01-05 09:00Z' + random() * interval '300 days'
FROM generate_series(1, :projects) p;
INSERT INTO phase_entry
SELECT p.id, f, CASE WHEN f < p.phase THEN 2 WHEN f = p.phase THEN 1 ELSE 0 END,
    CASE WHEN f <= p.phase THEN p.changed_at END, CASE WHEN f < p.phase THEN p.changed_at END
FROM project p, generate_series(1, 6) f;
INSERT INTO gate SELECT p.id, g, CASE WHEN g < p.phase THEN 2 ELSE 0 END, 1 FROM project p, generate_series(1, 6) g;
INSERT INTO document
SELECT (p.id - 1) * 6 + d, p.id, p.phase, d, 2, 'Document ' || d || ' of project ' || p.id, 'files/' || p.id || '/' || d,
    sha256((p.id || '/' || d)::bytea), p.changed_at
FROM project p, generate_series(1, 6) d;
INSERT INTO judgement
SELECT p.id, p.phase, c, 1, 'party' || c || '@example.test', 'We looked at it and it meets the criterion.', p.changed_at
FROM project p, generate_series(1, 10) c;
INSERT INTO history
SELECT p.id, s, p.organisation_id, p.changed_at - interval '1 hour' * (20 - s), 'person' || s || '@example.test', s % 7,
    jsonb_build_object('act', 'judge', 'criterion', s, 'round', 1, 'note', 'What was said at this step of the project.'),
    sha256((p.id || ':' || (s - 1))::bytea), sha256((p.id || ':' || s)::bytea)
FROM project p, generate_series(1, 20) s;
INSERT INTO task
SELECT (p.id - 1) * 5 + t, p.organisation_id, p.id, 'judge', t, 'Are the risks known, with measures?', NULL, NULL, 1, false,
    p.changed_at, (p.changed_at + interval '20 days')::date
FROM project p, generate_series(1, 5) t;
CREATE INDEX project_by_phase ON project (organisation_id, phase, changed_at DESC, id DESC);
CREATE INDEX project_by_change ON project (organisation_id, changed_at DESC, id DESC);
CREATE INDEX document_by_project ON document (project_id);
CREATE INDEX decision_by_project ON decision (project_id);
CREATE INDEX letter_to_send ON letter (id) WHERE state = 0;
CREATE INDEX task_by_party ON task (organisation_id, party, due_on, id);
CREATE INDEX task_by_project ON task (project_id);
VACUUM ANALYZE;
CHECKPOINT;
