-- Whole cases that leave in a file: proposed, confirmed, fetched. The document holds numbers of cases and nothing of what stands in them.
CREATE TABLE exports (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    document TEXT COLLATE "C" NOT NULL
);
ALTER TABLE exports ENABLE ROW LEVEL SECURITY;
ALTER TABLE exports FORCE ROW LEVEL SECURITY;
CREATE POLICY desk ON exports USING ((SELECT current_setting('loket.scope', true)) = 'all');
