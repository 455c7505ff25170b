import { asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { Keys } from "#app/platform/keys/keys.ts";
import { type Reading, reading } from "#app/platform/read-together.ts";
import { families, residents } from "#db/village/schema/population.ts";
import { searchQuery } from "./name-rules.ts";
import { normaliseNumber } from "./nik-rules.ts";
import { FAMILY_NUMBER, SEALED_RESIDENT_FIELDS } from "./sealed-fields.ts";

/** A resident as lists name him: nothing protected. */
export interface FoundResident {
  id: string;
  name: string;
  sex: number;
  birthDate: string | null;
  status: number;
  kind: "permanent" | "temporary";
  familyId: string | null;
  /** `01, RW 02, Dusun Montong` */
  areaText: string | null;
}

/** A NIK or No KK is looked up whole; fewer digits than this are part of a name or nothing. */
const LEAST_DIGITS = 8;

/**
 * Condition on `residents` for what a person typed: a whole NIK or No KK finds by its blind index, all else by name in old
 * and new spelling.
 * @returns null where nothing is left to search by
 */
export async function searchCondition(keys: Keys, text: string): Promise<SQL | null> {
  const number = normaliseNumber(text);
  if (/^\d+$/.test(number) && number.length >= LEAST_DIGITS) return numberCondition(keys, number);
  const query = searchQuery(text);
  if (query === null) return null;
  return sql`${residents.number} IN (SELECT rowid FROM resident_search WHERE resident_search MATCH ${query})`;
}

async function numberCondition(keys: Keys, number: string): Promise<SQL | null> {
  const [niks, cards] = await Promise.all([
    keys.indexes(SEALED_RESIDENT_FIELDS.nik.field, number),
    keys.indexes(FAMILY_NUMBER.field, number),
  ]);
  const ofCard = sql`${residents.familyId} IN (
    SELECT ${families.id} FROM ${families} WHERE ${inArray(families.numberIndex, cards)})`;
  return or(inArray(residents.nikIndex, niks), ofCard) ?? null;
}

/** Column: the area of a row with what lies above it, as people say it: `RT 02, RW 01, Montong`. */
// Names are written out: in a query of one table the builder leaves the table's name away, and the inner one's would be meant.
export function placeColumn(table: "residents" | "families"): SQL<string | null> {
  return sql<string | null>`(SELECT ${areaWord("area")} || area.name || coalesce((
    SELECT ', ' || ${areaWord("above")} || above.name || coalesce((
      SELECT ', ' || ${areaWord("top")} || top.name FROM areas top WHERE top.id = above.parent_id
    ), '') FROM areas above WHERE above.id = area.parent_id
  ), '') FROM areas area WHERE area.id = ${sql.raw(table)}.area_id)`;
}

/** The same of a resident. */
export const residentPlace = placeColumn("residents");

/** Condition: in a dusun, RW or RT. Each by its own column, so that an index serves it. */
export function inArea({ kind, id }: { kind: "dusun" | "rw" | "rt"; id: string }): SQL {
  if (kind === "dusun") return eq(residents.hamletId, id);
  if (kind === "rt") return eq(residents.areaId, id);
  return inArray(residents.areaId, sql`(SELECT id FROM areas WHERE id = ${id} OR parent_id = ${id})`);
}

function areaWord(alias: "area" | "above" | "top"): SQL {
  return sql.raw(`CASE ${alias}.kind WHEN 'dusun' THEN '' ELSE upper(${alias}.kind) || ' ' END`);
}

/** Columns of a FoundResident. */
export const foundColumns = {
  id: residents.id,
  name: residents.name,
  sex: residents.sex,
  birthDate: residents.birthDate,
  status: residents.status,
  kind: residents.kind,
  familyId: residents.familyId,
  areaText: residentPlace,
};

/**
 * The residents that a text finds, those who are here first, then by name; at most `limit`. Whoever calls has checked
 * `population.read`; a text of digits must have come by POST, never in an address.
 */
export async function searchResidents(
  ctx: Pick<VillageCtx, "db" | "keys">,
  text: string,
  limit = 20,
): Promise<Reading<FoundResident[]>> {
  const condition = await searchCondition(ctx.keys, text);
  const statement = ctx.db
    .select(foundColumns)
    .from(residents)
    .where(condition ?? sql`0`)
    .orderBy(asc(residents.status), asc(residents.nameKey), asc(residents.id))
    .limit(limit);
  return reading([statement], ([rows]) => rows);
}
