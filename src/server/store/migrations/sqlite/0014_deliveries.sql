-- Deliveries of the register: what was sent, what it would do to the register, and what it did, to undo it.
CREATE TABLE deliveries (
    number BIGINT PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    -- The one organisation it is about; empty: several.
    organisation TEXT NOT NULL,
    summary TEXT NOT NULL,
    content TEXT NOT NULL,
    lines TEXT NOT NULL,
    made TEXT NOT NULL
);
