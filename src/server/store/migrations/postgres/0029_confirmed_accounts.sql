-- May this account act in its role? 1 for every role but the administrator's, which another administrator confirms. Those there are may.
ALTER TABLE accounts ADD COLUMN confirmed BIGINT NOT NULL DEFAULT 1;
