-- Everything the server keeps. Only TEXT and BIGINT: ids as UUID text, instants as microseconds UTC, dates as ISO text,
-- booleans as 0 or 1, documents as JSON text. Empty text or a sentinel instead of NULL wherever a column is sorted.

CREATE TABLE settings (
    name TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    value TEXT COLLATE "C" NOT NULL
);

CREATE TABLE counters (
    name TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    value BIGINT NOT NULL
);
INSERT INTO counters (name, value) VALUES ('changes', 0);

CREATE TABLE organisations (
    code TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C" NOT NULL
);

CREATE TABLE accounts (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    role TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    organisation TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE tokens (
    hash TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    account TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT NOT NULL
);
CREATE INDEX tokens_account ON tokens (account);

-- The narrow row of a signal: what lists filter, sort, search and show. The whole aggregate is in signal_documents.
CREATE TABLE signals (
    number BIGINT PRIMARY KEY NOT NULL,
    id TEXT COLLATE "C" NOT NULL UNIQUE,
    version BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    status TEXT COLLATE "C" NOT NULL,
    is_open BIGINT NOT NULL,
    urgency BIGINT NOT NULL,
    municipality TEXT COLLATE "C" NOT NULL,
    hard_date TEXT COLLATE "C" NOT NULL,
    owner TEXT COLLATE "C" NOT NULL,
    lease_until BIGINT NOT NULL,
    source_system TEXT COLLATE "C",
    source_reference TEXT COLLATE "C",
    search TEXT COLLATE "C" NOT NULL,
    summary TEXT COLLATE "C" NOT NULL,
    UNIQUE (source_system, source_reference)
);
CREATE INDEX signals_hard_date ON signals (hard_date, number);
CREATE INDEX signals_received_at ON signals (received_at, number);
CREATE INDEX signals_urgency ON signals (urgency, number);
CREATE INDEX signals_open_hard_date ON signals (is_open, hard_date, number);
CREATE INDEX signals_open_received_at ON signals (is_open, received_at, number);
CREATE INDEX signals_open_urgency ON signals (is_open, urgency, number);
CREATE INDEX signals_owner ON signals (owner, hard_date, number);
CREATE INDEX signals_municipality ON signals (municipality, hard_date, number);

CREATE TABLE signal_documents (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL REFERENCES signals (id),
    document TEXT COLLATE "C" NOT NULL
);

CREATE TABLE signal_bodies (
    organisation TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL REFERENCES signals (number),
    PRIMARY KEY (organisation, number)
);
CREATE INDEX signal_bodies_number ON signal_bodies (number);

CREATE TABLE entries (
    signal TEXT COLLATE "C" NOT NULL REFERENCES signals (id),
    place BIGINT NOT NULL,
    document TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (signal, place)
);

CREATE TABLE officers (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    organisation TEXT COLLATE "C" NOT NULL,
    source_system TEXT COLLATE "C",
    source_reference TEXT COLLATE "C",
    names TEXT COLLATE "C" NOT NULL,
    search TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C" NOT NULL,
    UNIQUE (source_system, source_reference)
);
CREATE INDEX officers_organisation ON officers (organisation, id);

CREATE TABLE changes (
    scope TEXT COLLATE "C" NOT NULL,
    entity TEXT COLLATE "C" NOT NULL,
    id TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    gone BIGINT NOT NULL,
    PRIMARY KEY (scope, entity, id)
);
CREATE INDEX changes_seq ON changes (scope, seq);

CREATE TABLE idempotency (
    account TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    request TEXT COLLATE "C" NOT NULL,
    status BIGINT NOT NULL,
    object TEXT COLLATE "C" NOT NULL,
    masked BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (account, key)
);
CREATE INDEX idempotency_at ON idempotency (at);

-- What a field was and became; erasable. The salt of the audit's hash stands here, so that erasing it makes the hash mute.
CREATE TABLE history (
    entity TEXT COLLATE "C" NOT NULL,
    object TEXT COLLATE "C" NOT NULL,
    version BIGINT NOT NULL,
    field TEXT COLLATE "C" NOT NULL,
    at BIGINT NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    old TEXT COLLATE "C" NOT NULL,
    new TEXT COLLATE "C" NOT NULL,
    salt TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (entity, object, version, field)
);

-- Who did or saw what: ids and verbs, never text. One hash chain per organisation.
CREATE TABLE audit (
    organisation TEXT COLLATE "C" NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    verb TEXT COLLATE "C" NOT NULL,
    entity TEXT COLLATE "C" NOT NULL,
    object TEXT COLLATE "C" NOT NULL,
    quarter BIGINT NOT NULL,
    change TEXT COLLATE "C" NOT NULL,
    hash TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (organisation, seq)
);
CREATE INDEX audit_seen ON audit (organisation, account, object, quarter) WHERE quarter > 0;

CREATE TABLE audit_heads (
    organisation TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    seq BIGINT NOT NULL,
    hash TEXT COLLATE "C" NOT NULL
);
