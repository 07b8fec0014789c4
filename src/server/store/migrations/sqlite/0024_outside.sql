-- SQLite knows no row-level security: see 0023.
SELECT 1;
