import { inArray, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { openResident } from "#app/modules/population/resident-values.server.ts";
import { FAMILY_NUMBER, SEALED_KEYS, SEALED_RESIDENT_FIELDS } from "#app/modules/population/sealed-fields.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { families, residents } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import { personKey } from "./compare-rules.ts";
import type { RowValues } from "./row-rules.ts";

type ResidentRow = typeof residents.$inferSelect;
type AreaRow = typeof areas.$inferSelect;

/** Somebody of the register whom a row means, in the words of an import. */
export interface KnownPerson {
  row: ResidentRow;
  values: RowValues;
}

/** A row to be matched. */
export interface SaidRow {
  line: number;
  values: RowValues;
}

/** What the register says about the people of some rows. */
export interface Matches {
  /** Line -> person; `several` where more than one fits. */
  found: Map<number, KnownPerson | "several">;
}

/**
 * Finds the persons whom rows mean: by NIK, else by name with day and place of birth among those whose NIK is not known.
 */
export async function matchPeople(
  ctx: Pick<VillageCtx, "keys">,
  db: VillageDb | VillageTx,
  rows: readonly SaidRow[],
): Promise<Matches> {
  const niks = await indexesOf(ctx, rows);
  const candidates = await readCandidates(db, [...niks.values()].flat(), rows);
  const byNik = new Map(candidates.flatMap((row) => (row.nikIndex ? [[row.nikIndex, row] as const] : [])));
  const byPerson = groupByPerson(candidates);
  const chosen = new Map<number, ResidentRow | "several">();
  for (const { line, values } of rows) {
    const one = (niks.get(line) ?? []).map((index) => byNik.get(index)).find((row) => row !== undefined);
    const same = byPerson.get(personKey(values) ?? "") ?? [];
    const fitting = values.nik === undefined ? same : same.filter(({ nikIndex }) => nikIndex === null);
    if (one) chosen.set(line, one);
    else if (fitting.length > 1) chosen.set(line, "several");
    else if (fitting[0]) chosen.set(line, fitting[0]);
  }
  return { found: await openChosen(ctx, db, chosen, rows) };
}

async function indexesOf({ keys }: Pick<VillageCtx, "keys">, rows: readonly SaidRow[]) {
  const { field } = SEALED_RESIDENT_FIELDS.nik;
  const pairs = rows
    .filter(({ values }) => typeof values.nik === "string")
    .map(async ({ line, values }) => [line, await keys.indexes(field, String(values.nik))] as const);
  return new Map(await Promise.all(pairs));
}

async function readCandidates(
  db: VillageDb | VillageTx,
  niks: readonly string[],
  rows: readonly SaidRow[],
): Promise<ResidentRow[]> {
  const names = rows
    .flatMap(({ values }) => personKey(values) ?? [])
    .map((key) => JSON.parse(key)[0] as string);
  const byNik = await db
    .select()
    .from(residents)
    .where(inArray(residents.nikIndex, listOf(niks)));
  const byName =
    names.length === 0
      ? []
      : await db
          .select()
          .from(residents)
          .where(sql`${residents.status} IN (1, 2, 3, 4, 6, 9) AND ${residents.nameKey} IN ${listOf(names)}`);
  return [...new Map([...byNik, ...byName].map((row) => [row.id, row])).values()];
}

/** A list of any length as one parameter. */
export function listOf(values: readonly string[]) {
  return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}

function groupByPerson(rows: readonly ResidentRow[]): Map<string, ResidentRow[]> {
  const groups = new Map<string, ResidentRow[]>();
  for (const row of rows) {
    const { name, birthDate, birthPlace } = row;
    const key = personKey({ name, birthDate: birthDate ?? undefined, birthPlace: birthPlace ?? undefined });
    if (key) groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

async function openChosen(
  ctx: Pick<VillageCtx, "keys">,
  db: VillageDb | VillageTx,
  chosen: ReadonlyMap<number, ResidentRow | "several">,
  rows: readonly SaidRow[],
): Promise<Matches["found"]> {
  const people = [...chosen.values()].filter((each) => each !== "several");
  if (people.length === 0) return new Map([...chosen].map(([line]) => [line, "several"]));
  const cards = await readCards(ctx, db, people);
  const places = await readPlaces(db);
  const said = new Map(rows.map((row) => [row.line, row.values]));
  const opened = [...chosen].map(async ([line, row]): Promise<[number, KnownPerson | "several"]> => {
    if (row === "several") return [line, "several"];
    const values = await valuesOf(ctx, row, said.get(line) ?? {}, cards, places);
    return [line, { row, values }];
  });
  return new Map(await Promise.all(opened));
}

async function readCards(
  ctx: Pick<VillageCtx, "keys">,
  db: VillageDb | VillageTx,
  people: readonly ResidentRow[],
) {
  const ids = [...new Set(people.flatMap(({ familyId }) => familyId ?? []))];
  const rows = await db
    .select({ id: families.id, sealed: families.numberSealed })
    .from(families)
    .where(inArray(families.id, listOf(ids)));
  const opened = rows.map(
    async ({ id, sealed }) => [id, await openValue(ctx.keys, FAMILY_NUMBER, sealed)] as const,
  );
  return new Map(await Promise.all(opened));
}

async function readPlaces(db: VillageDb | VillageTx): Promise<Map<string, RowValues>> {
  const rows: AreaRow[] = await db.select().from(areas);
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

/** Only what the row speaks of is opened: each protected value costs a decryption. */
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
