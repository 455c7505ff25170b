import { and, asc, desc, eq, gte, lt } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
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

/** One page of the audit log, newest first, and the people by whom it can be narrowed; one round trip. */
export async function listAuditLog(ctx: OfficeCtx, filter: AuditFilter) {
  requirePermission(ctx, "audit.read");
  const [found, people] = await ctx.db.batch([
    selectRows(ctx, filter),
    ctx.db.select({ id: accounts.id, name: accounts.name }).from(accounts).orderBy(asc(accounts.name)),
  ]);
  const rows = found.slice(0, PAGE_ROWS);
  return { rows, people, nextId: found.length > PAGE_ROWS ? (rows.at(-1)?.id ?? null) : null };
}

// One row more than shown tells whether there is another page.
function selectRows(ctx: OfficeCtx, filter: AuditFilter) {
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
    .limit(PAGE_ROWS + 1);
}
