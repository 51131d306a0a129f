-- The round of a project's open gate for which its deciders were told that everything is there. The row goes when something is
-- in the way again: then they are told anew when that is over. A project has one open gate, so one row.
CREATE TABLE gates_told (
    project_id {uuid} NOT NULL PRIMARY KEY REFERENCES projects (id),
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    gate text NOT NULL,
    round {integer} NOT NULL,
    told_at {integer} NOT NULL
) {small_table};
