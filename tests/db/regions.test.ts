import type { Client } from "@libsql/client";
import { type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  childrenStatement,
  getRegionPath,
  listChildren,
  type RegionSearch,
  searchRegions,
  searchStatement,
} from "#db/directory/regions.ts";
import { loadRegions } from "#db/directory/regions-load.ts";
import type { DirectoryDb } from "#db/open.ts";
import { readOfficialRegions } from "#scripts/load-regions.ts";
import { openRegionsDatabase } from "#tests/db/regions-database.ts";

let db: DirectoryDb;
let client: Client;
let statements = 0;

beforeAll(async () => {
  const opened = await openRegionsDatabase(() => {
    statements += 1;
  });
  ({ db, client } = opened);
  await loadRegions(db, await readOfficialRegions(), { now: new Date("2027-01-04T02:00:00Z") });
}, 60_000);

afterAll(() => client.close());

const codes = async (text: string, rest: Omit<RegionSearch, "text"> = {}) =>
  (await searchRegions(db, { text, ...rest })).map(({ code }) => code);

describe("searching regions", () => {
  it.each(["Batulayar", "Batu Layar", "batu-layar", "BATULAYAR", "kec. Batu Layar", "Batoe Layar"])(
    "finds Kecamatan Batu Layar by %j first, then the village of that name",
    async (text) => expect((await codes(text)).slice(0, 2)).toEqual(["52.01.14", "52.01.14.2001"]),
  );

  it.each(["52.01.14.2006", "5201142006", " 52.01.14.2006 "])(
    "finds a village by its code %j",
    async (text) => {
      expect(await codes(text, { level: 4 })).toEqual(["52.01.14.2006"]);
      expect(await codes(text, { level: 3 })).toEqual([]);
    },
  );

  it("gives the full path of a village found by name", async () => {
    expect(await searchRegions(db, { text: "senggigi", level: 4 })).toEqual([
      {
        code: "52.01.14.2006",
        level: 4,
        kind: "desa",
        name: "Senggigi",
        provinsi: "Nusa Tenggara Barat",
        kabupaten: "Kabupaten Lombok Barat",
        kecamatan: "Batu Layar",
        desa: "Senggigi",
        retiredAt: null,
      },
    ]);
  });

  it.each([
    "Senggigi, Batulayar, NTB",
    "senggigi lombok barat",
    "Desa Senggigi Kecamatan Batu Layar Kabupaten Lombok Barat Provinsi Nusa Tenggara Barat",
    "senggigi nusatenggara barat",
  ])("finds Senggigi by %j", async (text) => expect((await codes(text))[0]).toBe("52.01.14.2006"));

  it.each([
    ["kota bima", "52.72"],
    ["kab bima", "52.06"],
    ["Kota Medan", "12.71"],
    ["kelurahan menteng", "31.71.06.1001"],
    ["desa adat yoboi", "91.03.01.3007"],
    ["dki jakarta", "31"],
    ["diy", "34"],
    ["Sumatra Barat", "13"],
    ["kampung baru medan", "12.71.15.1006"],
    ["kota baru", "63.02"],
    ["lima puluh kota", "13.07"],
  ])("puts for %j the region %s first", async (text, code) => expect((await codes(text))[0]).toBe(code));

  it("ranks whole names before beginnings, and the kind that was typed before others", async () => {
    const names = (await searchRegions(db, { text: "bima", limit: 50 })).map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(["Kabupaten Bima", "Kota Bima"]);
    expect(names.slice(2).every((name) => name !== "Bima")).toBe(true);
    const kinds = (await searchRegions(db, { text: "desa baru", limit: 10 })).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(["desa"]));
  });

  it("keeps to a level, to what lies under a region, and to the limit", async () => {
    const under = await searchRegions(db, { text: "ba", level: 4, under: "52.01.14", limit: 50 });
    expect(under.map(({ code }) => code)).toEqual(["52.01.14.2001", "52.01.14.2009"]);
    expect(await codes("senggigi", { under: "51" })).toEqual([]);
    expect(await codes("senggigi", { under: "no code" })).toEqual([]);
    expect(await codes("ka", { limit: 3 })).toHaveLength(3);
    expect(await codes("ka", { limit: 5_000 })).toHaveLength(50);
    expect(new Set((await searchRegions(db, { text: "su", level: 2 })).map(({ level }) => level))).toEqual(
      new Set([2]),
    );
  });

  it.each([
    `"`,
    `'; DROP TABLE regions; --`,
    "a AND b OR NOT c NEAR(d e, 5)",
    "search_name : batu*",
    "{search_path} : (",
    "^batu +layar -barat *",
    "🙂🙂 batu \u0000 layar",
    "()".repeat(500),
    "a".repeat(1_000),
    "ba su ka ta pa ma ".repeat(60),
    "%_\\",
    "\ud800",
  ])("answers %j without an error", async (text) => {
    expect(Array.isArray(await searchRegions(db, { text }))).toBe(true);
  });

  it("answers any text without an error", async () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", maxLength: 1_000 }));
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        expect((await searchRegions(db, { text: typed })).length).toBeLessThanOrEqual(20);
      }),
    );
  });

  it("finds each official name by itself, with and without its spaces", async () => {
    const list = await db.all<{ code: string; name: string; level: 1 | 2 | 3 | 4; parent: string | null }>(
      sql`SELECT code, name, level, parent_code AS parent FROM regions WHERE number % 331 = 7`,
    );
    expect(list.length).toBeGreaterThan(200);
    for (const { code, name, level, parent } of list) {
      const isPlain = level > 2 && !name.startsWith("Desa Adat");
      for (const text of isPlain ? [name, name.replaceAll(" ", "")] : [name]) {
        expect(await codes(text, { level, under: parent ?? undefined, limit: 50 }), text).toContain(code);
      }
    }
  });
});

describe("reading regions", () => {
  it("lists the provinces and what lies directly below a region, by name", async () => {
    expect(await listChildren(db, null)).toHaveLength(38);
    const below = await listChildren(db, "52");
    expect(below).toHaveLength(10);
    expect(below[0]).toEqual({ code: "52.06", kind: "kabupaten", name: "Kabupaten Bima" });
    expect((await listChildren(db, "52.01.14")).map(({ name }) => name)).toContain("Senggigi");
    expect(await listChildren(db, "52.01.14.2006")).toEqual([]);
    expect(await listChildren(db, "'")).toEqual([]);
  });

  it("gives the path of each level and null for a code that is none", async () => {
    expect(await getRegionPath(db, "52.01.14")).toMatchObject({ kecamatan: "Batu Layar", desa: null });
    expect(await getRegionPath(db, "52")).toMatchObject({ provinsi: "Nusa Tenggara Barat", kabupaten: null });
    expect(await getRegionPath(db, "52.01.14.2999")).toBeNull();
  });

  it("costs one statement each", async () => {
    const counted = async (work: Promise<unknown>) => {
      await work;
      return statements;
    };
    const before = statements;
    expect(await counted(searchRegions(db, { text: "senggigi lombok", under: "52" }))).toBe(before + 1);
    expect(await counted(listChildren(db, "52.01"))).toBe(before + 2);
    expect(await counted(getRegionPath(db, "52.01.14.2006"))).toBe(before + 3);
  });

  it("reads indexes only", async () => {
    const plan = async (statement: SQL | null) => {
      const rows = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${statement}`);
      return rows.map(({ detail }) => detail);
    };
    for (const rest of [{}, { level: 4 }, { under: "52" }, { level: 4, under: "52.01" }] as const) {
      const steps = await plan(searchStatement({ text: "desa batu layar", ...rest }));
      expect(steps.some((step) => /^SCAN s VIRTUAL TABLE INDEX \d+:.*M/.test(step))).toBe(true);
      expect(steps.filter((step) => /^SCAN (regions|[rpkc])\b/.test(step))).toEqual([]);
      expect(steps.filter((step) => /^SEARCH [rpkc] USING/.test(step))).toHaveLength(4);
    }
    const code = await plan(searchStatement({ text: "52.01.14.2006", level: 4 }));
    expect(code.filter((step) => /^SCAN (regions|[rpkc])\b/.test(step))).toEqual([]);
    expect(await plan(childrenStatement("52"))).toEqual([
      expect.stringMatching(/^SEARCH regions USING INDEX regions_parent/),
    ]);
    expect(await plan(childrenStatement(null))).toEqual([
      expect.stringMatching(/^SEARCH regions USING INDEX regions_parent/),
    ]);
  });
});
