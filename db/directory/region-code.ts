export type RegionLevel = 1 | 2 | 3 | 4;
export type RegionKind = "provinsi" | "kabupaten" | "kota" | "kecamatan" | "desa" | "kelurahan" | "desa_adat";
export type TimeZone = "WIB" | "WITA" | "WIT";

const CODE = /^[1-9]\d(?:\.\d{2}(?:\.\d{2}(?:\.[123]\d{3})?)?)?$/;
const PROVINCES: Record<TimeZone, string> = {
  WIB: "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62",
  WITA: "51 52 53 63 64 65 71 72 73 74 75 76",
  WIT: "81 82 91 92 93 94 95 96",
};
const ZONES = new Map(
  (Object.keys(PROVINCES) as TimeZone[]).flatMap((zone) =>
    PROVINCES[zone].split(" ").map((code) => [code, zone] as const),
  ),
);

const LEVELS: RegionLevel[] = [1, 2, 3, 4];
const DIGITS = { 0: 0, 1: 2, 2: 4, 3: 6, 4: 10 };

/** Tells a dotted code of any level (`52`, `52.01`, `52.01.14`, `52.01.14.2006`) from other text. */
export function isRegionCode(code: string): boolean {
  return CODE.test(code);
}

/**
 * Reads a village's code as people type it, `52.01.14.2006` or ten digits, blanks ignored.
 * Gives the dotted code, or null for anything else, a kecamatan's code too. Says nothing of its existence.
 */
export function parseRegionCode(text: string): string | null {
  const code = readCode(text);
  return code?.length === 13 ? code : null;
}

/** As parseRegionCode, but for each level; two or four digits without a dot are taken for a name, not a code. */
export function parseAnyRegionCode(text: string): string | null {
  const code = readCode(text);
  return code && (text.includes(".") || code.length >= 8) ? code : null;
}

function readCode(text: string): string | null {
  if (text.length > 40) return null;
  const typed = text.replace(/\s/g, "");
  const parts = /^(\d{2})(\d{2})?(\d{2})?(\d{4})?$/.exec(typed.replaceAll(".", ""));
  const code = parts?.slice(1).filter(Boolean).join(".") ?? "";
  return isRegionCode(code) && (typed === code || !typed.includes(".")) ? code : null;
}

/** The level of a dotted code. */
export function levelOf(code: string): RegionLevel {
  return code.split(".").length as RegionLevel;
}

/**
 * What a dotted code names. Kabupaten are numbered below 71 and kota from there; a village's last four digits
 * begin with 1 (kelurahan), 2 (desa) or 3 (desa adat): Kepmendagri 300.2.2-2430/2025.
 */
export function kindOf(code: string): RegionKind {
  const level = levelOf(code);
  if (level === 1) return "provinsi";
  if (level === 2) return Number(code.slice(3)) >= 71 ? "kota" : "kabupaten";
  if (level === 3) return "kecamatan";
  return code[9] === "1" ? "kelurahan" : code[9] === "2" ? "desa" : "desa_adat";
}

/** The dotted code of the region above, null for a province. */
export function parentOf(code: string): string | null {
  const cut = code.lastIndexOf(".");
  return cut < 0 ? null : code.slice(0, cut);
}

/** The digits of a dotted code as a number; no two codes share one, since no code begins with 0. */
export function regionNumber(code: string): number {
  return Number(code.replaceAll(".", ""));
}

/**
 * The numbers of all codes of `level` (of each level unless given) that lie below the dotted code `under`
 * (anywhere unless given), as ranges from first to last; none where no code can lie there.
 */
export function numberRanges(level?: RegionLevel, under?: string): [number, number][] {
  if (under !== undefined && !isRegionCode(under)) return [];
  const above = under === undefined ? 0 : levelOf(under);
  const levels = LEVELS.filter((each) => each > above && (level ?? each) === each);
  if (under === undefined && levels.length === LEVELS.length) return [[0, Number.MAX_SAFE_INTEGER]];
  return levels.map((each) => {
    const size = 10 ** (DIGITS[each] - DIGITS[above]);
    const from = under === undefined ? size / 10 : regionNumber(under) * size;
    return [from, under === undefined ? size - 1 : from + size - 1];
  });
}

/** Time zone of a province by the first two digits of any code in it (Keppres 41/1987); null if unknown. */
export function zoneOfProvince(code2: string): TimeZone | null {
  return ZONES.get(code2) ?? null;
}
