-- Meetings of the LET. An item of an agenda is one row with one rank, so that moving it can neither lose nor double it; an empty
-- meeting: a candidate. Parts are invitations and decisions, each with a version of its own.
CREATE TABLE meetings (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    number BIGINT NOT NULL UNIQUE,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    summary TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C" NOT NULL
);
CREATE INDEX meetings_starts_at ON meetings (starts_at, id);

CREATE TABLE agenda_items (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    meeting TEXT COLLATE "C" NOT NULL,
    rank BIGINT NOT NULL,
    signal TEXT COLLATE "C" NOT NULL,
    dropped BIGINT NOT NULL,
    summary TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C" NOT NULL
);
CREATE INDEX agenda_items_meeting ON agenda_items (meeting, rank, id);
CREATE INDEX agenda_items_signal ON agenda_items (signal);

CREATE TABLE agenda_parts (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    item TEXT COLLATE "C" NOT NULL REFERENCES agenda_items (id),
    officer TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C" NOT NULL
);
CREATE INDEX agenda_parts_item ON agenda_parts (item, kind, id);

-- A fixed version is written once and never changed.
CREATE TABLE editions (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    meeting TEXT COLLATE "C" NOT NULL REFERENCES meetings (id),
    number BIGINT NOT NULL,
    document TEXT COLLATE "C" NOT NULL,
    UNIQUE (meeting, number)
);

-- The item of an agenda that a commitment comes from. Apart, so that this step asks for no column of another.
CREATE TABLE agenda_commitments (
    arrangement TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    item TEXT COLLATE "C" NOT NULL
);
