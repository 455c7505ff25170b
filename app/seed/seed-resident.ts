import { max } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { hamletsOf, STATUS } from "#app/modules/population/person-rules.ts";
import {
  derivedColumns,
  type SealedValues,
  sealResident,
} from "#app/modules/population/resident-values.server.ts";
import { EVENT_SEALED, FAMILY_NUMBER, SEALED_KEYS } from "#app/modules/population/sealed-fields.ts";
import type { Day } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";
import { sealValue } from "#app/platform/keys/sealed-field.ts";
import type { Statement } from "#app/platform/read-together.ts";
import { families, residentEvents, residents } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";

/** What seeds need of a village. */
export type ResidentBuilder = Pick<VillageCtx, "db" | "keys" | "now" | "tenant">;

type ResidentRow = typeof residents.$inferInsert;

/** A resident to be made: whatever is left out is plausible. Protected values are given in the clear. */
export type SeedResident = Partial<Omit<ResidentRow, "number">> & Partial<SealedValues>;

/** A card with its people, the head first. */
export interface SeedHousehold {
  number?: string | null;
  areaId?: string | null;
  address?: string | null;
  members: SeedResident[];
}

export interface SeededHousehold {
  familyId: string;
  residentIds: string[];
}

/** Day since which seeded residents are there: the opening balance. */
export const SEED_OPENING: Day = "2026-01-01";
const ROWS_A_STATEMENT = 100;
const STATEMENTS_A_BATCH = 6;

/** Makes a resident with his first event, as the register holds one that was there at the opening. */
export async function seedResident(builder: ResidentBuilder, partial: SeedResident = {}): Promise<string> {
  const [id = ""] = (await insertResidents(builder, [partial], await readHamlets(builder))).ids;
  return id;
}

/** Makes a family card with its members: the first is the head unless told otherwise. */
export async function seedHousehold(
  builder: ResidentBuilder,
  household: SeedHousehold,
): Promise<SeededHousehold> {
  const [seeded] = await seedHouseholds(builder, [household]);
  if (!seeded) throw new Error("no household was made");
  return seeded;
}

/** Makes many at once, some hundred rows a round trip. */
export async function seedHouseholds(
  builder: ResidentBuilder,
  households: readonly SeedHousehold[],
): Promise<SeededHousehold[]> {
  const hamlets = await readHamlets(builder);
  const at = builder.now.toISOString();
  const cards = await Promise.all(
    households.map(async ({ number = null, areaId = null, address = null, members }) => {
      const id = newId(builder.now);
      const { sealed, index } = await sealValue(builder.keys, FAMILY_NUMBER, number);
      const row = {
        id,
        numberSealed: sealed,
        numberIndex: index,
        areaId,
        address,
        createdAt: at,
        updatedAt: at,
      };
      const people = members.map((member, order) => ({
        areaId,
        address,
        familyId: id,
        familyRole: order === 0 ? 1 : 4,
        ...member,
      }));
      return { row, people };
    }),
  );
  const rows = cards.map(({ row }) => row);
  await insertChunks(builder, rows, (chunk) => builder.db.insert(families).values(chunk));
  const { ids } = await insertResidents(
    builder,
    cards.flatMap(({ people }) => people),
    hamlets,
  );
  let taken = 0;
  return cards.map(({ row, people }) => {
    const residentIds = ids.slice(taken, taken + people.length);
    taken += people.length;
    return { familyId: row.id, residentIds };
  });
}

async function insertResidents(
  builder: ResidentBuilder,
  people: readonly SeedResident[],
  hamlets: ReadonlyMap<string, string>,
) {
  const [last] = await builder.db.select({ seq: max(residentEvents.seq) }).from(residentEvents);
  const first = (last?.seq ?? 0) + 1;
  const made = await Promise.all(
    people.map(async (person, order) => {
      const row = await rowOf(builder, person, hamlets);
      return { row, event: await eventOf(builder, row, person, first + order) };
    }),
  );
  const rows = made.map(({ row }) => row);
  const events = made.map(({ event }) => event);
  await insertChunks(builder, rows, (chunk) => builder.db.insert(residents).values(chunk));
  await insertChunks(builder, events, (chunk) => builder.db.insert(residentEvents).values(chunk));
  return { ids: rows.map(({ id }) => id) };
}

async function insertChunks<Row>(
  { db }: ResidentBuilder,
  rows: readonly Row[],
  insert: (chunk: Row[]) => Statement,
): Promise<void> {
  const statements: Statement[] = [];
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT)
    statements.push(insert(rows.slice(at, at + ROWS_A_STATEMENT)));
  for (let at = 0; at < statements.length; at += STATEMENTS_A_BATCH) {
    const [first, ...rest] = statements.slice(at, at + STATEMENTS_A_BATCH);
    if (first) await db.batch([first, ...rest]);
  }
}

/** Area -> the dusun that it lies in. */
async function readHamlets({ db }: ResidentBuilder): Promise<Map<string, string>> {
  return hamletsOf(await db.select().from(areas));
}

async function rowOf(builder: ResidentBuilder, person: SeedResident, hamlets: ReadonlyMap<string, string>) {
  const at = builder.now.toISOString();
  const { own, secret } = parted(person);
  const name = own.name ?? "Lalu Ahmad";
  const sex = own.sex ?? 1;
  const known = { name, sex, nickname: own.nickname ?? null, birthDate: own.birthDate ?? "1985-06-12" };
  const row = {
    id: newId(builder.now),
    kind: "permanent" as const,
    citizenship: 1,
    birthPlace: "Mataram",
    religion: 1,
    education: 5,
    schooling: 18,
    occupation: 9,
    maritalStatus: 2,
    status: STATUS.here,
    statusSince: SEED_OPENING,
    createdAt: at,
    updatedAt: at,
    ...own,
    ...known,
    ...derivedColumns(known, secret.nik ?? null),
    ...(await sealResident(builder.keys, secret)),
  };
  return { ...row, hamletId: row.hamletId ?? (row.areaId ? (hamlets.get(row.areaId) ?? null) : null) };
}

function parted(person: SeedResident): { own: Partial<ResidentRow>; secret: Partial<SealedValues> } {
  const isSecret = (key: string) => (SEALED_KEYS as string[]).includes(key);
  const entries = Object.entries(person);
  return {
    own: Object.fromEntries(entries.filter(([key]) => !isSecret(key))),
    secret: Object.fromEntries(entries.filter(([key]) => isSecret(key))),
  };
}

/** Columns that no event sets: they follow from others, or tell of the row alone. */
const NOT_IN_EVENTS =
  /^(number|id|nameKey|searchName|nikState|nikIndex|status|statusSince|importId|createdAt|updatedAt|version|\w+Sealed)$/;

async function eventOf(
  { keys, now }: ResidentBuilder,
  row: Awaited<ReturnType<typeof rowOf>>,
  person: SeedResident,
  seq: number,
): Promise<typeof residentEvents.$inferInsert> {
  const changes = Object.fromEntries(
    Object.entries(row).filter(([key, value]) => !NOT_IN_EVENTS.test(key) && value !== undefined),
  ) as Record<string, string | number | null>;
  const { secret } = parted(person);
  const { sealed } = await sealValue(
    keys,
    EVENT_SEALED,
    Object.keys(secret).length > 0 ? JSON.stringify(secret) : null,
  );
  return {
    id: newId(now),
    residentId: row.id,
    seq,
    kind: "opening",
    happenedOn: row.statusSince,
    actId: newId(now),
    changes,
    sealed,
    details: {},
    status: row.status,
    isPresent: row.status === STATUS.here,
    hamletId: row.hamletId ?? null,
    familyId: row.familyId ?? null,
    familyRole: row.familyRole ?? null,
    sex: row.sex,
    citizenship: row.citizenship,
    isTemporary: row.kind === "temporary",
    importId: row.importId ?? null,
    recordedAt: now.toISOString(),
  };
}
