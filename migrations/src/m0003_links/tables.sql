-- Personal links to the page of a body that is consulted. Only the hash of a link is here: who reads this table can open
-- nothing with it. A link is used as often as needed until it ends, so opening one changes nothing.
CREATE TABLE links (
    token_hash {bytes} NOT NULL PRIMARY KEY,
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    person_id {uuid} NOT NULL REFERENCES persons (id),
    project_id {uuid} NOT NULL,
    consultation {integer} NOT NULL,
    until {integer} NOT NULL,
    -- Whether its holder asked for it, in place of one that ended: those are counted.
    asked {boolean} NOT NULL,
    created_at {integer} NOT NULL
) {table};
CREATE INDEX links_by_person ON links (organisation_id, person_id, project_id, consultation, created_at);
