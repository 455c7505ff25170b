import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { INDICATORS } from "#app/modules/letters/indicators.ts";
import { newId } from "#app/platform/ids.ts";
import { type CountScope, rowsStatement } from "#app/platform/indicators.ts";
import { seedResident } from "#app/seed/seed-resident.ts";
import { letters } from "#db/village/schema/letters.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

let village: TestVillage;
const range = { year: 2026, asOf: "2026-11-24", zone: "WITA" } as const;

/** Letters of the fourth quarter that took 1 to 10 hours, one of the third, one declared void. */
beforeAll(async () => {
  village = await createTestVillage();
  const signed = (signedAt: string, hours: number, more: Partial<typeof letters.$inferInsert> = {}) => ({
    ...{ id: newId(new Date(signedAt)), kind: "umum", title: "Surat Keterangan", state: "handed" as const },
    ...{ channel: "counter" as const, personName: "A", personKey: "a", contentSealed: "", requirements: [] },
    ...{
      number: 1,
      numberText: "1/2026",
      signedAt,
      stateSince: signedAt,
      createdAt: signedAt,
      updatedAt: signedAt,
    },
    askedAt: new Date(Date.parse(signedAt) - hours * 3_600_000).toISOString(),
    ...more,
  });
  await village.db.insert(letters).values([
    ...Array.from({ length: 10 }, (_, index) => signed("2026-11-02T02:00:00.000Z", index + 1)),
    signed("2026-09-30T15:59:00.000Z", 4),
    signed("2026-09-20T02:00:00.000Z", 4, { channel: "resident", signedAt: null, state: "asked" }),
    // Already October there.
    signed("2026-09-30T16:01:00.000Z", 100, { cancelledAt: "2026-10-01T00:00:00.000Z", state: "cancelled" }),
  ]);
  for (const name of ["Ahmad", "Siti", "Budi", "Ani"]) await seedResident(village.anonymous(), { name });
});

it("count letters by the quarter of their signature, and the hours that they took", async () => {
  const valuesOf = (key: string) => {
    const indicator = INDICATORS.find((each) => each.key === key);
    if (!indicator) throw new Error(key);
    const rows = (scope: CountScope) =>
      sql`SELECT quarter, value AS title, NULL AS note, '' AS day, NULL AS href FROM (${indicator.count(scope)})`;
    return rowsStatement(village.db, { ...indicator, rows }, range);
  };
  const last = async (key: string) =>
    (await valuesOf(key)).map(({ quarter, title }) => [quarter, title]).slice(2);
  expect(await last("letters.issued")).toEqual([
    [3, 1],
    [4, 10],
  ]);
  expect(await last("letters.per-thousand")).toEqual([
    [3, 250],
    [4, 2500],
  ]);
  expect(await last("letters.median-hours")).toEqual([
    [3, 4],
    [4, 5],
  ]);
  expect(await last("letters.asked-online")).toEqual([
    [3, 33.3],
    [4, 0],
  ]);
  expect((await last("letters.p90-hours"))[1]).toEqual([4, 9]);
  expect((await valuesOf("letters.median-hours"))[0]).toMatchObject({ quarter: 1, title: null });
});
