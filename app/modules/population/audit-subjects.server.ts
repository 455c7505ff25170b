import { sql } from "drizzle-orm";
import type { AuditSubjects } from "#app/platform/audit-subjects.ts";

/** Residents by name, and cards by their head's. */
export const populationAuditSubjects: AuditSubjects = (ids) => sql`
  SELECT r.id AS id, r.name AS label, '/kantor/penduduk/' || r.id AS href FROM residents r WHERE r.id IN ${ids}
  UNION ALL
  SELECT f.id, 'Kartu keluarga ' || coalesce((
    SELECT name FROM residents WHERE family_id = f.id AND status = 1 AND family_role = 1 LIMIT 1
  ), 'tanpa kepala keluarga'), '/kantor/penduduk/keluarga/' || f.id FROM families f WHERE f.id IN ${ids}`;
