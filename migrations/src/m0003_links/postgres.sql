DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'trechter_app') THEN
        GRANT SELECT, INSERT, DELETE ON links TO trechter_app;
    END IF;
END $$;
ALTER TABLE links ENABLE ROW LEVEL SECURITY;
ALTER TABLE links FORCE ROW LEVEL SECURITY;
CREATE POLICY organisation ON links
    USING (organisation_id = nullif(current_setting('trechter.organisation', true), '')::uuid);
-- Whoever holds a link finds that one link, whichever organisation it is of.
CREATE POLICY holder ON links FOR SELECT
    USING (token_hash = decode(nullif(current_setting('trechter.link', true), ''), 'hex'));
