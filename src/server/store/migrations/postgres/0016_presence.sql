-- Who is at which signal. A row is told for two minutes after its last sign, and swept later.
CREATE TABLE presence (
    account TEXT COLLATE "C" NOT NULL,
    -- The id a window gave itself.
    window_id TEXT COLLATE "C" NOT NULL,
    name TEXT NOT NULL,
    object TEXT COLLATE "C" NOT NULL,
    doing TEXT NOT NULL,
    -- Microseconds.
    since BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (account, window_id)
);

CREATE INDEX presence_at ON presence (at);
