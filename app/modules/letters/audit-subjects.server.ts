import { sql } from "drizzle-orm";
import type { AuditSubjects } from "#app/platform/audit-subjects.ts";

/** Letters that audit rows are about; by their kind and number, never by a name. */
export const lettersAuditSubjects: AuditSubjects = (ids) => sql`SELECT id,
    title || coalesce(' ' || number_text, '') AS label, '/kantor/surat/' || id AS href
  FROM letters WHERE id IN ${ids}`;
