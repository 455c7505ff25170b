CREATE VIRTUAL TABLE region_search USING fts5(
  search_name, search_path, content='regions', content_rowid='number',
  tokenize='ascii', detail='column', prefix='2 3 4', columnsize=0
);
--> statement-breakpoint
CREATE TRIGGER regions_search_insert AFTER INSERT ON regions BEGIN
  INSERT INTO region_search(rowid, search_name, search_path) VALUES (new.number, new.search_name, new.search_path);
END;
--> statement-breakpoint
CREATE TRIGGER regions_search_update AFTER UPDATE OF search_name, search_path ON regions BEGIN
  INSERT INTO region_search(region_search, rowid, search_name, search_path)
    VALUES ('delete', old.number, old.search_name, old.search_path);
  INSERT INTO region_search(rowid, search_name, search_path) VALUES (new.number, new.search_name, new.search_path);
END;
--> statement-breakpoint
CREATE TRIGGER regions_search_delete AFTER DELETE ON regions BEGIN
  INSERT INTO region_search(region_search, rowid, search_name, search_path)
    VALUES ('delete', old.number, old.search_name, old.search_path);
END;
