DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'trechter_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON gates_told TO trechter_app;
    END IF;
END $$;
ALTER TABLE gates_told ENABLE ROW LEVEL SECURITY;
ALTER TABLE gates_told FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON gates_told
    USING (organisation_id = nullif(current_setting('trechter.organisation', true), '')::uuid);
