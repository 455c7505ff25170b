import { sql } from "drizzle-orm";
import type { AuditSubjects } from "#app/platform/audit-subjects.ts";

/** Rows of registers, by what they are about. */
export const registerAuditSubjects: AuditSubjects = (ids) => sql`
  SELECT id, number || ' tentang ' || about AS label, '/kantor/register/peraturan/' || id AS href
  FROM village_regulations WHERE id IN ${ids}
  UNION ALL SELECT id, number || ' tentang ' || about, '/kantor/register/keputusan/' || id
  FROM head_decrees WHERE id IN ${ids}
  UNION ALL SELECT id, name, '/kantor/register/inventaris/' || id FROM inventory_items WHERE id IN ${ids}
  UNION ALL SELECT id, rule_number || ' tentang ' || about, '/kantor/register/lembaran/' || id
  FROM gazette_entries WHERE id IN ${ids}
  UNION ALL SELECT id, name, '/kantor/register/aparat/' || id FROM official_records WHERE id IN ${ids}`;
