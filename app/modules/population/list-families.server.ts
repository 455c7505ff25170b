import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { addDays, dayIn } from "#app/platform/clock.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { families, residents } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import type { FamilyFilter } from "./family-list-rules.ts";
import { normaliseNumber } from "./nik-rules.ts";
import { HEAD_ROLE, STATUS } from "./person-rules.ts";
import { FAMILY_NUMBER } from "./sealed-fields.ts";
import { inArea, residentPlace } from "./search-residents.server.ts";

const PAGE_ROWS = 50;
/** A card that nobody held against the paper for so long is due again. */
export const VERIFIED_DAYS = 365;

const columns = {
  id: families.id,
  headId: residents.id,
  headName: residents.name,
  role: residents.familyRole,
  areaText: residentPlace,
  hasNumber: sql<number>`${families.numberIndex} IS NOT NULL`,
  verifiedOn: families.verifiedOn,
  members: sql<number>`(SELECT count(*) FROM residents member WHERE member.family_id = families.id AND member.status = 1)`,
};

/** A line of the list of cards: by whom it is headed, and nothing protected. */
export type ListedFamily = Awaited<ReturnType<typeof listFamilies>>["rows"][number];

/** One page of cards in the order of their heads' names, or of one member's where they have none; one round trip. */
export async function listFamilies(
  ctx: OfficeCtx,
  filter: FamilyFilter,
  place: { after: string | null; before: string | null },
  pageRows = PAGE_ROWS,
) {
  requirePermission(ctx, "population.read");
  const isBack = place.before !== null;
  const order = isBack ? desc : asc;
  const statement = ctx.db
    .select(columns)
    .from(residents)
    .innerJoin(families, eq(families.id, residents.familyId))
    .where(and(headsOf(ctx, filter), beyond(place.before ?? place.after, isBack)))
    .orderBy(order(residents.nameKey), order(residents.id))
    .limit(pageRows + 1);
  const { found, places } = await readTogether(ctx.db, {
    found: reading([statement], ([rows]) => rows),
    places: reading(
      [
        ctx.db
          .select({ id: areas.id, kind: areas.kind, name: areas.name, parentId: areas.parentId })
          .from(areas)
          .where(isNull(areas.retiredAt)),
      ],
      ([rows]) => rows,
    ),
  });
  const shown = found.slice(0, pageRows);
  const rows = isBack ? shown.reverse() : shown;
  const isMore = found.length > pageRows;
  const hasPrevious = isBack ? isMore : place.after !== null;
  return {
    rows,
    areas: places,
    previous: hasPrevious ? (rows[0]?.headId ?? null) : null,
    next: isBack || isMore ? (rows.at(-1)?.headId ?? null) : null,
  };
}

/**
 * The first member of a card that has no head: SQLite gives the id of the row that holds the least. The plus keeps it on the
 * index of cards, along which one walk finds all of them.
 */
const standsForHead = sql`${residents.id} IN (SELECT id FROM (
    SELECT id, min(printf('%02d', coalesce(family_role, 99)) || coalesce(birth_date, '9999') || id)
    FROM residents WHERE +status = ${STATUS.here} AND family_id IS NOT NULL
    GROUP BY family_id HAVING total(family_role = ${HEAD_ROLE}) = 0))`;

function headsOf(ctx: OfficeCtx, { area, state }: FamilyFilter): SQL | undefined {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const due = addDays(today, -VERIFIED_DAYS);
  return and(
    eq(residents.status, STATUS.here),
    state === "no-head" ? standsForHead : eq(residents.familyRole, HEAD_ROLE),
    area ? inArea(area) : undefined,
    state === "no-number" ? isNull(families.numberIndex) : undefined,
    state === "due" ? or(isNull(families.verifiedOn), lt(families.verifiedOn, due)) : undefined,
    state === "verified" ? and(isNotNull(families.verifiedOn), gte(families.verifiedOn, due)) : undefined,
  );
}

/** Beyond a head in the order of names; the bound on the name lets the index begin there. */
function beyond(headId: string | null, isBack: boolean): SQL | undefined {
  if (headId === null) return undefined;
  const name = sql`(SELECT name_key FROM residents WHERE id = ${headId})`;
  const same = and(eq(residents.nameKey, name), isBack ? lt(residents.id, headId) : gt(residents.id, headId));
  return isBack
    ? and(lte(residents.nameKey, name), or(lt(residents.nameKey, name), same))
    : and(gte(residents.nameKey, name), or(gt(residents.nameKey, name), same));
}

/** Ids of the cards of a number; more than one only where somebody wrote a number twice. */
export async function findFamilies(ctx: OfficeCtx, number: string): Promise<string[]> {
  requirePermission(ctx, "population.read");
  const marks = await ctx.keys.indexes(FAMILY_NUMBER.field, normaliseNumber(number));
  const rows = await ctx.db
    .select({ id: families.id })
    .from(families)
    .where(inArray(families.numberIndex, marks))
    .limit(2);
  return rows.map(({ id }) => id);
}
