-- When the token was made whose name, role and organisation the account has: an older one changes them no more. And until when whoever
-- signed in does not count in any session, however new the token; 0 for all count. Times in microseconds.
ALTER TABLE subjects ADD COLUMN claims_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE subjects ADD COLUMN signed_in_after BIGINT NOT NULL DEFAULT 0;
UPDATE subjects SET signed_in_after =
    (SELECT COALESCE(MAX(s.signed_in_after), 0) FROM sessions s WHERE s.issuer = subjects.issuer AND s.subject = subjects.subject);
ALTER TABLE sessions DROP COLUMN signed_in_after;
