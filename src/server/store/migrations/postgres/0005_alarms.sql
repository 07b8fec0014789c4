-- Alarms: each mark of a deadline once. `look_on` is the day from which marks are still to be looked at; empty: nobody looked
-- yet. `changed_at` is when the row last changed, in microseconds, for calendars.
ALTER TABLE deadlines ADD COLUMN look_on TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE deadlines ADD COLUMN changed_at BIGINT NOT NULL DEFAULT 0;
CREATE INDEX deadlines_look_on ON deadlines (look_on, id);

CREATE TABLE alarms (
    deadline TEXT COLLATE "C" NOT NULL,
    alarm_on TEXT COLLATE "C" NOT NULL,
    mark TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    signal TEXT COLLATE "C" NOT NULL REFERENCES signals (id),
    rang_at BIGINT NOT NULL,
    document TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (deadline, alarm_on, mark)
);
CREATE INDEX alarms_rang_at ON alarms (rang_at);

-- Tokens that stand in the address of a calendar feed: read-only, kept as a hash.
CREATE TABLE feed_tokens (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    hash TEXT COLLATE "C" NOT NULL UNIQUE,
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    name TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT NOT NULL
);
CREATE INDEX feed_tokens_account ON feed_tokens (account);
