import { sql } from "drizzle-orm";
import type { AuditSubjects } from "#app/platform/audit-subjects.ts";

/** Letters that came in, by their number: the audit log must not say what a secret one is about. */
export const mailAuditSubjects: AuditSubjects = (ids) => sql`
  SELECT id, 'Surat masuk ' || agenda_number || '/' || year AS label, '/kantor/buku/masuk/' || id AS href
  FROM incoming_letters WHERE id IN ${ids}
  UNION ALL
  SELECT id, 'Ekspedisi ' || number || '/' || year, '/kantor/buku/ekspedisi/' || id
  FROM expeditions WHERE id IN ${ids}`;
