-- Messages that go out about cases. message_id: what a mail that answers it names. try_at: when it is to be sent, in microseconds; 0: it is not.
-- leased_until: until then one instance is sending it, and no other does.
CREATE TABLE messages (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    signal TEXT COLLATE "C" NOT NULL,
    message_id TEXT COLLATE "C" NOT NULL UNIQUE,
    try_at BIGINT NOT NULL,
    leased_until BIGINT NOT NULL,
    document TEXT COLLATE "C" NOT NULL
);
CREATE INDEX messages_signal ON messages (signal);
CREATE INDEX messages_try_at ON messages (try_at) WHERE try_at > 0;

-- Nobody outside sees one: who is written to gets the mail itself.
ALTER TABLE messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE messages FORCE ROW LEVEL SECURITY;
CREATE POLICY desk ON messages USING ((SELECT current_setting('loket.scope', true)) = 'all');
