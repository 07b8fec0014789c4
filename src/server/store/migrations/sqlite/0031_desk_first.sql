-- SQLite knows no row-level security.
SELECT 1;
