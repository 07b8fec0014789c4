-- Time-outs, proposals that wait for a second person, and the rows of the deadline board. What a row shows is made from
-- signals and time-outs at every write of them; dates that pass by themselves are judged when it is read.
CREATE TABLE time_outs (
    id TEXT PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    signal TEXT NOT NULL REFERENCES signals (id),
    decision TEXT NOT NULL,
    last_day TEXT NOT NULL,
    open_until TEXT NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX time_outs_signal ON time_outs (signal);
CREATE INDEX time_outs_decision ON time_outs (decision);
CREATE INDEX time_outs_last_day ON time_outs (last_day, id);

-- One row per decision that was ever suspended: locked while something about its time-outs is decided.
CREATE TABLE suspended_decisions (
    decision TEXT PRIMARY KEY NOT NULL
);

CREATE TABLE confirmations (
    id TEXT PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    entity TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX confirmations_subject ON confirmations (subject, state);

CREATE TABLE deadlines (
    id TEXT PRIMARY KEY NOT NULL,
    signal TEXT NOT NULL REFERENCES signals (id),
    kind TEXT NOT NULL,
    alarm_on TEXT NOT NULL,
    seen_until TEXT NOT NULL,
    still_from TEXT NOT NULL,
    still_until TEXT NOT NULL,
    body TEXT NOT NULL,
    municipality TEXT NOT NULL,
    document TEXT NOT NULL
);
CREATE INDEX deadlines_alarm_on ON deadlines (alarm_on, id);
CREATE INDEX deadlines_signal ON deadlines (signal);
