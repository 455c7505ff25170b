import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { SERVICE_INDICATORS } from "#app/modules/letters/service-indicators.ts";
import { newId } from "#app/platform/ids.ts";
import { type CountScope, rowsStatement } from "#app/platform/indicators.ts";
import { letters } from "#db/village/schema/letters.ts";
import { serviceRatings } from "#db/village/schema/residents.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

let village: TestVillage;
const range = { year: 2026, asOf: "2026-11-24", zone: "WITA" } as const;

/** Four letters of this quarter: two in time, one late, one promised nothing; one of them void, two rated. */
beforeAll(async () => {
  village = await createTestVillage();
  const signedAt = "2026-11-02T02:00:00.000Z";
  const letter = (promisedAt: string | null, more: Partial<typeof letters.$inferInsert> = {}) => ({
    ...{ id: newId(new Date(signedAt)), kind: "umum", title: "Surat Keterangan", state: "handed" as const },
    ...{ channel: "counter" as const, personName: "A", personKey: "a", contentSealed: "", requirements: [] },
    ...{ askedAt: signedAt, signedAt, stateSince: signedAt, createdAt: signedAt, updatedAt: signedAt },
    promisedAt,
    ...more,
  });
  const inTime = letter("2026-11-03T02:00:00.000Z");
  const late = letter("2026-11-01T02:00:00.000Z");
  const lost = letter("2026-11-01T02:00:00.000Z", { cancelledAt: signedAt, state: "cancelled" });
  await village.db.insert(letters).values([inTime, letter(signedAt), late, lost, letter(null)]);
  const rated = (letterId: string, score: number) => ({
    ...{ id: newId(new Date(signedAt)), letterId, kind: "umum", score, channel: "receipt" as const },
    createdAt: signedAt,
  });
  await village.db.insert(serviceRatings).values([rated(inTime.id, 4), rated(late.id, 3)]);
});

const valuesOf = async (key: string) => {
  const indicator = SERVICE_INDICATORS.find((each) => each.key === key);
  if (!indicator) throw new Error(key);
  const rows = (scope: CountScope) =>
    sql`SELECT quarter, value AS title, NULL AS note, '' AS day, NULL AS href FROM (${indicator.count(scope)})`;
  return (await rowsStatement(village.db, { ...indicator, rows }, range)).map(({ title }) => title);
};

it("counts letters that kept their promise, of those that had one", async () => {
  expect(await valuesOf("letters.within-standard")).toEqual([null, null, null, 66.7]);
});

it("makes of ratings what the survey makes of them, and names the letters behind", async () => {
  expect(await valuesOf("letters.satisfaction")).toEqual([null, null, null, 87.5]);
  const [, satisfaction] = SERVICE_INDICATORS;
  if (!satisfaction) throw new Error("no indicator");
  const notes = (await rowsStatement(village.db, satisfaction, range)).map(({ note }) => note);
  expect(notes.sort()).toEqual(["nilai 3", "nilai 4"]);
});
