-- The rows of an inbox: the first fifty tasks of a party, and how many there are, for it and in all.
\set organisation random(1, 4)
\set party random(1, 5)
SELECT t.id, t.kind, t.criterion, t.document, t.gate, t.revision, t.confirmable, t.since, t.due_on, p.id, p.title FROM task t JOIN project p ON p.id = t.project_id WHERE t.organisation_id = :organisation AND t.party = :party ORDER BY t.due_on, t.id LIMIT 51;
SELECT count(*) FROM task WHERE organisation_id = :organisation AND party = :party;
SELECT count(*) FROM task WHERE organisation_id = :organisation;
