-- Complete rows of the audit log. Rows of before have form 1 and none of this; their hash stays as it is.
ALTER TABLE audit ADD COLUMN form BIGINT NOT NULL DEFAULT 1;
-- As whom they acted, and what for: the purpose of the route.
ALTER TABLE audit ADD COLUMN role TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN purpose TEXT COLLATE "C" NOT NULL DEFAULT '';
-- done, refused or failed.
ALTER TABLE audit ADD COLUMN result TEXT COLLATE "C" NOT NULL DEFAULT '';
-- The address the server saw, and the id of the request.
ALTER TABLE audit ADD COLUMN origin TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN request TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX audit_account ON audit (organisation, account, seq);
CREATE INDEX audit_object ON audit (organisation, object, seq) WHERE object <> '';
