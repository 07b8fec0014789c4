-- Messages that go out about cases. message_id: what a mail that answers it names. try_at: when it is to be sent, in microseconds; 0: it is not.
-- leased_until: until then one instance is sending it, and no other does.
CREATE TABLE messages (
    id TEXT PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    signal TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    try_at BIGINT NOT NULL,
    leased_until BIGINT NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX messages_signal ON messages (signal);
CREATE INDEX messages_try_at ON messages (try_at) WHERE try_at > 0;
