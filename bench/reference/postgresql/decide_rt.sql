-- Deciding a gate, a round trip per statement: ten of them.
\set project random(1, :projects)
\set gate 1 + mod(:project, 6)
BEGIN;
SELECT p.organisation_id, p.phase, p.lifecycle, p.version, g.state FROM project p JOIN gate g ON g.project_id = p.id AND g.gate = :gate WHERE p.id = :project FOR UPDATE \gset
SELECT id, kind, state, sha256 FROM document WHERE project_id = :project AND gate = :gate;
SELECT criterion, state, given_by FROM judgement WHERE project_id = :project AND gate = :gate;
SELECT sequence, encode(hash, 'hex') AS head FROM history WHERE project_id = :project ORDER BY sequence DESC LIMIT 1 \gset
UPDATE project SET lifecycle = 1 - lifecycle, version = version + 1, changed_at = now() WHERE id = :project;
INSERT INTO decision (project_id, gate, outcome, decided_by, motivation) VALUES (:project, :gate, 1, 'chair@example.test', 'We have seen everything; the project goes on.');
INSERT INTO history SELECT :project, :sequence + 1, :organisation_id, now(), 'chair@example.test', 3, '{"act":"decide","outcome":"go","round":1,"note":"We have seen everything."}', decode(:head, 'hex'), sha256(decode(:head, 'hex') || 'decide=go'::bytea);
INSERT INTO letter (organisation_id, recipient, subject, body) VALUES (:organisation_id, 'a@example.test', 'Decided: go', 'The gate of your project was decided.'), (:organisation_id, 'b@example.test', 'Decided: go', 'The gate of your project was decided.'), (:organisation_id, 'c@example.test', 'Decided: go', 'The gate of your project was decided.'), (:organisation_id, 'd@example.test', 'Decided: go', 'The gate of your project was decided.'), (:organisation_id, 'e@example.test', 'Decided: go', 'The gate of your project was decided.');
COMMIT;
