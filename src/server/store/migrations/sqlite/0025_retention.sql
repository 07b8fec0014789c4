-- When a case was closed; empty: it is open. Of what was closed before, the day after its last change of status, in whose time zone that
-- may be; of what tells no such change, today: nothing is kept too short.
ALTER TABLE signals ADD COLUMN closed_on TEXT NOT NULL DEFAULT '';
UPDATE signals SET closed_on = COALESCE(
    (SELECT date(substr(json_extract(e.document, '$.at'), 1, 10), '+1 day') FROM entries e
     WHERE e.signal = signals.id AND json_extract(e.document, '$.kind') = 'change' AND json_extract(e.document, '$.text') = 'status'
     ORDER BY e.place DESC LIMIT 1),
    date('now')
) WHERE is_open = 0;
CREATE INDEX signals_closed_on ON signals (closed_on, number) WHERE closed_on <> '';

-- Lists of cases to destroy: proposed, approved, and what became of each case. unfinished: 1 while an approved case waits.
CREATE TABLE destructions (
    id TEXT PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    unfinished BIGINT NOT NULL,
    document TEXT NOT NULL
);

-- What is left of a destroyed case to count with. The id is by lot, and nothing leads back.
CREATE TABLE destroyed_cases (
    id TEXT PRIMARY KEY NOT NULL,
    year BIGINT NOT NULL,
    municipality TEXT NOT NULL,
    domains TEXT NOT NULL,
    outcome TEXT NOT NULL,
    days BIGINT NOT NULL
);
