-- For the desk the second wall asks one setting and nothing else. What it lets people outside see was asked first, whoever asked: every share
-- and every emergency access was read for each page of a list.
DROP POLICY outside ON arrangements;
CREATE POLICY outside ON arrangements FOR SELECT USING ((SELECT loket_outside()) IS NOT NULL
    AND (EXISTS (SELECT 1 FROM signals s WHERE s.id = arrangements.signal)));
DROP POLICY outside ON confirmations;
CREATE POLICY outside ON confirmations FOR SELECT USING ((SELECT loket_outside()) IS NOT NULL
    AND (EXISTS (SELECT 1 FROM time_outs t WHERE t.id = confirmations.subject)));
DROP POLICY outside ON entries;
CREATE POLICY outside ON entries FOR SELECT USING ((SELECT loket_outside()) IS NOT NULL
    AND (EXISTS (SELECT 1 FROM signals s WHERE s.id = entries.signal)));
DROP POLICY outside ON signal_documents;
CREATE POLICY outside ON signal_documents FOR SELECT USING ((SELECT loket_outside()) IS NOT NULL
    AND (EXISTS (SELECT 1 FROM signals s WHERE s.id = signal_documents.id)));
DROP POLICY outside ON time_outs;
CREATE POLICY outside ON time_outs FOR SELECT USING ((SELECT loket_outside()) IS NOT NULL
    AND (EXISTS (SELECT 1 FROM signals s WHERE s.id = time_outs.signal)));
DROP POLICY outside ON history;
CREATE POLICY outside ON history FOR SELECT USING ((SELECT loket_outside()) IS NOT NULL
    AND (entity = 'signal' AND EXISTS (SELECT 1 FROM signals s WHERE s.id = history.object AND s.reported_by = (SELECT loket_outside()))));
DROP POLICY outside ON signals;
CREATE POLICY outside ON signals FOR SELECT USING ((SELECT loket_outside()) IS NOT NULL
    AND (reported_by = (SELECT loket_outside()) OR EXISTS (SELECT 1 FROM shares h WHERE h.signal = signals.id)
        OR EXISTS (SELECT 1 FROM emergency_accesses e WHERE e.signal = signals.id)));
