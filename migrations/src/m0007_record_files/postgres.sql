DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'trechter_app') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON record_files TO trechter_app;
    END IF;
END $$;
ALTER TABLE record_files ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_files FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON record_files
    USING (organisation_id = nullif(current_setting('trechter.organisation', true), '')::uuid);
