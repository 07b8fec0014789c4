-- When a case was closed; empty: it is open. Of what was closed before, the day after its last change of status, in whose time zone that
-- may be; of what tells no such change, today: nothing is kept too short.
ALTER TABLE signals ADD COLUMN closed_on TEXT COLLATE "C" NOT NULL DEFAULT '';
UPDATE signals SET closed_on = COALESCE(
    (SELECT to_char(CAST(substr(CAST(e.document AS json) ->> 'at', 1, 10) AS date) + 1, 'YYYY-MM-DD') FROM entries e
     WHERE e.signal = signals.id AND CAST(e.document AS json) ->> 'kind' = 'change' AND e.document LIKE '%"text":"status"%'
     ORDER BY e.place DESC LIMIT 1),
    to_char(now(), 'YYYY-MM-DD')
) WHERE is_open = 0;
CREATE INDEX signals_closed_on ON signals (closed_on, number) WHERE closed_on <> '';

-- Lists of cases to destroy: proposed, approved, and what became of each case. unfinished: 1 while an approved case waits.
CREATE TABLE destructions (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    unfinished BIGINT NOT NULL,
    document TEXT COLLATE "C" NOT NULL
);
ALTER TABLE destructions ENABLE ROW LEVEL SECURITY;
ALTER TABLE destructions FORCE ROW LEVEL SECURITY;
CREATE POLICY desk ON destructions USING ((SELECT current_setting('loket.scope', true)) = 'all');

-- What is left of a destroyed case to count with. The id is by lot, and nothing leads back.
CREATE TABLE destroyed_cases (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    year BIGINT NOT NULL,
    municipality TEXT COLLATE "C" NOT NULL,
    domains TEXT COLLATE "C" NOT NULL,
    outcome TEXT COLLATE "C" NOT NULL,
    days BIGINT NOT NULL
);
ALTER TABLE destroyed_cases ENABLE ROW LEVEL SECURITY;
ALTER TABLE destroyed_cases FORCE ROW LEVEL SECURITY;
CREATE POLICY desk ON destroyed_cases USING ((SELECT current_setting('loket.scope', true)) = 'all');
