-- Moratoria, bridgings and commitments. What the board shows of the open ones is made from the signal, which keeps their days.
CREATE TABLE arrangements (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    signal TEXT COLLATE "C" NOT NULL REFERENCES signals (id),
    day TEXT COLLATE "C" NOT NULL,
    is_open BIGINT NOT NULL,
    document TEXT COLLATE "C" NOT NULL
);
CREATE INDEX arrangements_signal ON arrangements (signal);
CREATE INDEX arrangements_day ON arrangements (kind, day, id);
