import type { RegionLevel } from "./region-code.ts";

// Old and new spelling on both sides alike: Djatisari/Jatisari, Soekamadjoe/Sukamaju, Sumatra/Sumatera.
const SPELLINGS: [RegExp, string][] = [
  [/dj/g, "j"],
  [/tj/g, "c"],
  [/sj/g, "sy"],
  [/oe/g, "u"],
  [/sumatera/g, "sumatra"],
];
const MAX_TEXT = 200;

const KIND_PREFIX: Partial<Record<RegionLevel, RegExp>> = {
  1: /^(daerah khusus ibukota|daerah istimewa) /,
  2: /^(kabupaten|kota) (administrasi )?/,
  4: /^desa adat /,
};

const PROVINCE_SHORT_NAMES: Record<string, string> = {
  "12": "sumut",
  "13": "sumbar",
  "16": "sumsel",
  "19": "babel",
  "21": "kepri",
  "31": "dki",
  "32": "jabar",
  "33": "jateng",
  "34": "diy",
  "35": "jatim",
  "52": "ntb",
  "53": "ntt",
  "61": "kalbar",
  "62": "kalteng",
  "63": "kalsel",
  "64": "kaltim",
  "65": "kaltara",
  "71": "sulut",
  "72": "sulteng",
  "73": "sulsel",
  "74": "sultra",
  "76": "sulbar",
  "82": "malut",
};

/**
 * The words of a name or of typed text: lower case, without diacritics and apostrophes, split at anything that
 * is no Latin letter or digit. Text beyond 200 characters is ignored.
 */
export function nameWords(text: string): string[] {
  return text
    .slice(0, MAX_TEXT)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}'’‘ʼ`´]/gu, "")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** One spelling for old and new (dj/j, tj/c, sj/sy, oe/u); fold after joining, since pairs may meet there. */
export function foldSpelling(letters: string): string {
  return SPELLINGS.reduce((folded, [old, now]) => folded.replace(old, now), letters);
}

/** Words as one key: "Batu Layar" and "Batulayar" have the same. */
export function joinWords(words: string[]): string {
  return foldSpelling(words.join(""));
}

/**
 * What the directory indexes of a region's official name. `key` leaves out the kind ("Kabupaten Lombok Barat"
 * -> `lombokbarat`); `words` are the single words, the key and a province's usual short name, once each.
 */
export function searchTexts(code: string, level: RegionLevel, name: string): { key: string; words: string } {
  const all = nameWords(name);
  const own = all
    .join(" ")
    .replace(KIND_PREFIX[level] ?? /^$/, "")
    .split(" ");
  const key = joinWords(own);
  const short = PROVINCE_SHORT_NAMES[code];
  const words = [...all.map(foldSpelling), key, ...(short ? [short] : [])];
  return { key, words: [...new Set(words)].join(" ") };
}

/** The code of the province that people call by this short name ("ntb"), or null. */
export function provinceByShortName(key: string): string | null {
  return Object.keys(PROVINCE_SHORT_NAMES).find((code) => PROVINCE_SHORT_NAMES[code] === key) ?? null;
}
