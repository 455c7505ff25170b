CREATE VIRTUAL TABLE resident_search USING fts5(
  search_name, content='residents', content_rowid='number',
  tokenize='unicode61 remove_diacritics 2', detail='column', prefix='2 3 4', columnsize=0
);
--> statement-breakpoint
CREATE TRIGGER residents_search_insert AFTER INSERT ON residents BEGIN
  INSERT INTO resident_search(rowid, search_name) VALUES (new.number, new.search_name);
END;
--> statement-breakpoint
CREATE TRIGGER residents_search_update AFTER UPDATE OF search_name ON residents BEGIN
  INSERT INTO resident_search(resident_search, rowid, search_name) VALUES ('delete', old.number, old.search_name);
  INSERT INTO resident_search(rowid, search_name) VALUES (new.number, new.search_name);
END;
--> statement-breakpoint
CREATE TRIGGER residents_search_delete AFTER DELETE ON residents BEGIN
  INSERT INTO resident_search(resident_search, rowid, search_name) VALUES ('delete', old.number, old.search_name);
END;
--> statement-breakpoint
CREATE TRIGGER letter_steps_no_update BEFORE UPDATE ON letter_steps
BEGIN
  SELECT RAISE(ABORT, 'letter_steps is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER letter_numbers_no_delete BEFORE DELETE ON letter_numbers
BEGIN
  SELECT RAISE(ABORT, 'a number that was given stays');
END;
