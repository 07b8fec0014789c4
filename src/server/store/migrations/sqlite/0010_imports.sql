-- What was taken from a file or a calendar, and what became of it: the same thing twice has one effect.
CREATE TABLE imports (
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    object TEXT NOT NULL,
    PRIMARY KEY (kind, reference)
);
