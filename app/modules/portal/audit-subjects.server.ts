import { sql } from "drizzle-orm";
import type { AuditSubjects } from "#app/platform/audit-subjects.ts";

/** What the village's public face shows, by title. */
export const portalAuditSubjects: AuditSubjects = (ids) => sql`
  SELECT id, title AS label, '/kantor/halaman-desa/tulisan/' || id AS href FROM posts WHERE id IN ${ids}
  UNION ALL
  SELECT id, title, '/kantor/halaman-desa/agenda/' || id FROM agenda_items WHERE id IN ${ids}
  UNION ALL
  SELECT id, name, '/kantor/halaman-desa/anggaran/baris/' || id FROM budget_lines WHERE id IN ${ids}`;
