-- People outside the desk see, behind the second wall too, only what their organisation reported and what is shared with it now. `loket.scope` is
-- `of:ORGANISATION` for them, and `loket.today` the day by the clock of the server that asks. They change nothing here by themselves: what they may
-- write the server writes, after it asked behind this wall whether the case is theirs.
CREATE FUNCTION loket_outside() RETURNS TEXT LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN current_setting('loket.scope', true) LIKE 'of:_%' THEN substr(current_setting('loket.scope', true), 4) END $$;
CREATE FUNCTION loket_today() RETURNS TEXT LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT COALESCE(NULLIF(current_setting('loket.today', true), ''), '9999-12-31') $$;
ALTER TABLE shares ENABLE ROW LEVEL SECURITY;
ALTER TABLE shares FORCE ROW LEVEL SECURITY;
CREATE POLICY desk ON shares USING ((SELECT current_setting('loket.scope', true)) = 'all');
CREATE POLICY outside ON shares FOR SELECT
    USING (recipient = (SELECT loket_outside()) AND ended = 0 AND last_day >= (SELECT loket_today()));
CREATE POLICY outside ON signals FOR SELECT
    USING (reported_by = (SELECT loket_outside()) OR EXISTS (SELECT 1 FROM shares h WHERE h.signal = signals.id));
CREATE POLICY outside ON signal_documents FOR SELECT USING (EXISTS (SELECT 1 FROM signals s WHERE s.id = signal_documents.id));
CREATE POLICY outside ON entries FOR SELECT USING (EXISTS (SELECT 1 FROM signals s WHERE s.id = entries.signal));
CREATE POLICY outside ON arrangements FOR SELECT USING (EXISTS (SELECT 1 FROM signals s WHERE s.id = arrangements.signal));
CREATE POLICY outside ON time_outs FOR SELECT USING (EXISTS (SELECT 1 FROM signals s WHERE s.id = time_outs.signal));
CREATE POLICY outside ON confirmations FOR SELECT USING (EXISTS (SELECT 1 FROM time_outs t WHERE t.id = confirmations.subject));
-- The report as it came in is that of whoever reported it.
CREATE POLICY outside ON history FOR SELECT USING (entity = 'signal' AND EXISTS
    (SELECT 1 FROM signals s WHERE s.id = history.object AND s.reported_by = (SELECT loket_outside())));
