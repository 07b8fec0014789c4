-- Alarms: each mark of a deadline once. `look_on` is the day from which marks are still to be looked at; empty: nobody looked
-- yet. `changed_at` is when the row last changed, in microseconds, for calendars.
ALTER TABLE deadlines ADD COLUMN look_on TEXT NOT NULL DEFAULT '';
ALTER TABLE deadlines ADD COLUMN changed_at BIGINT NOT NULL DEFAULT 0;
CREATE INDEX deadlines_look_on ON deadlines (look_on, id);

CREATE TABLE alarms (
    deadline TEXT NOT NULL,
    alarm_on TEXT NOT NULL,
    mark TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    signal TEXT NOT NULL REFERENCES signals (id),
    rang_at BIGINT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (deadline, alarm_on, mark)
);
CREATE INDEX alarms_rang_at ON alarms (rang_at);

-- Tokens that stand in the address of a calendar feed: read-only, kept as a hash.
CREATE TABLE feed_tokens (
    id TEXT PRIMARY KEY NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    account TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT NOT NULL
);
CREATE INDEX feed_tokens_account ON feed_tokens (account);
