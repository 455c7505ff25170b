import { sql } from "drizzle-orm";
import type { AuditSubjects } from "#app/platform/audit-subjects.ts";

/** Forms and batches to Dukcapil. */
export const dukcapilAuditSubjects: AuditSubjects = (ids) => sql`
  SELECT id, 'Lembar data ' || form || ' ' || person_name AS label, '/kantor/dukcapil/' || id AS href
  FROM dukcapil_forms WHERE id IN ${ids}
  UNION ALL
  SELECT id, 'Berkas pengantar ' || number || '/' || year, '/kantor/dukcapil/berkas/' || id
  FROM dukcapil_batches WHERE id IN ${ids}`;
