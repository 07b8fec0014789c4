-- What of an entry of the register asks for attention: how many reports wait, when it was verified, until when it holds.
-- As text, because a document may hold an escaped U+0000; a quote inside a text is escaped, so no text looks like these fields.
ALTER TABLE officers ADD COLUMN reported BIGINT NOT NULL DEFAULT 0;
ALTER TABLE officers ADD COLUMN verified_on TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE officers ADD COLUMN ends_on TEXT COLLATE "C" NOT NULL DEFAULT '9999-12-31';
UPDATE officers SET
    verified_on = COALESCE(substring(document from '"verifiedOn":"([0-9-]{10})"'), ''),
    ends_on = LEAST(
        COALESCE(substring(document from '"mandateUntil":"([0-9-]{10})"'), '9999-12-31'),
        COALESCE(substring(document from '"validTo":"([0-9-]{10})"'), '9999-12-31')
    );
CREATE INDEX officers_reported ON officers (organisation, id) WHERE reported > 0;

-- Who may not hold a copy of the register searches it here: how often, and whom they saw, over all instances. Kept for a day, under a
-- hash of the person and the organisation, so that several tokens of one person count together.
CREATE TABLE register_askers (
    person TEXT COLLATE "C" PRIMARY KEY NOT NULL
);
CREATE TABLE register_searches (
    person TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (person, at, id)
);
CREATE TABLE register_seen (
    person TEXT COLLATE "C" NOT NULL,
    officer TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (person, officer)
);

-- Which entry was called for which case.
CREATE TABLE officer_calls (
    officer TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    signal TEXT COLLATE "C" NOT NULL REFERENCES signals (id),
    PRIMARY KEY (officer, at, signal)
);
