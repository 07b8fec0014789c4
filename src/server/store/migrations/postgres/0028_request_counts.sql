-- How many requests came of whom in which minute since 1970, of all instances together; forgotten a minute later.
CREATE TABLE request_counts (
    -- Id of an account, or a hash of an address.
    subject TEXT COLLATE "C" NOT NULL,
    minute BIGINT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (subject, minute)
);
