-- The rows of a project page: 43 of them in five prepared statements, a round trip each.
\set project random(1, :projects)
SELECT id, organisation_id, phase, lifecycle, title, summary, lead_address, version, changed_at FROM project WHERE id = :project;
SELECT phase, state, entered_at, left_at FROM phase_entry WHERE project_id = :project ORDER BY phase;
SELECT id, gate, kind, state, title, place, changed_at FROM document WHERE project_id = :project ORDER BY id;
SELECT gate, criterion, state, given_by, note, changed_at FROM judgement WHERE project_id = :project ORDER BY gate, criterion;
SELECT sequence, at, actor, kind, body, hash FROM history WHERE project_id = :project ORDER BY sequence DESC LIMIT 20;
