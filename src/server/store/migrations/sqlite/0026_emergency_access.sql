-- Emergency access (noodinzage): who opened which case without the right to, until when. waits: 1 while nobody judged it. rang: 1 once the
-- alarm went because nobody did within a day. open_until: earlier than in the document when it was judged not to be right.
CREATE TABLE emergency_accesses (
    id TEXT PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    signal TEXT NOT NULL,
    number BIGINT NOT NULL,
    account TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    open_until BIGINT NOT NULL,
    waits BIGINT NOT NULL,
    rang BIGINT NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX emergency_accesses_signal ON emergency_accesses (signal, account);
CREATE INDEX emergency_accesses_account ON emergency_accesses (account, opened_at);
CREATE INDEX emergency_accesses_waits ON emergency_accesses (opened_at) WHERE waits = 1;
