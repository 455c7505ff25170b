import { sql } from "drizzle-orm";
import type { AuditSubjects } from "#app/platform/audit-subjects.ts";

/** Activities with their year, and programmes. What happens to an update or a step tells of its activity. */
export const programmeAuditSubjects: AuditSubjects = (ids) => sql`
  SELECT a.id AS id, 'Kegiatan ' || a.name || ' (' || p.year || ')' AS label,
    '/kantor/program-kerja/kegiatan/' || a.id AS href
  FROM activities a JOIN programmes p ON p.id = a.programme_id WHERE a.id IN ${ids}
  UNION ALL
  SELECT id, 'Program kerja ' || year, '/kantor/program-kerja/' || year FROM programmes WHERE id IN ${ids}`;
