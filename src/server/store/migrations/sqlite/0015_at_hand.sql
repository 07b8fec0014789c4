-- The register at hand when the server is away: the cards that readers opened go along, and what they looked up meanwhile is told.
CREATE TABLE opened_cards (
    account TEXT NOT NULL,
    officer TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (account, officer)
);

CREATE TABLE offline_lookups (
    -- The account and the idempotency key: told twice is told once.
    account TEXT NOT NULL,
    key TEXT NOT NULL,
    -- By the clock of the client, and when it was told; microseconds.
    looked_at BIGINT NOT NULL,
    told_at BIGINT NOT NULL,
    -- Whose card; empty: only hits were seen.
    officer TEXT NOT NULL,
    query TEXT NOT NULL,
    PRIMARY KEY (account, key)
);
