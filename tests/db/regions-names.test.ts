import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  kindOf,
  numberRanges,
  parentOf,
  parseAnyRegionCode,
  parseRegionCode,
  zoneOfProvince,
} from "#db/directory/region-code.ts";
import { foldSpelling, joinWords, nameWords, searchTexts } from "#db/directory/region-name.ts";
import { readRegionQuery } from "#db/directory/region-query.ts";
import { readOfficialRegions } from "#scripts/load-regions.ts";

const digits = (length: number, first: string) =>
  fc
    .tuple(fc.constantFrom(...first), fc.stringMatching(new RegExp(`^\\d{${length - 1}}$`)))
    .map((d) => d.join(""));
const villageCode = fc
  .tuple(digits(2, "123456789"), digits(2, "01234567"), digits(2, "0123"), digits(4, "123"))
  .map((parts) => parts.join("."));

describe("region codes", () => {
  it("are read dotted, as ten digits and with blanks", () => {
    fc.assert(
      fc.property(villageCode, (code) => {
        expect(parseRegionCode(code)).toBe(code);
        expect(parseRegionCode(` ${code.replaceAll(".", "")}\n`)).toBe(code);
        expect(parseRegionCode(code.replaceAll(".", " "))).toBe(code);
      }),
    );
  });

  it.each([
    "",
    "52.01.14",
    "520114",
    "52.01.14.200",
    "52.01.14.20066",
    "52.01.14.4001",
    "02.01.14.2006",
    "5201.142006",
    "5201142006x",
    "٥٢٠١١٤٢٠٠٦",
  ])("refuses %j as a village's code", (text) => expect(parseRegionCode(text)).toBeNull());

  it("reads a code of any level but leaves bare short numbers to the names", () => {
    expect(["52.01", "52.01.14", "520114", "5201142006"].map(parseAnyRegionCode)).toEqual([
      "52.01",
      "52.01.14",
      "52.01.14",
      "52.01.14.2006",
    ]);
    expect(["52", "5201", "52-01", "1.2"].map(parseAnyRegionCode)).toEqual([null, null, null, null]);
  });

  it("tells what each official code names and what lies above it", async () => {
    const list = await readOfficialRegions();
    for (const { code, name } of list) {
      const kind = kindOf(code);
      expect(name.startsWith("Kabupaten ") && code.length === 5, code).toBe(kind === "kabupaten");
      expect(name.startsWith("Desa Adat "), code).toBe(kind === "desa_adat");
    }
    const known = new Set(list.map(({ code }) => code));
    expect(list.filter(({ code }) => !known.has(parentOf(code) ?? "") && parentOf(code) !== null)).toEqual(
      [],
    );
  });

  it("gives the numbers below a region by level", () => {
    expect(numberRanges(4, "52.01")).toEqual([[5201_000000, 5201_999999]]);
    expect(numberRanges(undefined, "52.01")).toEqual([
      [520100, 520199],
      [5201000000, 5201999999],
    ]);
    expect(numberRanges(2)).toEqual([[1000, 9999]]);
    expect(numberRanges(2, "52.01")).toEqual([]);
    expect(numberRanges(4, "52.01' OR 1")).toEqual([]);
  });

  it("gives each of the 38 provinces its zone", async () => {
    const provinces = (await readOfficialRegions()).filter(({ code }) => code.length === 2);
    const zones = provinces.map(({ code }) => zoneOfProvince(code));
    expect(["WIB", "WITA", "WIT", null].map((zone) => zones.filter((each) => each === zone).length)).toEqual([
      18, 12, 8, 0,
    ]);
    expect(["11", "36", "61", "62", "51", "63", "65", "76", "81", "96"].map(zoneOfProvince)).toEqual([
      "WIB",
      "WIB",
      "WIB",
      "WIB",
      "WITA",
      "WITA",
      "WITA",
      "WITA",
      "WIT",
      "WIT",
    ]);
    expect(zoneOfProvince("99")).toBeNull();
  });
});

describe("region names", () => {
  it("have one key however they are spaced, marked and cased", () => {
    const words = fc.array(fc.stringMatching(/^[a-z0-9]{1,9}$/), { minLength: 1, maxLength: 5 });
    const gap = fc.constantFrom(" ", "-", "", "  ", " - ", "'", "/", ".");
    fc.assert(
      fc.property(words, gap, (name, between) => {
        expect(joinWords(nameWords(name.join(between).toUpperCase()))).toBe(joinWords(name));
      }),
    );
  });

  it.each([
    ["Djatisari", "Jatisari"],
    ["Soekamadjoe", "Sukamaju"],
    ["Tjiandjoer", "Cianjur"],
    ["Sjafei", "Syafei"],
    ["Sumatra Utara", "Sumatera Utara"],
    ["Regapu’u", "Regapuu"],
    ["Désa Bëru", "desa beru"],
  ])("take %s for %s", (one, other) => expect(joinWords(nameWords(one))).toBe(joinWords(nameWords(other))));

  it("leave the kind out of the key but not out of the words", () => {
    expect(searchTexts("52.01", 2, "Kabupaten Lombok Barat")).toEqual({
      key: "lombokbarat",
      words: "kabupaten lombok barat lombokbarat",
    });
    expect(searchTexts("31.71", 2, "Kota Administrasi Jakarta Pusat").key).toBe("jakartapusat");
    expect(searchTexts("31", 1, "Daerah Khusus Ibukota Jakarta").key).toBe("jakarta");
    expect(searchTexts("33.10.25.1002", 4, "Kabupaten").key).toBe("kabupaten");
    expect(searchTexts("11.71.02.2005", 4, "Kota Baru").key).toBe("kotabaru");
  });
});

describe("a typed region", () => {
  it("is known by its kind where the text begins with one", () => {
    expect(readRegionQuery("kab. Bima")).toMatchObject({ keys: ["kabbima", "bima"], kinds: ["kabupaten"] });
    expect(readRegionQuery("Desa Senggigi, Kec. Batu Layar")?.keys).toEqual([
      foldSpelling("desasenggigikecbatulayar"),
      "senggigibatulayar",
    ]);
    expect(readRegionQuery("kota")).toMatchObject({ keys: ["kota"], kinds: [] });
  });

  it("needs two letters or digits", () => {
    expect(["", "a", " ' ", "🙂", "村"].map(readRegionQuery)).toEqual([null, null, null, null, null]);
  });

  it("becomes a match of quoted letters and digits, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        const match = readRegionQuery(text)?.match ?? "";
        expect(match.replace(/"[a-z0-9]+"\*|\{search_name\} :| AND | OR |[() ]/g, "")).toBe("");
      }),
    );
  });
});
