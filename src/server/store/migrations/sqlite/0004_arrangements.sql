-- Moratoria, bridgings and commitments. What the board shows of the open ones is made from the signal, which keeps their days.
CREATE TABLE arrangements (
    id TEXT PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT NOT NULL,
    signal TEXT NOT NULL REFERENCES signals (id),
    day TEXT NOT NULL,
    is_open BIGINT NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX arrangements_signal ON arrangements (signal);
CREATE INDEX arrangements_day ON arrangements (kind, day, id);
