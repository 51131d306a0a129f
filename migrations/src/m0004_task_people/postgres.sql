DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'trechter_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON stand_ins TO trechter_app;
    END IF;
END $$;
ALTER TABLE stand_ins ENABLE ROW LEVEL SECURITY;
ALTER TABLE stand_ins FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON stand_ins
    USING (organisation_id = nullif(current_setting('trechter.organisation', true), '')::uuid);

-- Time looks at every project under way once, and says of its tasks who can do them.
ALTER TABLE projects NO FORCE ROW LEVEL SECURITY;
UPDATE projects SET due_on = '1970-01-01' WHERE lifecycle = 'active';
ALTER TABLE projects FORCE ROW LEVEL SECURITY;
