-- Recording one answer (a judgement or a submission), a round trip per statement: six of them.
\set project random(1, :projects)
\set gate 1 + mod(:project, 6)
\set criterion random(1, 10)
BEGIN;
SELECT p.organisation_id, p.phase, p.version, g.state, (SELECT max(h.sequence) FROM history h WHERE h.project_id = p.id) AS sequence FROM project p JOIN gate g ON g.project_id = p.id AND g.gate = :gate WHERE p.id = :project FOR UPDATE OF p \gset
INSERT INTO judgement VALUES (:project, :gate, :criterion, 1, 'party@example.test', 'We looked at it and it meets the criterion.', now()) ON CONFLICT (project_id, gate, criterion) DO UPDATE SET state = excluded.state, given_by = excluded.given_by, note = excluded.note, changed_at = excluded.changed_at;
INSERT INTO history SELECT project_id, sequence + 1, organisation_id, now(), 'party@example.test', 2, '{"act":"judge","criterion":3,"round":1,"note":"We looked at it."}', hash, sha256(hash || 'judge'::bytea) FROM history WHERE project_id = :project ORDER BY sequence DESC LIMIT 1;
INSERT INTO letter (organisation_id, recipient, subject, body) VALUES (:organisation_id, 'a@example.test', 'Answered', 'A criterion of your project was answered.');
COMMIT;
