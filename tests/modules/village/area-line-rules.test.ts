import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAreaLines } from "#app/modules/village/area-line-rules.ts";
import { AREA_KINDS, type AreaPath, areaKey, areaLabel, areaTree } from "#app/modules/village/area-rules.ts";

const read = (text: string, term?: string) =>
  parseAreaLines(text, term).paths.map((path) => path.map((part) => areaLabel(part, term)).join(" / "));
const problemOf = (text: string) => parseAreaLines(text).problems.join(" ");

describe("parseAreaLines", () => {
  it("reads a dusun with its RT on one line", () => {
    expect(read("Dusun Montong: RT 01, RT 02")).toEqual(["Dusun Montong / RT 01", "Dusun Montong / RT 02"]);
  });

  it("reads what people leave out and how they shorten", () => {
    expect(read("montong daye : rt.1; RT02, 3")).toEqual([
      "Dusun montong daye / RT 01",
      "Dusun montong daye / RT 02",
      "Dusun montong daye / RT 03",
    ]);
    expect(read("RW 01: 001, 002")).toEqual(["RW 01 / RT 001", "RW 01 / RT 002"]);
    expect(read("Dusun Kebon: RW 1, 2")).toEqual(["Dusun Kebon / RW 01", "Dusun Kebon / RW 02"]);
    expect(read("\n  Dusun Montong \r\n\nDusun Kebon:\n")).toEqual(["Dusun Montong", "Dusun Kebon"]);
  });

  it("reads RW between dusun and RT, and ranges", () => {
    expect(read("Montong / RW 01: RT 01-03")).toEqual(
      ["01", "02", "03"].map((rt) => `Dusun Montong / RW 01 / RT ${rt}`),
    );
    expect(read("RW 01 s.d. 02: RT 01 sampai RT 02")).toEqual([
      "RW 01 / RT 01",
      "RW 01 / RT 02",
      "RW 02 / RT 01",
      "RW 02 / RT 02",
    ]);
    expect(read("Dusun Kebon: RT 009-010")).toEqual(["Dusun Kebon / RT 009", "Dusun Kebon / RT 010"]);
  });

  it("knows the village's own word for dusun, and names that begin with RT", () => {
    expect(read("Jorong Balai: RT 1", "Jorong")).toEqual(["Jorong Balai / RT 01"]);
    expect(read("Rtuban")).toEqual(["Dusun Rtuban"]);
    expect(read("Dusunan")).toEqual(["Dusun Dusunan"]);
  });

  it("names the line and the mend of what it can't read, and reads the others", () => {
    const { paths, problems } = parseAreaLines("Montong: RT 01\nKebon: RT: 02\nBawah: RT x");
    expect(paths).toHaveLength(1);
    expect(problems).toEqual([
      expect.stringMatching(/^Baris 2: .*titik dua/),
      expect.stringMatching(/^Baris 3: nomor RT "x" tidak terbaca/),
    ]);
    expect(problemOf("RT 05-01")).toContain("rentang");
    expect(problemOf("RT 001-900")).toContain("rentang");
    expect(problemOf("RT 01: Dusun Montong")).toContain("urutan");
    expect(problemOf("Montong: Kebon")).toContain("urutan");
    expect(problemOf("Dusun: RT 01")).toContain("kosong");
    expect(problemOf("12")).toContain("bukan nama wilayah");
    expect(problemOf("M".repeat(61))).toContain("60 huruf");
    expect(problemOf("RW 01-50: RT 01-50")).toContain("terlalu banyak");
    expect(problemOf(Array.from({ length: 30 }, (_, at) => `D${at}a: RT 01-50`).join("\n"))).toContain(
      "1000",
    );
  });

  const number = fc.integer({ min: 1, max: 999 }).map((value) => String(value).padStart(2, "0"));
  const hamlet = fc
    .stringMatching(/^[A-Z][a-z]{1,12}( [A-Z][a-z]{1,8})?$/)
    .filter((name) => !/^(rt|rw|dusun)( |$)/i.test(name));
  const path: fc.Arbitrary<AreaPath> = fc
    .tuple(fc.option(hamlet), fc.option(number), fc.option(number))
    .filter((parts) => parts.some((part) => part !== null))
    .map((parts) =>
      AREA_KINDS.flatMap((kind, at) => {
        const name = parts[at];
        return name ? [{ kind, name }] : [];
      }),
    );

  it("reads back every list of areas that it could be given", () => {
    fc.assert(
      fc.property(fc.array(path, { maxLength: 12 }), (paths) => {
        const text = paths.map((parts) => parts.map((part) => areaLabel(part)).join(" / ")).join("\n");
        expect(parseAreaLines(text)).toEqual({ paths, problems: [] });
      }),
    );
  });

  it("never throws, and gives only areas that go from large to small and can be written back", () => {
    const piece = fc.constantFrom(
      "RT",
      "RW",
      " 01",
      "-",
      ":",
      ",",
      "/",
      "\n",
      "Dusun ",
      "s.d.",
      "Montong",
      "999",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 14 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const { paths } = parseAreaLines(typed);
        for (const each of paths) {
          const ranks = each.map(({ kind }) => AREA_KINDS.indexOf(kind));
          expect(ranks).toEqual([...new Set(ranks)].sort());
          for (const { name } of each) expect(name.trim()).not.toBe("");
        }
      }),
    );
  });
});

describe("areaKey and areaTree", () => {
  it("counts 1 and 001 as one RT, but not Montong 1 and Montong 01", () => {
    expect(areaKey({ kind: "rt", name: "001" })).toBe(areaKey({ kind: "rt", name: "1" }));
    expect(areaKey({ kind: "dusun", name: "MONTONG  Daye" })).toBe(
      areaKey({ kind: "dusun", name: "Montong daye" }),
    );
    expect(areaKey({ kind: "dusun", name: "Montong 1" })).not.toBe(
      areaKey({ kind: "dusun", name: "Montong 01" }),
    );
    expect(areaKey({ kind: "rt", name: "1" })).not.toBe(areaKey({ kind: "rw", name: "1" }));
  });

  it("orders by kind and number and keeps those whose parent is missing", () => {
    const row = (id: string, kind: "dusun" | "rw" | "rt", name: string, parentId: string | null = null) => ({
      id,
      kind,
      name,
      parentId,
    });
    const tree = areaTree([
      row("a", "rt", "10", "d"),
      row("b", "rt", "02", "d"),
      row("c", "rt", "03", "gone"),
      row("d", "dusun", "Montong"),
    ]);
    expect(tree.map(({ id }) => id)).toEqual(["d", "c"]);
    expect(tree[0]?.children.map(({ id }) => id)).toEqual(["b", "a"]);
  });
});
