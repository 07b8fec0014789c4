-- Whole cases that leave in a file: proposed, confirmed, fetched. The document holds numbers of cases and nothing of what stands in them.
CREATE TABLE exports (
    id TEXT PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    document TEXT NOT NULL
);
