import { and, asc, desc, eq, gte, lt, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import type { AuditSubject, AuditSubjects } from "#app/platform/audit-subjects.ts";
import { addDays, type Day, instantOf, isDay } from "#app/platform/clock.ts";
import { firstIdAt } from "#app/platform/privacy/id-range.ts";
import { requirePermission } from "#app/platform/require.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { accessLog } from "#db/village/schema/security.ts";

const PAGE_ROWS = 50;
export const ACCESS_KINDS = ["reveal", "open", "export", "unusual"] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** How the access log is narrowed and where to go on. */
export interface AccessFilter {
  /** Who looked. */
  accountId: string | null;
  /** About whom. */
  subjectId: string | null;
  kind: AccessKind | null;
  /** First and last day, in the village's zone. */
  from: Day | null;
  to: Day | null;
  /** Rows older than this one. */
  beforeId: string | null;
}

/** What an address narrows the log by; what it can't mean is left out. */
export function readAccessFilter(query: URLSearchParams): AccessFilter {
  const asked = (name: string) => query.get(name)?.slice(0, 64) || null;
  const day = (name: string) => {
    const text = asked(name) ?? "";
    return isDay(text) && text >= "2000-01-01" && text < "2200" ? text : null;
  };
  return {
    accountId: asked("orang"),
    subjectId: asked("tentang"),
    kind: ACCESS_KINDS.find((kind) => kind === asked("jenis")) ?? null,
    from: day("dari"),
    to: day("sampai"),
    beforeId: asked("sebelum"),
  };
}

/**
 * One page of the access log, newest first, with the names of those that it is about and the people by whom it can be
 * narrowed; one round trip.
 * @param subjects what each module names
 */
export async function listAccess(
  ctx: OfficeCtx,
  filter: AccessFilter,
  subjects: readonly AuditSubjects[] = [],
  pageRows = PAGE_ROWS,
) {
  requirePermission(ctx, "privacy.read");
  const page = selectRows(ctx, filter, pageRows);
  const ids = sql`(SELECT subject_id FROM (${page}) UNION SELECT ${filter.subjectId})`;
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
  const rows = found.slice(0, pageRows).map((row) => ({
    ...row,
    about: (row.subjectId && known.get(row.subjectId)) || null,
  }));
  const aboutName = (filter.subjectId && known.get(filter.subjectId)?.label) || null;
  return { rows, people, aboutName, nextId: found.length > pageRows ? (rows.at(-1)?.id ?? null) : null };
}

// Ids grow with time: days narrow the log by its key. One row more than shown tells of a next page.
function selectRows(
  ctx: OfficeCtx,
  { accountId, subjectId, kind, from, to, beforeId }: AccessFilter,
  pageRows: number,
) {
  const startOf = (day: Day) => firstIdAt(instantOf(ctx.tenant.timeZone, day));
  return ctx.db
    .select()
    .from(accessLog)
    .where(
      and(
        accountId ? eq(accessLog.accountId, accountId) : undefined,
        subjectId ? eq(accessLog.subjectId, subjectId) : undefined,
        kind ? eq(accessLog.kind, kind) : undefined,
        from ? gte(accessLog.id, startOf(from)) : undefined,
        to ? lt(accessLog.id, startOf(addDays(to, 1))) : undefined,
        beforeId ? lt(accessLog.id, beforeId) : undefined,
      ),
    )
    .orderBy(desc(accessLog.id))
    .limit(pageRows + 1);
}
