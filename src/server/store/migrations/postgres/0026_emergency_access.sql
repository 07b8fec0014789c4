-- Emergency access (noodinzage): who opened which case without the right to, until when. waits: 1 while nobody judged it. rang: 1 once the
-- alarm went because nobody did within a day. open_until: earlier than in the document when it was judged not to be right.
CREATE TABLE emergency_accesses (
    id TEXT COLLATE "C" PRIMARY KEY NOT NULL,
    version BIGINT NOT NULL,
    signal TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    opened_at BIGINT NOT NULL,
    open_until BIGINT NOT NULL,
    waits BIGINT NOT NULL,
    rang BIGINT NOT NULL,
    document TEXT COLLATE "C" NOT NULL
);
CREATE INDEX emergency_accesses_signal ON emergency_accesses (signal, account);
CREATE INDEX emergency_accesses_account ON emergency_accesses (account, opened_at);
CREATE INDEX emergency_accesses_waits ON emergency_accesses (opened_at) WHERE waits = 1;

-- Behind the second wall it opens the case to that person alone, and to nobody else of the organisation. `loket.person` is the account that asks,
-- `loket.now` the moment in microseconds by the clock of the server that asks; nothing set: nothing is open.
CREATE FUNCTION loket_person() RETURNS TEXT LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT COALESCE(current_setting('loket.person', true), '') $$;
CREATE FUNCTION loket_now() RETURNS BIGINT LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT COALESCE(CAST(NULLIF(current_setting('loket.now', true), '') AS BIGINT), 9223372036854775807) $$;
ALTER TABLE emergency_accesses ENABLE ROW LEVEL SECURITY;
ALTER TABLE emergency_accesses FORCE ROW LEVEL SECURITY;
CREATE POLICY desk ON emergency_accesses USING ((SELECT current_setting('loket.scope', true)) = 'all');
CREATE POLICY outside ON emergency_accesses FOR SELECT USING ((SELECT loket_outside()) IS NOT NULL
    AND account = (SELECT loket_person()) AND open_until > (SELECT loket_now()));
DROP POLICY outside ON signals;
CREATE POLICY outside ON signals FOR SELECT
    USING (reported_by = (SELECT loket_outside()) OR EXISTS (SELECT 1 FROM shares h WHERE h.signal = signals.id)
        OR EXISTS (SELECT 1 FROM emergency_accesses e WHERE e.signal = signals.id));
