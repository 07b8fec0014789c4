-- Accounts with a password, for small installations. Times in microseconds. The secret of the codes stands here as it is: nothing else of the
-- server could keep a key for it. What may be tried as a set-up secret or a token is 120 bits by lot or more, so a plain hash of it is enough.
CREATE TABLE local_accounts (
    account TEXT PRIMARY KEY NOT NULL REFERENCES accounts (id),
    -- The name as it is compared: folded.
    login TEXT NOT NULL UNIQUE,
    -- Hash of the set-up secret, and until when it is good; empty once it was used.
    setup TEXT NOT NULL,
    setup_until BIGINT NOT NULL,
    -- argon2id in the form of PHC; empty until it was set up.
    password TEXT NOT NULL,
    -- What the codes are made from, as hexadecimal text; of a set-up under way it is not proven yet.
    secret TEXT NOT NULL,
    -- The last step of time whose code was taken.
    step BIGINT NOT NULL,
    made_at BIGINT NOT NULL
);

-- Sign-ins that failed lately, by a hash of the name that was typed and by one of the address: moments, the oldest first.
CREATE TABLE failed_sign_ins (
    subject TEXT PRIMARY KEY NOT NULL,
    moments TEXT NOT NULL,
    newest BIGINT NOT NULL
);

-- A session of a local account is found by the hash of its token, which is its key.
CREATE INDEX sessions_key ON sessions (session_key);
