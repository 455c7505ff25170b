import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { appendEvents } from "#app/modules/population/append-events.server.ts";
import { INDICATORS } from "#app/modules/population/indicators.ts";
import type { CountScope } from "#app/platform/indicators.ts";
import { seedHousehold } from "#app/seed/seed-resident.ts";
import { families } from "#db/village/schema/population.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createPopulationVillage } from "./population-village.ts";

let village: TestVillage;

/** Two quarters: one that is over, and the present one up to today. */
const scope: CountScope = {
  quarters: sql`(SELECT 3 AS quarter, 2026 AS year, '2026-07-01' AS first_day, '2026-09-30' AS last_day,
      '2026-09-30' AS until
    UNION ALL SELECT 4, 2026, '2026-10-01', '2026-12-31', '2026-11-24')`,
  asOf: "2026-11-24",
  dayOf: (column) => sql`date(${column})`,
};

const valuesOf = (key: string) => {
  const indicator = INDICATORS.find((each) => each.key === key) ?? expect.fail(key);
  return village.db.all<{ quarter: number; value: number | null }>(indicator.count(scope));
};

beforeAll(async () => {
  const made = await createPopulationVillage();
  village = made.village;
  const ctx = await village.ctxAs("kasi-pemerintahan");
  const areaId = made.places.rt;
  const born = { birthDate: "1985-06-12", sex: 1 };
  const first = await seedHousehold(ctx, {
    areaId,
    members: [
      { name: "Cocok", ...born, nik: "5201091206850001" },
      { name: "Ragu", ...born, nik: "5201091306850001" },
      { name: "Tanpa", ...born },
      { name: "Berakta", birthDate: "2015-05-09", birthCertificate: "AL-1" },
      { name: "Belum Berakta", birthDate: "2018-05-09" },
      { name: "Menjadi Dewasa", birthDate: "2008-10-15" },
    ],
  });
  const second = await seedHousehold(ctx, { areaId, members: [{ name: "Pindah", ...born }] });
  await village.db.update(families).set({ verifiedOn: "2026-08-15" }).where(eq(families.id, first.familyId));
  const [mover = ""] = second.residentIds;
  await village.db.transaction((tx) =>
    appendEvents(ctx, tx, [{ residentId: mover, kind: "move_out", happenedOn: "2026-10-02" }]),
  );
});

it("counts the share of residents whose NIK is valid, of those who were here at the quarter's end", async () => {
  expect(await valuesOf("population.nik-valid")).toEqual([
    { quarter: 3, value: 14.3 },
    { quarter: 4, value: 16.7 },
  ]);
});

it("counts the share of children with a birth certificate, of those who were children at the quarter's end", async () => {
  expect(await valuesOf("population.birth-certificates")).toEqual([
    { quarter: 3, value: 33.3 },
    { quarter: 4, value: 50 },
  ]);
});

it("counts the share of cards that were held against the paper within a year", async () => {
  expect(await valuesOf("population.kk-verified")).toEqual([
    { quarter: 3, value: 50 },
    { quarter: 4, value: 100 },
  ]);
});

it("shows what stands behind a figure dusun by dusun and without names", async () => {
  const [nik] = INDICATORS;
  const rows = await village.db.all(nik?.rows(scope) ?? sql``);
  expect(rows).toContainEqual({
    quarter: 4,
    title: "Montong",
    note: "1 dari 6 penduduk",
    day: "2026-11-24",
    href: null,
  });
  expect(JSON.stringify(rows)).not.toContain("Cocok");
});
