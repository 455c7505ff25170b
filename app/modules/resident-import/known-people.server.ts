import { inArray, type SQL } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { openResident } from "#app/modules/population/resident-values.server.ts";
import { FAMILY_NUMBER, SEALED_KEYS } from "#app/modules/population/sealed-fields.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { families, type residents } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import type { RowValues } from "./row-rules.ts";

export type ResidentRow = typeof residents.$inferSelect;
type AreaRow = typeof areas.$inferSelect;

/** Somebody of the register whom a row means, in the words of an import. */
export interface KnownPerson {
  row: ResidentRow;
  values: RowValues;
}

/** Query for the cards of people. @param familyIds a list or a query of their ids */
export function selectCards(db: VillageDb | VillageTx, familyIds: SQL) {
  return db
    .select({ id: families.id, sealed: families.numberSealed })
    .from(families)
    .where(inArray(families.id, familyIds));
}

/** Query for the areas where people live. */
export function selectPlaces(db: VillageDb | VillageTx) {
  return db.select().from(areas);
}

/** What stands around people in the register: their cards and areas. */
interface Around {
  cards: Awaited<ReturnType<typeof selectCards>>;
  places: readonly AreaRow[];
}

/** Opens people in the words of an import: only what their rows speak of, as each protected value costs a decryption. */
export async function openPeople(
  ctx: Pick<VillageCtx, "keys">,
  people: ReadonlyMap<number, ResidentRow>,
  rows: readonly { line: number; values: RowValues }[],
  around: Around,
): Promise<Map<number, KnownPerson>> {
  const cards = await openCards(ctx, around.cards);
  const places = placesOf(around.places);
  const said = new Map(rows.map((row) => [row.line, row.values]));
  const opened = [...people].map(async ([line, row]) => {
    const values = await valuesOf(ctx, row, said.get(line) ?? {}, cards, places);
    return [line, { row, values }] as const;
  });
  return new Map(await Promise.all(opened));
}

async function openCards({ keys }: Pick<VillageCtx, "keys">, rows: Around["cards"]) {
  const opened = rows.map(
    async ({ id, sealed }) => [id, await openValue(keys, FAMILY_NUMBER, sealed)] as const,
  );
  return new Map(await Promise.all(opened));
}

function placesOf(rows: readonly AreaRow[]): Map<string, RowValues> {
  const known = new Map(rows.map((row) => [row.id, row]));
  return new Map(rows.map(({ id }) => [id, placeOf(known, id)]));
}

const PLACE_KEYS = { dusun: "hamlet", rw: "rw", rt: "rt" } as const;

/** Dusun, RW and RT of an area. */
function placeOf(known: ReadonlyMap<string, AreaRow>, id: string): RowValues {
  const values: RowValues = {};
  let at = known.get(id);
  for (let steps = 0; at && steps < 3; steps++) {
    values[PLACE_KEYS[at.kind]] = at.name;
    at = known.get(at.parentId ?? "");
  }
  return values;
}

async function valuesOf(
  { keys }: Pick<VillageCtx, "keys">,
  row: ResidentRow,
  said: RowValues,
  cards: ReadonlyMap<string, string | null>,
  places: ReadonlyMap<string, RowValues>,
): Promise<RowValues> {
  const wanted = SEALED_KEYS.filter((key) => said[key] !== undefined);
  const all: Record<string, unknown> = {
    ...row,
    ...(await openResident(keys, row, wanted)),
    ...places.get(row.areaId ?? ""),
    kkNumber: cards.get(row.familyId ?? "") ?? undefined,
  };
  const stated = Object.keys(said).filter((key) => all[key] !== undefined && all[key] !== null);
  return Object.fromEntries(stated.map((key) => [key, all[key]])) as RowValues;
}
