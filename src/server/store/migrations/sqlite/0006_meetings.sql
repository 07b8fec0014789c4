-- Meetings of the LET. An item of an agenda is one row with one rank, so that moving it can neither lose nor double it; an empty
-- meeting: a candidate. Parts are invitations and decisions, each with a version of its own.
CREATE TABLE meetings (
    id TEXT PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    number BIGINT NOT NULL UNIQUE,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    summary TEXT NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX meetings_starts_at ON meetings (starts_at, id);

CREATE TABLE agenda_items (
    id TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL,
    rank BIGINT NOT NULL,
    signal TEXT NOT NULL,
    dropped BIGINT NOT NULL,
    summary TEXT NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX agenda_items_meeting ON agenda_items (meeting, rank, id);
CREATE INDEX agenda_items_signal ON agenda_items (signal);

CREATE TABLE agenda_parts (
    id TEXT PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    item TEXT NOT NULL REFERENCES agenda_items (id),
    officer TEXT NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX agenda_parts_item ON agenda_parts (item, kind, id);

-- A fixed version is written once and never changed.
CREATE TABLE editions (
    id TEXT PRIMARY KEY NOT NULL,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    number BIGINT NOT NULL,
    document TEXT NOT NULL,
    UNIQUE (meeting, number)
);

-- The item of an agenda that a commitment comes from. Apart, so that this step asks for no column of another.
CREATE TABLE agenda_commitments (
    arrangement TEXT PRIMARY KEY NOT NULL,
    item TEXT NOT NULL
);
