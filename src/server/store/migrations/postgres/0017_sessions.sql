-- Which account somebody of a provider is.
CREATE TABLE subjects (
    issuer TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    account TEXT COLLATE "C" NOT NULL UNIQUE REFERENCES accounts (id),
    PRIMARY KEY (issuer, subject)
);

-- Sessions of people who signed in at a provider. Times in microseconds.
CREATE TABLE sessions (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    issuer TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    client TEXT COLLATE "C" NOT NULL,
    -- The provider's name for it; empty where it gives none.
    session_key TEXT COLLATE "C" NOT NULL,
    begun BIGINT NOT NULL,
    last_seen BIGINT NOT NULL,
    address TEXT COLLATE "C" NOT NULL,
    -- Tokens made until then do not count, nor does whoever signed in until then; 0 for all count.
    revoked_before BIGINT NOT NULL,
    signed_in_after BIGINT NOT NULL,
    UNIQUE (issuer, subject, client, session_key)
);
CREATE INDEX sessions_seen ON sessions (last_seen, id);
CREATE INDEX sessions_account ON sessions (account);
