import { sql } from "drizzle-orm";
import type { AuditSubjects } from "#app/platform/audit-subjects.ts";

/** People of the office. */
export const accountsAuditSubjects: AuditSubjects = (ids) =>
  sql`SELECT id, name AS label, '/kantor/perangkat/' || id AS href FROM accounts WHERE id IN ${ids}`;
