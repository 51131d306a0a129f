-- What `ANALYZE` would find, as for the tables that were there before.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('gates_told', 'gates_told', '100 1');
ANALYZE sqlite_schema;
