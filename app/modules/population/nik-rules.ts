import { addDays, type Day, isDay } from "#app/platform/clock.ts";

/** A doubt about a NIK or No KK. Doubts warn and say why; they never keep anybody from writing what the paper says. */
export interface NumberDoubt {
  kind:
    | "length"
    | "temporary"
    | "district"
    | "day"
    | "birth-date"
    | "sex"
    | "serial"
    | "taken"
    | "same-number";
  /** Why, and what to look at, in Indonesian. Never holds the number. */
  sentence: string;
}

/** What the NIK is held against. */
export interface NikFacts {
  birthDate: Day | null;
  sex: number | null;
}

const DIGITS = 16;
const WOMAN = 2;
/** A woman's day of birth stands in the NIK with 40 added. */
const WOMAN_DAYS = 40;

/** A number as it is stored and looked up: blanks, dots and dashes between digits are gone. */
export function normaliseNumber(text: string): string {
  return text.replace(/[\s.\-_]/g, "");
}

/** A NIK or a No KK. */
const NUMBER_FIGURES = 16;

/**
 * `5201************`: of a NIK and a No KK nothing but where they come from. What follows is the day of birth, or on which
 * the card was given, which stands beside them, and a serial that is nearly always small: its figures would give the whole
 * number away. Of other numbers both ends.
 */
export function maskNumber(number: string | null): string | null {
  if (number === null || number === "") return null;
  if (number.length === NUMBER_FIGURES) return `${number.slice(0, 4)}${"*".repeat(NUMBER_FIGURES - 4)}`;
  if (number.length <= 8) return "*".repeat(number.length);
  return `${number.slice(0, 4)}${"*".repeat(number.length - 8)}${number.slice(-4)}`;
}

/**
 * What speaks against a NIK: length, its date and sex against the record's, its serial. The region says where it was first
 * given, not where its holder lives, so it is no doubt.
 */
export function checkNik(nik: string, facts: NikFacts): NumberDoubt[] {
  const shape = checkShape(nik, "NIK");
  if (shape.length > 0) return shape;
  const rawDay = Number(nik.slice(6, 8));
  const isWoman = rawDay > WOMAN_DAYS;
  const day = isWoman ? rawDay - WOMAN_DAYS : rawDay;
  const [month, year] = [nik.slice(8, 10), nik.slice(10, 12)];
  const doubts: NumberDoubt[] = [];
  if (!isSomeDay(day, month, year))
    doubts.push({ kind: "day", sentence: "Angka ke-7 sampai ke-12 NIK bukan tanggal lahir yang mungkin." });
  else if (facts.birthDate && !matches(facts.birthDate, day, month, year))
    doubts.push({
      kind: "birth-date",
      sentence:
        "Tanggal lahir dalam NIK tidak sama dengan tanggal lahir yang diisi. Periksa keduanya pada KTP atau KK.",
    });
  if (facts.sex !== null && isWoman !== (facts.sex === WOMAN))
    doubts.push({
      kind: "sex",
      sentence: isWoman
        ? "Menurut NIK ini pemegangnya perempuan, padahal yang diisi laki-laki."
        : "Menurut NIK ini pemegangnya laki-laki, padahal yang diisi perempuan.",
    });
  return [...doubts, ...checkSerial(nik, "NIK")];
}

/** What speaks against a No KK. @param today a card can't have been given later */
export function checkKkNumber(number: string, today: Day): NumberDoubt[] {
  const shape = checkShape(number, "No. KK");
  if (shape.length > 0) return shape;
  const [day, month, year] = [Number(number.slice(6, 8)), number.slice(8, 10), number.slice(10, 12)];
  // Cards made from an old one may bear the head's own day with 40 added.
  const given = day > WOMAN_DAYS ? day - WOMAN_DAYS : day;
  const isPossible =
    isSomeDay(given, month, year) && (day > WOMAN_DAYS || !isLater(given, month, year, today));
  const doubts: NumberDoubt[] = isPossible
    ? []
    : [{ kind: "day", sentence: "Angka ke-7 sampai ke-12 No. KK bukan tanggal terbit yang mungkin." }];
  return [...doubts, ...checkSerial(number, "No. KK")];
}

/** What stands in the record about a NIK. */
export function nikStateOf(nik: string | null, facts: NikFacts): "valid" | "doubtful" | "none" {
  if (!nik) return "none";
  return checkNik(nik, facts).length === 0 ? "valid" : "doubtful";
}

function checkShape(number: string, name: string): NumberDoubt[] {
  if (!/^\d+$/.test(number))
    return [{ kind: "length", sentence: `${name} hanya berisi angka; yang diisi memuat huruf atau tanda.` }];
  if (number.length !== DIGITS)
    return [
      { kind: "length", sentence: `${name} berisi ${DIGITS} angka; yang diisi ${number.length} angka.` },
    ];
  if (number.startsWith("0"))
    return [{ kind: "temporary", sentence: `${name} tidak diawali angka 0; ini tampaknya nomor sementara.` }];
  return [];
}

function checkSerial(number: string, name: string): NumberDoubt[] {
  return number.endsWith("0000")
    ? [{ kind: "serial", sentence: `Empat angka terakhir ${name} tidak mungkin 0000.` }]
    : [];
}

/** Does the day exist in either century? */
function isSomeDay(day: number, month: string, year: string): boolean {
  const text = String(day).padStart(2, "0");
  return isDay(`19${year}-${month}-${text}`) || isDay(`20${year}-${month}-${text}`);
}

function isLater(day: number, month: string, year: string, today: Day): boolean {
  return `20${year}-${month}-${String(day).padStart(2, "0")}` > addDays(today, 1);
}

function matches(birthDate: Day, day: number, month: string, year: string): boolean {
  return birthDate.slice(2) === `${year}-${month}-${String(day).padStart(2, "0")}`;
}

/** What to say once a NIK was written: the first doubt about it, `null` where nothing speaks against it. */
export function sayDoubt(nik: string | null, facts: NikFacts): string | "none" | null {
  if (!nik) return "none";
  return checkNik(normaliseNumber(nik), facts)[0]?.sentence ?? null;
}
