-- Minutes and scans that show what was answered elsewhere (law 14). They belong to a project and to no document of it: who
-- records an answer need not be among those who may write a document.
CREATE TABLE record_files (
    id {uuid} NOT NULL PRIMARY KEY,
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    project_id {uuid} NOT NULL REFERENCES projects (id),
    name text NOT NULL,
    size {integer} NOT NULL,
    media_type text NOT NULL,
    hash {bytes} NOT NULL,
    uploaded_by {uuid} NOT NULL,
    uploaded_at {integer} NOT NULL
) {table};
CREATE INDEX record_files_by_project ON record_files (organisation_id, project_id);
