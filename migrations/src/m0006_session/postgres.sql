-- A session is found before it is known whose rows may be seen; its organisation is a row behind row-level security. So the
-- function says the organisation itself, as the application would in a second transaction. The setting ends with the
-- statement, which is a transaction of its own.
CREATE FUNCTION session_of(token bytea, moment bigint)
RETURNS TABLE (
    account_id uuid, organisation_id uuid, person_id uuid, expires_at bigint,
    roster_version bigint, id uuid, name text, phone text, language text
)
LANGUAGE plpgsql AS $$
DECLARE
    behind sessions%ROWTYPE;
BEGIN
    SELECT * INTO behind FROM sessions s
    WHERE s.token_hash = token AND s.expires_at > moment AND s.revoked_at IS NULL;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM set_config('trechter.organisation', behind.organisation_id::text, true);
    RETURN QUERY
        SELECT behind.account_id, behind.organisation_id, behind.person_id, behind.expires_at,
            o.roster_version, o.id, o.name, o.phone, o.language
        FROM organisations o WHERE o.id = behind.organisation_id;
END $$;
