-- Every version of a paper of an item; written once and never changed. The row of the part itself holds the last.
CREATE TABLE agenda_part_versions (
    part TEXT NOT NULL REFERENCES agenda_parts (id),
    version BIGINT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (part, version)
);
