import { and, asc, desc, eq, gt, gte, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { type Reading, reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { residents } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import { AGE_BANDS, COUNTED_AT_MOST, isNarrowed, type ListPlace, type ResidentFilter } from "./list-rules.ts";
import { bornAfter, bornBy } from "./person-rules.ts";
import { type FoundResident, foundColumns, inArea, searchCondition } from "./search-residents.server.ts";

const PAGE_ROWS = 50;

/** A line of the list: nothing protected. */
export interface ListedResident extends FoundResident {
  familyRole: number | null;
  nikState: "valid" | "doubtful" | "none";
}

const listedColumns = { ...foundColumns, familyRole: residents.familyRole, nikState: residents.nikState };

/** An area with the dusun above it, for the filter. */
export type ListedArea = Pick<typeof areas.$inferSelect, "id" | "kind" | "name" | "parentId">;

/** One page of residents in the order of their names, with what it can be narrowed by; one round trip. */
export async function listResidents(ctx: OfficeCtx, filter: ResidentFilter, place: ListPlace) {
  requirePermission(ctx, "population.read");
  const found = await conditionOf(ctx, filter);
  const { page, ...rest } = await readTogether(ctx.db, {
    page: pageReading(ctx, found, filter, place),
    count: countReading(ctx, found, filter),
    areas: areasReading(ctx),
    hasAny: anyReading(ctx),
  });
  return { ...page, ...rest };
}

/** Residents whom a NIK or No KK finds; one round trip. */
export async function findByNumber(ctx: OfficeCtx, number: string): Promise<ListedResident[]> {
  requirePermission(ctx, "population.read");
  const condition = await searchCondition(ctx.keys, number);
  return ctx.db
    .select(listedColumns)
    .from(residents)
    .where(condition ?? sql`0`)
    .orderBy(asc(residents.status), asc(residents.familyRole), asc(residents.nameKey), asc(residents.id))
    .limit(PAGE_ROWS);
}

/** What of the register a filter leaves. */
export async function conditionOf(ctx: OfficeCtx, filter: ResidentFilter): Promise<SQL | undefined> {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const band = AGE_BANDS.find(({ key }) => key === filter.age);
  // A number in an address is no look-up: it would stand in histories and logs.
  const byName = filter.name === null ? undefined : await nameCondition(ctx, filter.name);
  return and(
    byName,
    filter.status === null ? undefined : eq(residents.status, filter.status),
    filter.area === null ? undefined : inArea(filter.area),
    filter.sex === null ? undefined : eq(residents.sex, filter.sex),
    filter.maritalStatus === null ? undefined : eq(residents.maritalStatus, filter.maritalStatus),
    filter.familyRole === null ? undefined : eq(residents.familyRole, filter.familyRole),
    filter.kind === null ? undefined : eq(residents.kind, filter.kind),
    filter.nikState === null ? undefined : eq(residents.nikState, filter.nikState),
    band && lte(residents.birthDate, bornBy(band.from, today)),
    band?.to != null ? gt(residents.birthDate, bornAfter(band.to, today)) : undefined,
  );
}

async function nameCondition(ctx: OfficeCtx, name: string): Promise<SQL> {
  const isNumber = /^[\d\s.\-_]+$/.test(name);
  return (isNumber ? null : await searchCondition(ctx.keys, name)) ?? sql`0`;
}

interface Page {
  rows: ListedResident[];
  /** Where the pages beside begin. */
  previous: string | null;
  next: string | null;
}

/** What comes after (or before) a row in the list's order. */
export function beyondRow(id: string, isBack: boolean, isOneStatus: boolean): SQL | undefined {
  const key = sql`(${residents.status}, ${residents.nameKey}, ${residents.id})`;
  const at = sql`(SELECT status, name_key, id FROM residents WHERE id = ${id})`;
  const column = isOneStatus ? residents.nameKey : residents.status;
  const bound = sql`(SELECT ${sql.raw(isOneStatus ? "name_key" : "status")} FROM residents WHERE id = ${id})`;
  // The second condition says nothing new; it lets the index begin at the row instead of at the first name.
  return isBack ? and(sql`${key} < ${at}`, lte(column, bound)) : and(sql`${key} > ${at}`, gte(column, bound));
}

function pageReading(
  ctx: OfficeCtx,
  condition: SQL | undefined,
  filter: ResidentFilter,
  place: ListPlace,
): Reading<Page> {
  const isBack = place.before !== null;
  const from = place.before ?? place.after;
  const beyond = from === null ? undefined : beyondRow(from, isBack, filter.status !== null);
  const order = isBack ? desc : asc;
  const statement = ctx.db
    .select(listedColumns)
    .from(residents)
    .where(and(condition, beyond))
    .orderBy(order(residents.status), order(residents.nameKey), order(residents.id))
    .limit(PAGE_ROWS + 1);
  return reading([statement], ([found]) => {
    const shown = found.slice(0, PAGE_ROWS);
    const rows = isBack ? shown.reverse() : shown;
    const isMore = found.length > PAGE_ROWS;
    const [hasPrevious, hasNext] = isBack ? [isMore, true] : [from !== null, isMore];
    return {
      rows,
      previous: hasPrevious ? (rows[0]?.id ?? null) : null,
      next: hasNext ? (rows.at(-1)?.id ?? null) : null,
    };
  });
}

/** How many there are; of a narrowed list no more than COUNTED_AT_MOST + 1. */
function countReading(ctx: OfficeCtx, condition: SQL | undefined, filter: ResidentFilter): Reading<number> {
  const rows = ctx.db.select({ one: sql`1` }).from(residents).where(condition);
  const counted = isNarrowed(filter) ? rows.limit(COUNTED_AT_MOST + 1) : rows;
  const statement = ctx.db.all<{ count: number }>(sql`SELECT count(*) AS count FROM ${counted}`);
  return reading([statement], ([[row]]) => Number(row?.count ?? 0));
}

function anyReading(ctx: OfficeCtx): Reading<boolean> {
  const any = ctx.db
    .select({ number: residents.number })
    .from(residents)
    .where(gt(residents.number, 0))
    .limit(1);
  return reading([any], ([rows]) => rows.length > 0);
}

function areasReading(ctx: OfficeCtx): Reading<ListedArea[]> {
  const { id, kind, name, parentId } = areas;
  return reading(
    [ctx.db.select({ id, kind, name, parentId }).from(areas).where(isNull(areas.retiredAt))],
    ([rows]) => rows,
  );
}
