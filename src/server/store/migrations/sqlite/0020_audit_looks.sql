-- Which rows of the audit log, drawn by lot, a privacy officer looked at.
CREATE TABLE audit_looks (
    organisation TEXT NOT NULL,
    seq BIGINT NOT NULL,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (organisation, seq)
);
-- The rows of a week.
CREATE INDEX audit_at ON audit (organisation, at);
