-- An organisation has no row here until something happened in it. Its texts, receipts, unplanned events and notices stand
-- in the tables of the projects, under the organisation's own id in place of a project's.
CREATE TABLE organisation_states (
    organisation_id {uuid} NOT NULL PRIMARY KEY REFERENCES organisations (id),
    sequence {integer} NOT NULL,
    head {bytes} NOT NULL,
    state_format {integer} NOT NULL,
    -- The first date on which time may make something happen.
    due_on {date},
    updated_at {integer} NOT NULL,
    state text NOT NULL
) {table};
CREATE INDEX organisation_states_by_due ON organisation_states (due_on) WHERE due_on IS NOT NULL;

-- The truth, as in `events`: hash = SHA-256(hash before ‖ body), a chain per organisation.
CREATE TABLE organisation_events (
    organisation_id {uuid} NOT NULL,
    sequence {integer} NOT NULL,
    at {integer} NOT NULL,
    kind text NOT NULL,
    person_id {uuid},
    -- The body that alone may see it, with its coach.
    private_to text,
    hash {bytes} NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (organisation_id, sequence)
) {small_table};

CREATE TABLE organisation_files (
    id {uuid} NOT NULL PRIMARY KEY,
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    evidence text NOT NULL,
    name text NOT NULL,
    size {integer} NOT NULL,
    media_type text NOT NULL,
    hash {bytes} NOT NULL,
    uploaded_by {uuid} NOT NULL,
    uploaded_at {integer} NOT NULL
) {table};
CREATE INDEX organisation_files_by_evidence ON organisation_files (organisation_id, evidence);

-- The organisation's last event that changed what projects rest on: by kind of evidence and supplier (empty where it is
-- the organisation's own); the row without a kind is about what the organisation settled for all of them.
CREATE TABLE organisation_changes (
    organisation_id {uuid} NOT NULL,
    kind text NOT NULL,
    supplier text NOT NULL,
    sequence {integer} NOT NULL,
    PRIMARY KEY (organisation_id, kind, supplier)
) {small_table};

-- What a project under way rests on, and the organisation's last event when the project was written: a later change has
-- not reached it yet. Comparing the two needs no lock between a project and its organisation.
CREATE TABLE evidence_use (
    project_id {uuid} NOT NULL,
    kind text NOT NULL,
    supplier text NOT NULL,
    organisation_id {uuid} NOT NULL,
    seen {integer} NOT NULL,
    PRIMARY KEY (project_id, kind, supplier)
) {small_table};
CREATE INDEX evidence_use_by_kind ON evidence_use (organisation_id, kind, supplier, seen);
