-- Saved views. A view that was taken away keeps its row, so that a repeated request is answered and its feed line is told;
-- was_shared says whether others may have a copy that must go.
CREATE TABLE saved_views (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    owner TEXT COLLATE "C" NOT NULL REFERENCES accounts (id),
    organisation TEXT COLLATE "C" NOT NULL,
    shared BIGINT NOT NULL,
    was_shared BIGINT NOT NULL,
    deleted BIGINT NOT NULL,
    document TEXT COLLATE "C" NOT NULL
);
CREATE INDEX saved_views_owner ON saved_views (owner, deleted);
CREATE INDEX saved_views_shared ON saved_views (organisation, shared, deleted);
