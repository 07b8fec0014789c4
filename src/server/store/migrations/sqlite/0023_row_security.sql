-- SQLite knows no row-level security: a file is as safe as its owner.
SELECT 1;
