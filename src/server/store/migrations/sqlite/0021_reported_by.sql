-- The organisation that reported a signal; what was there before is the desk's. The document names it too, unless it is the desk's.
ALTER TABLE signals ADD COLUMN reported_by TEXT NOT NULL DEFAULT 'LMM';
CREATE INDEX signals_reported_by ON signals (reported_by, number);
