-- Series of meetings, and which meeting stands for which day of the rule: a day is made once, whoever makes it.
CREATE TABLE meeting_series (
    id TEXT PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    number BIGINT NOT NULL UNIQUE,
    document TEXT NOT NULL
);

CREATE TABLE meeting_series_days (
    series TEXT NOT NULL REFERENCES meeting_series (id),
    day TEXT NOT NULL,
    meeting TEXT NOT NULL REFERENCES meetings (id),
    PRIMARY KEY (series, day)
);
