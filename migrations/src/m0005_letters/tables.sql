-- What an e-mail says. Its greeting is in the delivery, and so is the secret of a personal link until the e-mail is sent; U+0001
-- and U+0002 mark where they go.
CREATE TABLE letters (
    id {uuid} NOT NULL PRIMARY KEY,
    organisation_id {uuid} NOT NULL REFERENCES organisations (id),
    subject text NOT NULL,
    body_text text NOT NULL,
    body_html text NOT NULL,
    created_at {integer} NOT NULL
) {table};

INSERT INTO letters (id, organisation_id, subject, body_text, body_html, created_at)
SELECT id, organisation_id, subject, body_text, body_html, created_at FROM deliveries;

ALTER TABLE deliveries ADD COLUMN letter_id {uuid} REFERENCES letters (id);
ALTER TABLE deliveries ADD COLUMN greeting text NOT NULL DEFAULT '';
ALTER TABLE deliveries ADD COLUMN greeting_html text NOT NULL DEFAULT '';
ALTER TABLE deliveries ADD COLUMN link text;
UPDATE deliveries SET letter_id = id;
ALTER TABLE deliveries DROP COLUMN subject;
ALTER TABLE deliveries DROP COLUMN body_text;
ALTER TABLE deliveries DROP COLUMN body_html;
CREATE INDEX deliveries_by_letter ON deliveries (letter_id);
