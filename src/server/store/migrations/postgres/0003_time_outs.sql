-- Time-outs, proposals that wait for a second person, and the rows of the deadline board. What a row shows is made from
-- signals and time-outs at every write of them; dates that pass by themselves are judged when it is read.
CREATE TABLE time_outs (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    signal TEXT COLLATE "C" NOT NULL REFERENCES signals (id),
    decision TEXT COLLATE "C" NOT NULL,
    last_day TEXT COLLATE "C" NOT NULL,
    open_until TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C" NOT NULL
);
CREATE INDEX time_outs_signal ON time_outs (signal);
CREATE INDEX time_outs_decision ON time_outs (decision);
CREATE INDEX time_outs_last_day ON time_outs (last_day, id);

-- One row per decision that was ever suspended: locked while something about its time-outs is decided.
CREATE TABLE suspended_decisions (
    decision TEXT COLLATE "C" PRIMARY KEY NOT NULL
);

CREATE TABLE confirmations (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    entity TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C" NOT NULL
);
CREATE INDEX confirmations_subject ON confirmations (subject, state);

CREATE TABLE deadlines (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    signal TEXT COLLATE "C" NOT NULL REFERENCES signals (id),
    kind TEXT COLLATE "C" NOT NULL,
    alarm_on TEXT COLLATE "C" NOT NULL,
    seen_until TEXT COLLATE "C" NOT NULL,
    still_from TEXT COLLATE "C" NOT NULL,
    still_until TEXT COLLATE "C" NOT NULL,
    body TEXT COLLATE "C" NOT NULL,
    municipality TEXT COLLATE "C" NOT NULL,
    document TEXT COLLATE "C" NOT NULL
);
CREATE INDEX deadlines_alarm_on ON deadlines (alarm_on, id);
CREATE INDEX deadlines_signal ON deadlines (signal);
