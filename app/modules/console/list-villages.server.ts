import { and, asc, eq, gt, like, ne, or, type SQL, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { quotaOf } from "#app/platform/files/quota.ts";
import { requireOversight } from "#app/platform/require.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { keyOf, likePattern, PAGE_ROWS, partsOf } from "./rules.ts";

/** How the list is narrowed; empty texts narrow nothing. */
export interface VillageFilter {
  /** Name, code, address name or host. */
  search: string;
  state: "" | "provisioning" | "active" | "suspended";
  trust: "" | "verified" | "unverified";
  /** Name of a home. */
  home: string;
  /** `galat`: the last migration failed; `kenari`: migrated before the others. */
  mark: "" | "galat" | "kenari";
}

/** One line of the list: what the directory knows, nothing of what is in the village. */
export type ListedVillage = Awaited<ReturnType<typeof listVillages>>["villages"][number];

/**
 * All villages but erased ones, by region code. One round trip.
 * @param after key of the last row of the page before
 */
export async function listVillages(ctx: OversightCtx, filter: VillageFilter, after: string | null) {
  requireOversight(ctx, "operator.villages");
  const rows = await ctx.directory
    .select({
      id: villages.id,
      name: villages.name,
      slug: villages.slug,
      regionCode: villages.regionCode,
      state: villages.state,
      trust: villages.trust,
      home: villages.home,
      movingTo: villages.movingTo,
      schemaVersion: villages.schemaVersion,
      migrationError: villages.migrationError,
      isCanary: villages.isCanary,
      quotaBytes: villages.quotaBytes,
      fileBytes: villages.fileBytes,
      lastActiveAt: villages.lastActiveAt,
      // Drizzle writes columns of one table without its name: here two tables have the same ones.
      lastBackupAt: sql<string | null>`(SELECT max(b.taken_at) FROM backups b
        WHERE b.owner = villages.id AND b.state IN ('stored', 'verified'))`,
    })
    .from(villages)
    .where(and(ne(villages.state, "erased"), ...conditionsOf(filter), behind(after)))
    .orderBy(asc(villages.regionCode), asc(villages.id))
    .limit(PAGE_ROWS + 1);
  const page = rows.slice(0, PAGE_ROWS);
  const last = page.at(-1);
  return {
    villages: page.map((row) => ({ ...row, quotaBytes: quotaOf(row) })),
    next: rows.length > PAGE_ROWS && last ? keyOf([last.regionCode, last.id]) : null,
  };
}

function conditionsOf({ search, state, trust, home, mark }: VillageFilter): (SQL | undefined)[] {
  return [
    search ? matches(search) : undefined,
    state ? eq(villages.state, state) : undefined,
    trust ? eq(villages.trust, trust) : undefined,
    home ? eq(villages.home, home) : undefined,
    mark === "galat" ? sql`${villages.migrationError} IS NOT NULL` : undefined,
    mark === "kenari" ? eq(villages.isCanary, true) : undefined,
  ];
}

/** Codes from their start, names anywhere, address names and hosts from their start. */
function matches(search: string): SQL | undefined {
  const text = likePattern(search.trim().replace(/^desa\s+/i, ""));
  const starts = (column: SQL | typeof villages.slug) => sql`${column} LIKE ${`${text}%`} ESCAPE '\\'`;
  const host = sql`EXISTS (SELECT 1 FROM village_hosts h WHERE h.village_id = villages.id
    AND h.host LIKE ${`${text}%`} ESCAPE '\\')`;
  const code = text.replace(/[.\s]/g, "");
  const isCode = /^\d{2,10}$/.test(code)
    ? like(sql`replace(${villages.regionCode}, '.', '')`, `${code}%`)
    : undefined;
  return or(
    sql`${villages.name} LIKE ${`%${text}%`} ESCAPE '\\'`,
    starts(villages.slug),
    host,
    eq(villages.id, search.trim()),
    isCode,
  );
}

function behind(after: string | null): SQL | undefined {
  const parts = partsOf(after);
  if (!parts) return undefined;
  const [code, id] = parts;
  return or(gt(villages.regionCode, code), and(eq(villages.regionCode, code), gt(villages.id, id)));
}
