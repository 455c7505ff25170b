import { and, asc, desc, eq, gte, lt, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import type { AuditSubject, AuditSubjects } from "#app/platform/audit-subjects.ts";
import { requirePermission } from "#app/platform/require.ts";
import { AUDIT_KINDS } from "#app/registry.ts";
import { accounts, auditLog } from "#db/village/schema/accounts.ts";

const PAGE_ROWS = 50;

/** How the audit log is narrowed and where to go on. */
export interface AuditFilter {
  accountId: string | null;
  /** First word of the action, e.g. `position`. */
  kind: string | null;
  /** Rows older than this one. */
  beforeId: string | null;
}

/** What an address narrows the log by; what it can't mean is left out. */
export function readAuditFilter(query: URLSearchParams): AuditFilter {
  const asked = (name: string) => query.get(name)?.slice(0, 40) || null;
  const kind = asked("jenis");
  return {
    accountId: asked("orang"),
    kind: kind && Object.hasOwn(AUDIT_KINDS, kind) ? kind : null,
    beforeId: asked("sebelum"),
  };
}

/**
 * One page of the audit log, newest first, each row with the record that it is about, and the people by whom it can be
 * narrowed; one round trip.
 * @param subjects what each module names
 */
export async function listAuditLog(
  ctx: OfficeCtx,
  filter: AuditFilter,
  subjects: readonly AuditSubjects[] = [],
  pageRows = PAGE_ROWS,
) {
  requirePermission(ctx, "audit.read");
  const page = selectRows(ctx, filter, pageRows);
  const ids = sql`(SELECT entity_id FROM (${page}) UNION SELECT parent_id FROM (${page}))`;
  const named = [
    sql`SELECT NULL AS id, NULL AS label, NULL AS href WHERE 0`,
    ...subjects.map((of) => of(ids)),
  ];
  const [found, people, records] = await ctx.db.batch([
    page,
    ctx.db.select({ id: accounts.id, name: accounts.name }).from(accounts).orderBy(asc(accounts.name)),
    ctx.db.all<AuditSubject>(sql.join(named, sql` UNION ALL `)),
  ]);
  const known = new Map(records.map((record) => [record.id, record]));
  const rows = found
    .slice(0, pageRows)
    .map((row) => ({ ...row, subject: known.get(row.entityId) ?? known.get(row.parentId ?? "") ?? null }));
  return { rows, people, nextId: found.length > pageRows ? (rows.at(-1)?.id ?? null) : null };
}

// One row more than shown tells whether there is another page.
function selectRows(ctx: OfficeCtx, filter: AuditFilter, pageRows: number) {
  return ctx.db
    .select()
    .from(auditLog)
    .where(
      and(
        filter.accountId ? eq(auditLog.accountId, filter.accountId) : undefined,
        filter.kind
          ? and(gte(auditLog.action, `${filter.kind}.`), lt(auditLog.action, `${filter.kind}/`))
          : undefined,
        filter.beforeId ? lt(auditLog.id, filter.beforeId) : undefined,
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(pageRows + 1);
}
