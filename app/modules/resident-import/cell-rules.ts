import { type CodeListKey, codeFrom } from "#app/modules/population/code-lists.ts";
import { type Day, isDay } from "#app/platform/clock.ts";

/** Spellings that stand in OpenSID's own files besides those of the code lists. */
const OTHER_SPELLINGS: Partial<Record<CodeListKey, Record<string, number>>> = {
  bloodType: { "TDK TH": 13, "TDK TAHU": 13 },
  status: { "PINDAH DALAM NEGERI": 3, "PINDAH LUAR NEGERI": 3, "PINDAH DALAM/LUAR NEGERI": 3, TETAP: 1 },
  contraception: { "TIDAK MENGGUNAKAN KB": 100, "TIDAK KB": 100 },
};

/** Is there nothing in the cell, as sheets write it? `-` and `0` stand for nothing in OpenSID's. */
export function isBlank(text: string): boolean {
  return /^(-+|0+|null|\.)?$/i.test(text.trim());
}

/** What a coded cell means; null where it means nothing of its list. */
export function codeOf(list: CodeListKey, text: string): number | null {
  const plain = text.toUpperCase().replace(/\s+/g, " ").trim();
  return (
    codeFrom(list, /^\d{1,3}[.,]0$/.test(plain) ? plain.slice(0, -2) : plain) ??
    OTHER_SPELLINGS[list]?.[plain] ??
    null
  );
}

/** The exporting OpenSID writes the nationality into `ktp_el` and `status_rekam`. */
export function isNationality(text: string): boolean {
  return /^(wni|wna|dua kewarganegaraan)$/i.test(text.trim());
}

/** Excel shows a number of more than fifteen digits so; its last digits are gone, in the file, too. */
export function hasLostDigits(text: string): boolean {
  return /^\d([.,]\d+)?e\+?\d{1,2}$/i.test(text.trim());
}

/** A number on a paper: digits alone, an apostrophe before them (Excel's mark for text) and blanks are gone. */
export function digitsOf(text: string): string {
  return text
    .replace(/^['’`]/, "")
    .replace(/[\s.\-_]/g, "")
    .replace(/,0+$/, "");
}

const MONTHS = new Map(
  "jan januari january|feb februari february|mar maret march|apr april|mei may|jun juni june|jul juli july|agu agt ags agustus aug august|sep sept september|okt oktober oct october|nov nopember november|des desember dec december"
    .split("|")
    .flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);
/** Excel's days from 1900 to 2100. */
const SERIAL = { least: 1, most: 73_050 };

/**
 * A day as sheets write it: `31-12-1990`, `31/12/1990`, `1990-12-31`, with or without a time, `31 Desember 1990`, or
 * Excel's number of the day.
 * @returns null where it is none; `0000-00-00` and the like are none either
 */
export function dayOf(text: string): Day | null {
  const plain = text.trim().replace(/[ T]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?Z?$/, "");
  const european = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(plain);
  if (european) return dayFrom(european[3], european[2], european[1]);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  if (iso) return dayFrom(iso[1], iso[2], iso[3]);
  const written = /^(\d{1,2})[-\s]([a-z]{3,9})[-\s](\d{4})$/i.exec(plain);
  if (written)
    return dayFrom(written[3], String(MONTHS.get((written[2] ?? "").toLowerCase()) ?? 0), written[1]);
  return /^\d{1,5}(,\d+)?$/.test(plain) ? serialDay(Number.parseInt(plain, 10)) : null;
}

function dayFrom(year = "", month = "", day = ""): Day | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(text) && year >= "1850" ? text : null;
}

/** Excel counts 29 February 1900, which never was; days before it are one later. */
function serialDay(serial: number): Day | null {
  if (serial < SERIAL.least || serial > SERIAL.most) return null;
  const days = serial < 60 ? serial + 1 : serial;
  return new Date((days - 25_569) * 86_400_000).toISOString().slice(0, 10);
}

/** A latitude or longitude in degrees; null where it is none. */
export function degreesOf(text: string, most: number): number | null {
  const plain = text.trim().replace(",", ".");
  if (!/^-?\d{1,3}(\.\d{1,20})?$/.test(plain)) return null;
  const value = Number(plain);
  return Math.abs(value) <= most ? value : null;
}

const HAMLET_WORD = /^(dusun|dsn\.?|dukuh|lingkungan|banjar|jorong|padukuhan)\s+(?=\S)/i;

/** A name in capitals throughout as people write it; any other as it stands. */
function readable(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name
    .toLowerCase()
    .replace(/(^|[\s.\-/(])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase());
}

/** A dusun's name without the word before it; RW and RT as two digits or as written. Null where there is none. */
export function areaOf(kind: "hamlet" | "rw" | "rt", text: string): string | null {
  const plain = text.replace(/\s+/g, " ").trim();
  if (isBlank(plain)) return null;
  if (kind === "hamlet") return readable(plain.replace(HAMLET_WORD, ""));
  const bare = plain.replace(/^(rw|rt)[\s.:]*/i, "");
  if (isBlank(bare)) return null;
  return /^\d{1,3}$/.test(bare) ? String(Number(bare)).padStart(2, "0") : bare.toUpperCase();
}

const DAY_AT_END =
  /^(.*?)[\s,;:/.-]*(\d{1,2}[-/. ]\d{1,2}[-/. ]\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-\s]\p{L}{3,9}[-\s]\d{4})$/u;

/** The parts of a column that holds several things: `Sesela, 12-02-1988`; `Montong RT 01 RW 02`, `Montong/01`, `001/002`. */
export function partsOf(key: string, text: string): Record<string, string> {
  const plain = text.replace(/\s+/g, " ").trim();
  return key === "birth" ? birthParts(plain) : areaParts(plain);
}

/** What has digits but no day at its end is given as the day, so that it is refused as one. */
function birthParts(text: string): Record<string, string> {
  const [, place = "", day = ""] = DAY_AT_END.exec(text) ?? [];
  if (day !== "") return place === "" ? { birthDate: day } : { birthPlace: place, birthDate: day };
  return /\d/.test(text) ? { birthDate: text } : { birthPlace: text };
}

/** Numbers without a word are RT and RW in this order, as identity cards write them. */
function areaParts(text: string): Record<string, string> {
  const parts: Record<string, string> = {};
  const rest = text.replace(/\b(rt|rw)\b[\s.:]*(\d{1,3})\b/gi, (_, word: string, number: string) => {
    parts[word.toLowerCase()] = number;
    return "/";
  });
  const others = rest.split(/[/,;|]|\s-\s/).map((part) => part.trim());
  for (const part of others.filter((each) => /^\d{1,3}$/.test(each))) {
    if (parts.rt === undefined) parts.rt = part;
    else parts.rw ??= part;
  }
  const name = others.find((part) => /\p{L}/u.test(part) && !/^r[tw]$/i.test(part));
  return name === undefined ? parts : { hamlet: name, ...parts };
}
