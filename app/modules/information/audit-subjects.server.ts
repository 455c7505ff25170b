import { sql } from "drizzle-orm";
import type { AuditSubjects } from "#app/platform/audit-subjects.ts";

/** Requests by their number, and documents of the public list. */
export const informationAuditSubjects: AuditSubjects = (ids) => sql`
  SELECT id, 'Permohonan informasi ' || number || '/' || year AS label, '/kantor/informasi/permohonan/' || id AS href
  FROM information_requests WHERE id IN ${ids}
  UNION ALL
  SELECT id, title, '/kantor/informasi/dokumen/' || id FROM public_documents WHERE id IN ${ids}`;
