ALTER TABLE deliveries ALTER COLUMN letter_id SET NOT NULL;
ALTER TABLE deliveries FORCE ROW LEVEL SECURITY;
ALTER TABLE letters ENABLE ROW LEVEL SECURITY;
ALTER TABLE letters FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON letters
    USING (organisation_id = nullif(current_setting('trechter.organisation', true), '')::uuid);
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'trechter_app') THEN
        GRANT SELECT, INSERT, DELETE ON letters TO trechter_app;
    END IF;
END $$;
