-- What `ANALYZE` would find at a provider with a thousand projects: rows in an index, then rows for each value of its first
-- column, of its first two, and so on (https://sqlite.org/fileformat2.html#stat1tab). An index on the organisation finds
-- everything that a provider has, one on the project a few rows; without figures SQLite takes one for as good as the other.
-- An empty database has nothing to analyse, so its figures are given: the plans are then the same everywhere.
ANALYZE;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('contents', 'contents_by_project', '60000 60'),
    ('contents', 'sqlite_autoindex_contents_1', '60000 1'),
    ('deliveries', 'deliveries_by_age', '200000 200000 20 1'),
    ('deliveries', 'deliveries_by_letter', '200000 10'),
    ('deliveries', 'deliveries_to_send', '500 500 5'),
    ('deliveries', 'sqlite_autoindex_deliveries_1', '200000 1'),
    ('drafts', 'sqlite_autoindex_drafts_1', '2000 2 1'),
    ('events', 'events', '100000 100 1'),
    ('events', 'events_by_person', '90000 90000 1000 2 2 1'),
    ('events', 'events_of_revisions', '15000 15 2 1'),
    ('evidence_use', 'evidence_use', '5000 5 2 1'),
    ('evidence_use', 'evidence_use_by_kind', '5000 5000 500 250 50'),
    ('files', 'files_by_project', '5000 5 2'),
    ('files', 'sqlite_autoindex_files_1', '5000 1'),
    ('involvement', 'involvement', '12000 12 1'),
    ('involvement', 'involvement_by_party', '12000 12000 600 1'),
    ('letters', 'sqlite_autoindex_letters_1', '20000 1'),
    ('links', 'links_by_person', '5000 5000 200 4 2 1'),
    ('links', 'sqlite_autoindex_links_1', '5000 1'),
    ('memberships', 'memberships', '300 300 10 1'),
    ('memberships', 'memberships_by_person', '300 300 3'),
    ('notices', 'notices_by_delivery', '200000 1'),
    ('notices', 'notices_once', '200000 200 15 1 1'),
    ('notices', 'sqlite_autoindex_notices_1', '200000 1'),
    ('projects', 'projects_by_change', '1000 1000 1 1'),
    ('projects', 'projects_by_due', '700 5 1'),
    ('projects', 'projects_by_lead', '1000 1000 20 1 1'),
    ('projects', 'projects_by_phase', '1000 1000 150 1 1'),
    ('projects', 'sqlite_autoindex_projects_1', '1000 1'),
    ('record_files', 'record_files_by_project', '1000 1000 2'),
    ('record_files', 'sqlite_autoindex_record_files_1', '1000 1'),
    ('requests', 'requests', '50000 50000 500 1'),
    ('requests', 'requests_by_age', '50000 1'),
    ('stand_ins', 'stand_ins', '20 20 2 1'),
    ('tasks', 'tasks', '8000 8 1'),
    ('tasks', 'tasks_by_due', '8000 8000 40 4 1'),
    ('tasks', 'tasks_by_party', '7000 7000 350 5 2 1'),
    ('tasks', 'tasks_by_person', '1000 1000 20 4 2 1'),
    ('unplanned_events', 'unplanned_events', '2000 4 1'),
    ('unplanned_events', 'unplanned_events_by_age', '2000 2000 4 4 1');
-- This connection reads the figures now, every later one as it opens.
ANALYZE sqlite_schema;
