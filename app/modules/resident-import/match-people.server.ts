import { inArray, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { SEALED_RESIDENT_FIELDS } from "#app/modules/population/sealed-fields.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { residents } from "#db/village/schema/population.ts";
import { personKey } from "./compare-rules.ts";
import {
  type KnownPerson,
  openPeople,
  type ResidentRow,
  selectCards,
  selectPlaces,
} from "./known-people.server.ts";
import type { RowValues } from "./row-rules.ts";

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
  const people = new Map(
    [...chosen].flatMap(([line, row]) => (row === "several" ? [] : [[line, row] as const])),
  );
  const unclear = [...chosen].flatMap(([line, row]) => (row === "several" ? [[line, row] as const] : []));
  if (people.size === 0) return new Map(unclear);
  const ids = [...new Set([...people.values()].flatMap(({ familyId }) => familyId ?? []))];
  const around = { cards: await selectCards(db, listOf(ids)), places: await selectPlaces(db) };
  const opened = await openPeople(ctx, people, rows, around);
  return new Map<number, KnownPerson | "several">([...opened, ...unclear]);
}
