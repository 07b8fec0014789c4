-- What of an entry of the register asks for attention: how many reports wait, when it was verified, until when it holds.
ALTER TABLE officers ADD COLUMN reported BIGINT NOT NULL DEFAULT 0;
ALTER TABLE officers ADD COLUMN verified_on TEXT NOT NULL DEFAULT '';
ALTER TABLE officers ADD COLUMN ends_on TEXT NOT NULL DEFAULT '9999-12-31';
UPDATE officers SET
    verified_on = COALESCE(json_extract(document, '$.facts.verifiedOn'), ''),
    ends_on = MIN(
        COALESCE(json_extract(document, '$.facts.mandateUntil'), '9999-12-31'),
        COALESCE(json_extract(document, '$.facts.validTo'), '9999-12-31')
    );
CREATE INDEX officers_reported ON officers (organisation, id) WHERE reported > 0;

-- Who may not hold a copy of the register searches it here: how often, and whom they saw, over all instances. Kept for a day, under a
-- hash of the person and the organisation, so that several tokens of one person count together.
CREATE TABLE register_askers (
    person TEXT PRIMARY KEY NOT NULL
);
CREATE TABLE register_searches (
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (person, at, id)
);
CREATE TABLE register_seen (
    person TEXT NOT NULL,
    officer TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person, officer)
);

-- Which entry was called for which case.
CREATE TABLE officer_calls (
    officer TEXT NOT NULL,
    at BIGINT NOT NULL,
    signal TEXT NOT NULL REFERENCES signals (id),
    PRIMARY KEY (officer, at, signal)
);
