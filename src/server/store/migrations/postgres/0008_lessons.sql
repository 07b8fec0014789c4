-- Lessons noted in cases and at meetings; meeting: its number, 0 for none.
CREATE TABLE lessons (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT COLLATE "C" NOT NULL,
    meeting BIGINT NOT NULL,
    document TEXT COLLATE "C" NOT NULL
);
CREATE INDEX lessons_meeting ON lessons (meeting, id);
