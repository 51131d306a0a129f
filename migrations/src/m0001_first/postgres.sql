-- Large texts: lz4 is several times faster than the default; a server built without it keeps its default.
DO $$
BEGIN
    ALTER TABLE projects ALTER COLUMN state SET COMPRESSION lz4;
    ALTER TABLE events ALTER COLUMN body SET COMPRESSION lz4;
    ALTER TABLE contents ALTER COLUMN body SET COMPRESSION lz4;
    ALTER TABLE funnel_versions ALTER COLUMN source SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported OR invalid_parameter_value THEN
    RAISE NOTICE 'lz4 is not available; the default compression stays';
END $$;

-- The role of the application, made where that is permitted; otherwise an administrator makes it beforehand.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'trechter_app') THEN
        CREATE ROLE trechter_app NOLOGIN;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
    WHEN insufficient_privilege THEN RAISE NOTICE 'the role trechter_app could not be made';
END $$;
DO $$
BEGIN
    EXECUTE format('GRANT trechter_app TO %I', current_user);
EXCEPTION
    WHEN insufficient_privilege OR undefined_object OR invalid_grant_operation THEN
        RAISE NOTICE 'the role trechter_app could not be granted';
    -- Another database of the same server is doing it at this moment.
    WHEN unique_violation OR internal_error THEN NULL;
END $$;
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'trechter_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON
            organisations, accounts, persons, sessions, parties, memberships, funnel_versions, projects, involvement,
            contents, files, drafts, tasks, requests, unplanned_events, deliveries, notices
            TO trechter_app;
        -- Nobody changes what happened.
        GRANT SELECT, INSERT ON events TO trechter_app;
        GRANT SELECT ON seaql_migrations TO trechter_app;
    END IF;
END $$;

-- Behind the organisation in every query stands this: a row of another organisation does not exist.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY[
        'persons', 'parties', 'memberships', 'funnel_versions', 'projects', 'involvement', 'events', 'contents', 'files',
        'drafts', 'tasks', 'requests', 'unplanned_events', 'deliveries', 'notices'
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY organisation ON %I USING '
            '(organisation_id = nullif(current_setting(''trechter.organisation'', true), '''')::uuid)', name);
    END LOOP;
END $$;
ALTER TABLE organisations ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON organisations
    USING (id = nullif(current_setting('trechter.organisation', true), '')::uuid);

-- The worker looks for organisations with work; what it then does, it does in the scope of one of them.
CREATE POLICY worker ON organisations FOR SELECT USING (current_setting('trechter.worker', true) = 'on');
CREATE POLICY worker ON projects FOR SELECT USING (current_setting('trechter.worker', true) = 'on');
CREATE POLICY worker ON unplanned_events FOR SELECT USING (current_setting('trechter.worker', true) = 'on');
CREATE POLICY worker ON deliveries FOR SELECT USING (current_setting('trechter.worker', true) = 'on');

-- Signing in looks for the persons of one account over all organisations.
CREATE POLICY account ON persons FOR SELECT
    USING (account_id = nullif(current_setting('trechter.account', true), '')::uuid);
CREATE POLICY account ON organisations FOR SELECT
    USING (EXISTS (
        SELECT FROM persons
        WHERE persons.organisation_id = organisations.id
            AND persons.account_id = nullif(current_setting('trechter.account', true), '')::uuid
    ));
