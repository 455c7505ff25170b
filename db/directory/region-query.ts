import type { RegionKind } from "./region-code.ts";
import { foldSpelling, joinWords, nameWords, provinceByShortName } from "./region-name.ts";

export interface RegionQuery {
  /** Whole-name keys that were typed, the one closest to the typed letters first. */
  keys: [string, ...string[]];
  /** Code of the province whose short name was typed, else null. */
  province: string | null;
  /** Expression for MATCH on region_search. */
  match: string;
  /** Kinds that the text began with ("kab. bima"): these come first. */
  kinds: RegionKind[];
}

const KIND_WORDS = new Map<string, RegionKind[]>([
  ["provinsi", ["provinsi"]],
  ["prov", ["provinsi"]],
  ["propinsi", ["provinsi"]],
  ["kabupaten", ["kabupaten"]],
  ["kab", ["kabupaten"]],
  ["kota", ["kota"]],
  ["kotamadya", ["kota"]],
  ["administrasi", []],
  ["kecamatan", ["kecamatan"]],
  ["kec", ["kecamatan"]],
  ["desa", ["desa", "desa_adat"]],
  ["adat", []],
  ["kelurahan", ["kelurahan"]],
  ["kel", ["kelurahan"]],
  ...["gampong", "nagari", "kampung", "pekon", "tiyuh"].map((word): [string, RegionKind[]] => [
    word,
    ["desa"],
  ]),
]);
const MAX_WORDS = 12;

/**
 * Turns typed text into a query for searchRegions; null where fewer than two letters or digits were typed.
 * Words of kind ("desa", "kec.", "kota") may be missing from a name but count where they are part of it
 * ("Kota Baru"). Each other word must begin a word of the region or of one above it, joined with its
 * neighbour or not, and at least one must be the region's own.
 */
export function readRegionQuery(text: string): RegionQuery | null {
  const typed = nameWords(text).slice(0, MAX_WORDS);
  const bare = typed.filter((word) => !KIND_WORDS.has(word));
  const words = bare.length > 0 ? bare : typed;
  const full = joinWords(typed);
  const stripped = joinWords(words);
  if (stripped.length < 2) return null;
  const kinds = typed.length > 1 ? (KIND_WORDS.get(typed[0] ?? "") ?? []) : [];
  return {
    keys: full === stripped ? [full] : [full, stripped],
    province: provinceByShortName(stripped),
    match: matchOf(words, [full, stripped]),
    kinds,
  };
}

function matchOf(words: string[], keys: string[]): string {
  const wholes = anyOf(keys);
  const alternatives = words.map((word, at) => {
    const before = words[at - 1];
    const after = words[at + 1];
    const pairs = [before && before + word, after && word + after].filter((pair) => pair !== undefined);
    return [word.length > 1 ? word : undefined, ...pairs]
      .filter((part) => part !== undefined)
      .map(foldSpelling);
  });
  const asked = alternatives.filter((_, at) => (words[at]?.length ?? 0) > 1);
  if (words.length === 1 || asked.length === 0) return `{search_name} : ${wholes}`;
  return `{search_name} : ${wholes} OR ({search_name} : ${anyOf(asked.flat())} AND ${asked.map(anyOf).join(" AND ")})`;
}

function anyOf(beginnings: string[]): string {
  return `(${[...new Set(beginnings)].map((letters) => `"${letters}"*`).join(" OR ")})`;
}
