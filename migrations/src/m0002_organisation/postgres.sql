DO $$
BEGIN
    ALTER TABLE organisation_states ALTER COLUMN state SET COMPRESSION lz4;
    ALTER TABLE organisation_events ALTER COLUMN body SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported OR invalid_parameter_value THEN
    RAISE NOTICE 'lz4 is not available; the default compression stays';
END $$;

DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'trechter_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON
            organisation_states, organisation_files, organisation_changes, evidence_use
            TO trechter_app;
        -- Nobody changes what happened.
        GRANT SELECT, INSERT ON organisation_events TO trechter_app;
    END IF;
END $$;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY[
        'organisation_states', 'organisation_events', 'organisation_files', 'organisation_changes', 'evidence_use'
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
        EXECUTE format(
            'CREATE POLICY organisation ON %I USING '
            '(organisation_id = nullif(current_setting(''trechter.organisation'', true), '''')::uuid)', name);
    END LOOP;
END $$;

-- The worker looks for what changed and what is due, over all organisations.
CREATE POLICY worker ON organisation_states FOR SELECT USING (current_setting('trechter.worker', true) = 'on');
CREATE POLICY worker ON organisation_changes FOR SELECT USING (current_setting('trechter.worker', true) = 'on');
CREATE POLICY worker ON evidence_use FOR SELECT USING (current_setting('trechter.worker', true) = 'on');

-- Time looks at every project under way once, and writes down what it rests on. Whoever migrates need not be a superuser.
ALTER TABLE projects NO FORCE ROW LEVEL SECURITY;
UPDATE projects SET due_on = '1970-01-01' WHERE lifecycle = 'active';
ALTER TABLE projects FORCE ROW LEVEL SECURITY;
