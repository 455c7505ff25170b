import { inArray } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { insertRows } from "#app/modules/population/event-rows.server.ts";
import { FAMILY_NUMBER } from "#app/modules/population/sealed-fields.ts";
import { type AreaKind, areaKey } from "#app/modules/village/area-rules.ts";
import { newId } from "#app/platform/ids.ts";
import { sealValue } from "#app/platform/keys/sealed-field.ts";
import type { VillageTx } from "#db/open.ts";
import { families } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import { cardKey, realKk } from "./fact-rules.ts";
import { listOf } from "./match-people.server.ts";
import type { RowValues } from "./row-rules.ts";

type AreaRow = typeof areas.$inferSelect;

/** Where a row's person lives. */
export interface Place {
  areaId: string | null;
  hamletId: string | null;
}

const LEVELS = [
  ["dusun", "hamlet"],
  ["rw", "rw"],
  ["rt", "rt"],
] as const satisfies readonly (readonly [AreaKind, keyof RowValues])[];

/**
 * Finds the area that each row names and makes those that lack: dusun, RW and RT below one another. What was retired
 * comes back.
 * @returns `made`: ids of areas that did not exist
 */
export async function placeRows(
  ctx: Pick<VillageCtx, "now">,
  tx: VillageTx,
  rows: readonly RowValues[],
): Promise<{ places: Place[]; made: string[] }> {
  const all: AreaRow[] = await tx.select().from(areas);
  const known = new Map(all.map((row) => [`${row.parentId ?? ""}/${areaKey(row)}`, row]));
  const added: AreaRow[] = [];
  const revived = new Set<string>();
  const places = rows.map((values): Place => {
    let areaId: string | null = null;
    let hamletId: string | null = null;
    for (const [kind, key] of LEVELS) {
      const name = values[key];
      if (typeof name !== "string") continue;
      const parentId: string | null = areaId;
      const place = `${parentId ?? ""}/${areaKey({ kind, name })}`;
      const found: AreaRow | undefined = known.get(place);
      const at: AreaRow = found ?? newArea(ctx, kind, name, parentId);
      if (!found) added.push(at);
      else if (found.retiredAt) revived.add(found.id);
      known.set(place, at);
      areaId = at.id;
      if (kind === "dusun") hamletId = at.id;
    }
    return { areaId, hamletId };
  });
  for (let from = 0; from < added.length; from += 200)
    await tx.insert(areas).values(added.slice(from, from + 200));
  if (revived.size > 0)
    await tx
      .update(areas)
      .set({ retiredAt: null })
      .where(inArray(areas.id, listOf([...revived])));
  return { places, made: added.map(({ id }) => id) };
}

function newArea(
  { now }: Pick<VillageCtx, "now">,
  kind: AreaKind,
  name: string,
  parentId: string | null,
): AreaRow {
  return { id: newId(now), kind, parentId, name, createdAt: now.toISOString(), retiredAt: null };
}

/** A row for its card: what it says, and where its person lives. */
export interface CardRow {
  values: RowValues;
  areaId: string | null;
}

/**
 * Finds the family card of each row and makes those that lack; members of a card without a true number are held together
 * by an id that follows from the import and the file's own mark. Null where a row names no card.
 */
export async function cardsOf(
  ctx: Pick<VillageCtx, "keys" | "now">,
  tx: VillageTx,
  importId: string,
  rows: readonly CardRow[],
): Promise<(string | null)[]> {
  const firsts = new Map<string, CardRow>();
  for (const row of rows) {
    const key = cardKey(row.values);
    if (key && !firsts.has(key)) firsts.set(key, row);
  }
  const wanted = await Promise.all([...firsts].map(([key, row]) => wantedCard(ctx, importId, key, row)));
  const there = await tx
    .select({ id: families.id, index: families.numberIndex })
    .from(families)
    .where(inArray(families.numberIndex, listOf(wanted.flatMap(({ indexes }) => indexes))));
  const sameIds = await tx
    .select({ id: families.id })
    .from(families)
    .where(inArray(families.id, listOf(wanted.map(({ id }) => id))));
  const ids = new Map<string, string>();
  const lacking: typeof wanted = [];
  for (const card of wanted) {
    const found = there.find(({ index }) => card.indexes.includes(index ?? ""));
    ids.set(card.key, found?.id ?? card.id);
    if (!found && !sameIds.some(({ id }) => id === card.id)) lacking.push(card);
  }
  await insertCards(ctx, tx, importId, lacking);
  return rows.map(({ values }) => ids.get(cardKey(values) ?? "") ?? null);
}

type WantedCard = Awaited<ReturnType<typeof wantedCard>>;

async function wantedCard({ keys }: Pick<VillageCtx, "keys">, importId: string, key: string, row: CardRow) {
  const number = realKk(row.values);
  return {
    key,
    number,
    row,
    id: await steadyId(keys, importId, key),
    indexes: number ? await keys.indexes(FAMILY_NUMBER.field, number) : [],
  };
}

/** The same card of one import always gets the same id, in whichever chunk its members stand. */
async function steadyId(keys: VillageCtx["keys"], importId: string, key: string): Promise<string> {
  const mark = await keys.index("resident_imports.card", `${importId}:${key}`);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(mark)));
  const hex = Array.from(hash.slice(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

async function insertCards(
  { keys, now }: Pick<VillageCtx, "keys" | "now">,
  tx: VillageTx,
  importId: string,
  cards: readonly WantedCard[],
): Promise<void> {
  const at = now.toISOString();
  const rows = await Promise.all(
    cards.map(async ({ id, number, row }) => {
      const { sealed, index } = await sealValue(keys, FAMILY_NUMBER, number);
      const address = typeof row.values.address === "string" ? row.values.address : null;
      return {
        id,
        numberSealed: sealed,
        numberIndex: index,
        areaId: row.areaId,
        address,
        importId,
        createdAt: at,
        updatedAt: at,
        version: 1,
      };
    }),
  );
  await insertRows(tx, families, rows);
}
