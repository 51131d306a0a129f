-- Rows that commands write (projects, events, contents, tasks, …) have no foreign keys among each other: they are written
-- by one path in one transaction, and `trechter verify` compares them. The others have them.

CREATE TABLE organisations (
    id {uuid} NOT NULL PRIMARY KEY,
    name text NOT NULL,
    phone text NOT NULL,
    language text NOT NULL,
    -- Drawn anew with every change to persons, parties or memberships; never counted, so that a change that was rolled
    -- back can not be taken for a later one.
    roster_version {integer} NOT NULL,
    created_at {integer} NOT NULL
) {table};

CREATE TABLE accounts (
    id {uuid} NOT NULL PRIMARY KEY,
    email text NOT NULL UNIQUE,
    password_hash text NOT NULL,
    created_at {integer} NOT NULL
) {table};

-- Names and addresses of people are here and nowhere else, so that they can be erased.
CREATE TABLE persons (
    id {uuid} NOT NULL PRIMARY KEY,
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    account_id {uuid} REFERENCES accounts (id),
    name text NOT NULL,
    email text NOT NULL,
    function text NOT NULL,
    roles text NOT NULL,
    language text NOT NULL,
    created_at {integer} NOT NULL,
    erased_at {integer}
) {table};
CREATE INDEX persons_by_organisation ON persons (organisation_id);
CREATE UNIQUE INDEX persons_by_account ON persons (account_id, organisation_id) WHERE account_id IS NOT NULL;

CREATE TABLE sessions (
    token_hash {bytes} NOT NULL PRIMARY KEY,
    account_id {uuid} NOT NULL REFERENCES accounts (id),
    organisation_id {uuid} NOT NULL,
    person_id {uuid} NOT NULL,
    created_at {integer} NOT NULL,
    seen_at {integer} NOT NULL,
    expires_at {integer} NOT NULL,
    revoked_at {integer}
) {table};
CREATE INDEX sessions_by_account ON sessions (account_id);
CREATE INDEX sessions_by_end ON sessions (expires_at);

CREATE TABLE parties (
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    key text NOT NULL,
    name_nl text NOT NULL,
    name_en text NOT NULL,
    PRIMARY KEY (organisation_id, key)
) {small_table};

CREATE TABLE memberships (
    organisation_id {uuid} NOT NULL,
    party text NOT NULL,
    person_id {uuid} NOT NULL REFERENCES persons (id),
    chair {boolean} NOT NULL,
    PRIMARY KEY (organisation_id, party, person_id),
    FOREIGN KEY (organisation_id, party) REFERENCES parties (organisation_id, key)
) {small_table};
CREATE INDEX memberships_by_person ON memberships (organisation_id, person_id);

CREATE TABLE funnel_versions (
    id {uuid} NOT NULL PRIMARY KEY,
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    key text NOT NULL,
    version {integer} NOT NULL,
    source text NOT NULL,
    sha256 {bytes} NOT NULL,
    published_at {integer} NOT NULL
) {table};
CREATE UNIQUE INDEX funnel_versions_by_key ON funnel_versions (organisation_id, key, version);

CREATE TABLE projects (
    id {uuid} NOT NULL PRIMARY KEY,
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    version {integer} NOT NULL,
    sequence {integer} NOT NULL,
    head {bytes} NOT NULL,
    state_format {integer} NOT NULL,
    title text NOT NULL,
    phase text NOT NULL,
    lifecycle text NOT NULL,
    lead_id {uuid} NOT NULL,
    funnel_version_id {uuid} NOT NULL,
    -- The first date on which time may make something happen.
    due_on {date},
    -- The date for which the rows in tasks were computed.
    tasks_on {date} NOT NULL,
    created_at {integer} NOT NULL,
    updated_at {integer} NOT NULL,
    state text NOT NULL
) {table};
CREATE INDEX projects_by_change ON projects (organisation_id, updated_at DESC, id DESC);
CREATE INDEX projects_by_phase ON projects (organisation_id, phase, updated_at DESC, id DESC);
CREATE INDEX projects_by_lead ON projects (organisation_id, lead_id, updated_at DESC, id DESC);
CREATE INDEX projects_by_due ON projects (due_on, id) WHERE due_on IS NOT NULL;

CREATE TABLE involvement (
    project_id {uuid} NOT NULL,
    party text NOT NULL,
    organisation_id {uuid} NOT NULL,
    PRIMARY KEY (project_id, party)
) {small_table};
CREATE INDEX involvement_by_party ON involvement (organisation_id, party, project_id);

-- The truth. `body` is the canonical JSON (RFC 8785) of the event; hash = SHA-256(hash before ‖ body). `at`, `kind`,
-- `subject` and `person_id` repeat what the body says, for lists.
CREATE TABLE events (
    project_id {uuid} NOT NULL,
    sequence {integer} NOT NULL,
    organisation_id {uuid} NOT NULL,
    at {integer} NOT NULL,
    kind text NOT NULL,
    subject text,
    person_id {uuid},
    hash {bytes} NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (project_id, sequence)
) {small_table};
CREATE INDEX events_by_person ON events (organisation_id, person_id, at DESC, project_id DESC, sequence DESC)
    WHERE person_id IS NOT NULL;
CREATE INDEX events_of_revisions ON events (project_id, subject, sequence DESC) WHERE kind = 'revision_submitted';

CREATE TABLE contents (
    id {uuid} NOT NULL PRIMARY KEY,
    organisation_id {uuid} NOT NULL,
    project_id {uuid} NOT NULL,
    erased_at {integer},
    salt {bytes},
    body text
) {table};
CREATE INDEX contents_by_project ON contents (project_id);

CREATE TABLE files (
    id {uuid} NOT NULL PRIMARY KEY,
    organisation_id {uuid} NOT NULL,
    project_id {uuid} NOT NULL REFERENCES projects (id),
    artefact text NOT NULL,
    name text NOT NULL,
    size {integer} NOT NULL,
    media_type text NOT NULL,
    hash {bytes} NOT NULL,
    uploaded_by {uuid} NOT NULL,
    uploaded_at {integer} NOT NULL
) {table};
CREATE INDEX files_by_project ON files (project_id, artefact);

CREATE TABLE drafts (
    project_id {uuid} NOT NULL REFERENCES projects (id),
    artefact text NOT NULL,
    organisation_id {uuid} NOT NULL,
    version {integer} NOT NULL,
    answers text,
    files text NOT NULL,
    authors text NOT NULL,
    saved_by {uuid} NOT NULL,
    saved_at {integer} NOT NULL,
    PRIMARY KEY (project_id, artefact)
) {table};

-- What the engine derives from the state; replaced with it, never edited.
CREATE TABLE tasks (
    project_id {uuid} NOT NULL,
    kind text NOT NULL,
    organisation_id {uuid} NOT NULL,
    party text,
    person_id {uuid},
    since {integer} NOT NULL,
    due_on {date} NOT NULL,
    confirmable {boolean} NOT NULL,
    revision {integer},
    PRIMARY KEY (project_id, kind)
) {small_table};
CREATE INDEX tasks_by_due ON tasks (organisation_id, due_on, project_id, kind);
CREATE INDEX tasks_by_party ON tasks (organisation_id, party, due_on, project_id, kind) WHERE party IS NOT NULL;
CREATE INDEX tasks_by_person ON tasks (organisation_id, person_id, due_on, project_id, kind) WHERE person_id IS NOT NULL;

-- Requests that succeeded, by key; kept 30 days.
CREATE TABLE requests (
    organisation_id {uuid} NOT NULL,
    principal {uuid} NOT NULL,
    key text NOT NULL,
    hash {bytes} NOT NULL,
    project_id {uuid} NOT NULL,
    first_sequence {integer} NOT NULL,
    last_sequence {integer} NOT NULL,
    at {integer} NOT NULL,
    PRIMARY KEY (organisation_id, principal, key)
) {small_table};
CREATE INDEX requests_by_age ON requests (at);

CREATE TABLE unplanned_events (
    project_id {uuid} NOT NULL,
    sequence {integer} NOT NULL,
    organisation_id {uuid} NOT NULL,
    at {integer} NOT NULL,
    PRIMARY KEY (project_id, sequence)
) {small_table};
CREATE INDEX unplanned_events_by_age ON unplanned_events (organisation_id, at, project_id, sequence);

CREATE TABLE deliveries (
    id {uuid} NOT NULL PRIMARY KEY,
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    person_id {uuid} NOT NULL REFERENCES persons (id),
    status text NOT NULL,
    attempts {integer} NOT NULL,
    -- From when it may be claimed; a claim moves it to the end of the lease. Empty when nothing is left to do.
    next_at {integer},
    lease {integer},
    last_error text,
    created_at {integer} NOT NULL,
    sent_at {integer},
    subject text NOT NULL,
    body_text text NOT NULL,
    body_html text NOT NULL
) {table};
CREATE INDEX deliveries_by_age ON deliveries (organisation_id, created_at DESC, id DESC);
CREATE INDEX deliveries_to_send ON deliveries (organisation_id, next_at) WHERE next_at IS NOT NULL;

CREATE TABLE notices (
    id {uuid} NOT NULL PRIMARY KEY,
    organisation_id {uuid} NOT NULL,
    project_id {uuid} NOT NULL,
    sequence {integer} NOT NULL,
    kind text NOT NULL,
    person_id {uuid} NOT NULL,
    delivery_id {uuid} NOT NULL REFERENCES deliveries (id),
    data text NOT NULL,
    at {integer} NOT NULL
) {table};
CREATE UNIQUE INDEX notices_once ON notices (project_id, sequence, person_id, kind);
CREATE INDEX notices_by_delivery ON notices (delivery_id);
