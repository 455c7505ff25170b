import { desc, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { isOpen } from "./request-rules.ts";
import { isStillOpen, numberText, todayOf } from "./requests.server.ts";

const PAGE_ROWS = 50;

/** What the register's list is narrowed by, as the address says it. */
export interface RequestFilter {
  year: number | null;
  only: "open" | "late" | null;
  /** Key of the last row of the page before: `2026-17`. */
  after: { year: number; number: number } | null;
}

/** Reads a filter from an address; what it can't read counts as not there. */
export function readRequestFilter(params: URLSearchParams): RequestFilter {
  const year = Number(params.get("tahun"));
  const only = params.get("hanya");
  const [, afterYear, afterNumber] = /^(\d{4})-(\d{1,6})$/.exec(params.get("setelah") ?? "") ?? [];
  return {
    year: Number.isInteger(year) && year >= 2000 && year <= 2999 ? year : null,
    only: only === "belum" ? "open" : only === "terlambat" ? "late" : null,
    after: afterYear ? { year: Number(afterYear), number: Number(afterNumber) } : null,
  };
}

/** One page of requests, the latest number first; who asked stays sealed. */
export async function listRequests(ctx: OfficeCtx, { year, only, after }: RequestFilter) {
  requirePermission(ctx, "information.handle");
  const today = todayOf(ctx);
  const table = informationRequests;
  const conditions = [
    year ? sql`${table.year} = ${year}` : null,
    after ? sql`(${table.year}, ${table.number}) < (${after.year}, ${after.number})` : null,
    only ? isStillOpen : null,
    only === "late" ? sql`${table.dueOn} < ${today}` : null,
  ].flatMap((condition) => condition ?? []);
  const rows = await ctx.db
    .select({
      id: table.id,
      year: table.year,
      number: table.number,
      information: table.information,
      receivedOn: table.receivedOn,
      dueOn: table.dueOn,
      state: table.state,
    })
    .from(table)
    .where(conditions.length > 0 ? sql.join(conditions, sql` AND `) : undefined)
    .orderBy(desc(table.year), desc(table.number))
    .limit(PAGE_ROWS + 1);
  const page = rows.slice(0, PAGE_ROWS);
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      ...row,
      numberText: numberText(row),
      isLate: isOpen(row.state) && row.dueOn < today,
    })),
    next: rows.length > PAGE_ROWS && last ? `${last.year}-${last.number}` : null,
  };
}
