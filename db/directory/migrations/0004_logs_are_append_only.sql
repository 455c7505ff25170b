CREATE TRIGGER directory_audit_no_update BEFORE UPDATE ON directory_audit
BEGIN
  SELECT RAISE(ABORT, 'directory_audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER directory_audit_no_delete BEFORE DELETE ON directory_audit
BEGIN
  SELECT RAISE(ABORT, 'directory_audit is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER restores_no_delete BEFORE DELETE ON restores
BEGIN
  SELECT RAISE(ABORT, 'restores is append-only');
END;
