-- The least that gives the guarantees of a gate decision in rows: what `pgbench` and PostGraphile are measured on.
-- Made for this bench; nothing of Trechter uses it.
CREATE TABLE organisation (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE project (
    id bigint PRIMARY KEY, organisation_id int NOT NULL REFERENCES organisation, phase smallint NOT NULL,
    lifecycle smallint NOT NULL, title text NOT NULL, summary text NOT NULL, lead_address text NOT NULL,
    version int NOT NULL DEFAULT 1, changed_at timestamptz NOT NULL
);
CREATE TABLE phase_entry (
    project_id bigint NOT NULL REFERENCES project, phase smallint NOT NULL, state smallint NOT NULL,
    entered_at timestamptz, left_at timestamptz, PRIMARY KEY (project_id, phase)
);
CREATE TABLE gate (
    project_id bigint NOT NULL REFERENCES project, gate smallint NOT NULL, state smallint NOT NULL,
    version int NOT NULL DEFAULT 1, PRIMARY KEY (project_id, gate)
);
CREATE TABLE document (
    id bigint PRIMARY KEY, project_id bigint NOT NULL REFERENCES project, gate smallint NOT NULL, kind smallint NOT NULL,
    state smallint NOT NULL, title text NOT NULL, place text NOT NULL, sha256 bytea NOT NULL, changed_at timestamptz NOT NULL
);
CREATE TABLE judgement (
    project_id bigint NOT NULL REFERENCES project, gate smallint NOT NULL, criterion smallint NOT NULL,
    state smallint NOT NULL, given_by text NOT NULL, note text, changed_at timestamptz NOT NULL,
    PRIMARY KEY (project_id, gate, criterion)
);
CREATE TABLE decision (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, project_id bigint NOT NULL REFERENCES project,
    gate smallint NOT NULL, outcome smallint NOT NULL, decided_by text NOT NULL, motivation text NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE history (
    project_id bigint NOT NULL REFERENCES project, sequence int NOT NULL, organisation_id int NOT NULL,
    at timestamptz NOT NULL, actor text NOT NULL, kind smallint NOT NULL, body jsonb NOT NULL,
    hash_before bytea NOT NULL, hash bytea NOT NULL, PRIMARY KEY (project_id, sequence)
);
CREATE TABLE letter (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, organisation_id int NOT NULL, recipient text NOT NULL,
    subject text NOT NULL, body text NOT NULL, state smallint NOT NULL DEFAULT 0, created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE task (
    id bigint PRIMARY KEY, organisation_id int NOT NULL REFERENCES organisation, project_id bigint NOT NULL REFERENCES project,
    kind text NOT NULL, party smallint NOT NULL, criterion text, document text, gate text, revision int,
    confirmable boolean NOT NULL, since timestamptz NOT NULL, due_on date NOT NULL
);
