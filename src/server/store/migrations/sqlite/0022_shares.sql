-- That a case is shared with an organisation; last_day: up to and including, ended: 1 when it was ended before. Only a row with
-- ended = 0 whose last day has not passed lets anybody see anything.
CREATE TABLE shares (
    id TEXT PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    signal TEXT NOT NULL REFERENCES signals (id),
    number BIGINT NOT NULL,
    recipient TEXT NOT NULL,
    last_day TEXT NOT NULL,
    ended BIGINT NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX shares_signal ON shares (signal, id);
CREATE INDEX shares_recipient ON shares (recipient, ended, number);
