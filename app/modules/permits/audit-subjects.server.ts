import { sql } from "drizzle-orm";
import type { AuditSubjects } from "#app/platform/audit-subjects.ts";

/** Permits by number, places by name. */
export const permitAuditSubjects: AuditSubjects = (ids) => sql`
  SELECT id, 'Izin ' || number || '/' || year AS label, '/kantor/izin/' || id AS href
  FROM permits WHERE id IN ${ids}
  UNION ALL
  SELECT id, name, '/kantor/izin/tempat' FROM permit_places WHERE id IN ${ids}`;
