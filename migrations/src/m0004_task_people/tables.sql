-- Of a party, whether it waits for its chair alone, and whom it does not wait for: ids without hyphens, with commas between.
ALTER TABLE tasks ADD COLUMN chair_only {boolean} NOT NULL DEFAULT {no};
ALTER TABLE tasks ADD COLUMN not_by text NOT NULL DEFAULT '';

-- Who acts in a party for a member who is away, as the organisation's state says; for lists of what may be seen.
CREATE TABLE stand_ins (
    organisation_id {uuid} NOT NULL,
    person_id {uuid} NOT NULL,
    number {integer} NOT NULL,
    party text NOT NULL,
    first_on {date} NOT NULL,
    last_on {date} NOT NULL,
    PRIMARY KEY (organisation_id, person_id, number)
) {small_table};
