import { sql } from "drizzle-orm";
import type { AuditSubjects } from "#app/platform/audit-subjects.ts";

/** Complaints that audit rows are about, by their number. */
export const complaintsAuditSubjects: AuditSubjects = (ids) => sql`
  SELECT id, 'Pengaduan ' || number || '/' || year AS label, '/kantor/pengaduan/' || id AS href
  FROM complaints WHERE id IN ${ids}`;
