-- Which account somebody of a provider is.
CREATE TABLE subjects (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    account TEXT NOT NULL UNIQUE REFERENCES accounts (id),
    PRIMARY KEY (issuer, subject)
);

-- Sessions of people who signed in at a provider. Times in microseconds.
CREATE TABLE sessions (
    id TEXT PRIMARY KEY NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (id),
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    client TEXT NOT NULL,
    -- The provider's name for it; empty where it gives none.
    session_key TEXT NOT NULL,
    begun BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    address TEXT NOT NULL,
    -- Tokens made until then do not count, nor does whoever signed in until then; 0 for all count.
    revoked_before BIGINT NOT NULL,
    signed_in_after BIGINT NOT NULL,
    UNIQUE (issuer, subject, client, session_key)
);
CREATE INDEX sessions_seen ON sessions (last_seen, id);
CREATE INDEX sessions_account ON sessions (account);
