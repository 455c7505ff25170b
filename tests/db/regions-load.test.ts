import { type SQL, sql } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getRegionPath, searchRegions } from "#db/directory/regions.ts";
import { loadRegions, type OfficialRegion, RegionListError } from "#db/directory/regions-load.ts";
import type { DirectoryDb } from "#db/open.ts";
import { readOfficialRegions } from "#scripts/load-regions.ts";
import { openRegionsDatabase } from "#tests/db/regions-database.ts";

const NOW = { now: new Date("2027-01-04T02:00:00Z") };
const LATER = { now: new Date("2027-07-01T02:00:00Z") };
let official: OfficialRegion[];
let province: OfficialRegion[];
let db: DirectoryDb;
let close: () => void;

beforeAll(async () => {
  official = await readOfficialRegions();
  province = official.filter(({ code }) => code.startsWith("52"));
});

beforeEach(async () => {
  const opened = await openRegionsDatabase();
  db = opened.db;
  close = () => opened.client.close();
});

afterEach(() => close());

const rename = (code: string, name: string) =>
  province.map((region) => (region.code === code ? { code, name } : region));
const without = (code: string) => province.filter((region) => region.code !== code);
const contents = () => db.all(sql`SELECT * FROM regions ORDER BY number`);
/** Fails where the index holds other words than the table. */
const checkIndex = () =>
  db.run(sql`INSERT INTO region_search(region_search, rank) VALUES ('integrity-check', 1)`);

describe("loading the official regions", () => {
  it("takes all 91,599 of them, and writes nothing the second time", async () => {
    const first = await loadRegions(db, official, NOW);
    expect(first).toEqual({ inserted: 91_599, updated: 0, retired: 0, unchanged: 0 });
    const levels = await db.all(
      sql`SELECT level, count(*) AS number FROM regions GROUP BY level ORDER BY level`,
    );
    expect(levels.map((row) => Object.values(row as object))).toEqual([
      [1, 38],
      [2, 514],
      [3, 7_285],
      [4, 83_762],
    ]);
    const kinds = await db.all(sql`SELECT kind, count(*) AS n FROM regions GROUP BY kind ORDER BY kind`);
    expect(kinds.map((row) => Object.values(row as object))).toEqual([
      ["desa", 75_252],
      ["desa_adat", 14],
      ["kabupaten", 416],
      ["kecamatan", 7_285],
      ["kelurahan", 8_496],
      ["kota", 98],
      ["provinsi", 38],
    ]);
    await checkIndex();
    const [before] = await db.all<{ n: number }>(sql`SELECT total_changes() AS n`);
    const second = await loadRegions(db, official, LATER);
    const [after] = await db.all<{ n: number }>(sql`SELECT total_changes() AS n`);
    expect(second).toEqual({ inserted: 0, updated: 0, retired: 0, unchanged: 91_599 });
    expect(after).toEqual(before);
  }, 60_000);

  it("renames a region and what the regions below it are found by", async () => {
    await loadRegions(db, province, NOW);
    const report = await loadRegions(db, rename("52.01.14", "Batu Bolong"), LATER);
    expect(report).toMatchObject({ inserted: 0, updated: 10, retired: 0 });
    expect(await getRegionPath(db, "52.01.14.2006")).toMatchObject({
      kecamatan: "Batu Bolong",
      retiredAt: null,
    });
    expect(await searchRegions(db, { text: "senggigi batu bolong" })).toHaveLength(1);
    expect(await searchRegions(db, { text: "batulayar", level: 3 })).toEqual([]);
    await checkIndex();
  });

  it("retires what the list dropped, out of the search but not out of the table, until it comes back", async () => {
    await loadRegions(db, province, NOW);
    expect(await loadRegions(db, without("52.01.14.2006"), LATER)).toMatchObject({ updated: 0, retired: 1 });
    expect(await searchRegions(db, { text: "senggigi" })).toEqual([]);
    expect(await searchRegions(db, { text: "52.01.14.2006" })).toEqual([]);
    const path = await getRegionPath(db, "52.01.14.2006");
    expect(path).toMatchObject({ desa: "Senggigi", retiredAt: "2027-07-01T02:00:00.000Z" });
    expect(await loadRegions(db, without("52.01.14.2006"), LATER)).toMatchObject({ updated: 0, retired: 0 });
    expect(await loadRegions(db, province, LATER)).toMatchObject({ inserted: 0, updated: 1, retired: 0 });
    expect(await getRegionPath(db, "52.01.14.2006")).toMatchObject({ retiredAt: null });
    await checkIndex();
  });

  it("finishes what a cut-off run left", async () => {
    let writes = 0;
    const cut: DirectoryDb = Object.create(db, {
      run: {
        value: (query: SQL) => {
          writes += 1;
          if (writes === 2) throw new Error("cut off");
          return db.run(query);
        },
      },
    });
    const some = official.filter(({ code }) => /^1[12]/.test(code));
    await expect(loadRegions(cut, some, NOW)).rejects.toThrow("cut off");
    const report = await loadRegions(db, some, NOW);
    expect(report).toMatchObject({ inserted: some.length - 2_000, unchanged: 2_000 });
    await checkIndex();
  });
});

describe("a wrong list", () => {
  const first: OfficialRegion = { code: "52", name: "Nusa Tenggara Barat" };
  const lists: Record<string, OfficialRegion[]> = {
    "that is empty": [],
    "with a code twice": [first, first],
    "with a missing parent": [first, { code: "52.01.14", name: "Batu Layar" }],
    "with an unknown code": [first, { code: "52.1", name: "Lombok Barat" }],
    "without a name": [{ code: "52", name: " " }],
  };

  it.each(Object.entries(lists))("%s is refused and nothing is written", async (_, list) => {
    await expect(loadRegions(db, list, NOW)).rejects.toThrow(RegionListError);
    expect(await contents()).toEqual([]);
  });

  it("cut short is refused unless so many are said to be retired", async () => {
    await loadRegions(db, province, NOW);
    const before = await contents();
    const half = province.slice(0, province.length / 2);
    await expect(loadRegions(db, half, LATER)).rejects.toThrow(RegionListError);
    expect(await contents()).toEqual(before);
    const report = await loadRegions(db, half, { ...LATER, maxRetiredShare: 0.6 });
    expect(report.retired).toBe(province.length - half.length);
  });
});
