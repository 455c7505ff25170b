/** A civil date as it is stored: `2026-11-24`. */
export type CivilDate = string;
/** The three zones of Indonesia, which know no summer time. */
export type ZoneName = "WIB" | "WITA" | "WIT";

export const MONTHS = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
] as const;
export const MONTHS_SHORT = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "Mei",
  "Jun",
  "Jul",
  "Agu",
  "Sep",
  "Okt",
  "Nov",
  "Des",
] as const;
export const DAYS = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"] as const;

const ZONE_HOURS: Record<ZoneName, number> = { WIB: 7, WITA: 8, WIT: 9 };
const HOUR_MS = 3_600_000;
const EN_DASH = "\u2013";

type DateParts = { year: number; month: number; day: number };

function parseCivilDate(date: CivilDate): DateParts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) throw new RangeError(`not a civil date: ${date}`);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const check = new Date(Date.UTC(year, month - 1, day));
  if (check.getUTCMonth() !== month - 1 || check.getUTCDate() !== day)
    throw new RangeError(`no such day: ${date}`);
  return { year, month, day };
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}

/** Full Indonesian name of month 1-12. Throws RangeError outside. */
export function monthName(month: number): string {
  const name = MONTHS[month - 1];
  if (!name) throw new RangeError(`no such month: ${month}`);
  return name;
}

/** `2026-11-24` -> `24 November 2026`. Throws RangeError for anything that is not a real day. */
export function formatDate(date: CivilDate): string {
  const { year, month, day } = parseCivilDate(date);
  return `${day} ${monthName(month)} ${year}`;
}

/** `2026-11-24` -> `24 Nov 2026`, for narrow columns. */
export function formatDateShort(date: CivilDate): string {
  const { year, month, day } = parseCivilDate(date);
  return `${day} ${MONTHS_SHORT[month - 1]} ${year}`;
}

/** `2026-11-24` -> `Selasa, 24 November 2026`. */
export function formatDateWithDay(date: CivilDate): string {
  const { year, month, day } = parseCivilDate(date);
  return `${DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]}, ${formatDate(date)}`;
}

function zoned(at: Date | number, zone: ZoneName): Date {
  const ms = typeof at === "number" ? at : at.getTime();
  if (!Number.isFinite(ms)) throw new RangeError("not an instant");
  return new Date(ms + ZONE_HOURS[zone] * HOUR_MS);
}

/** The civil date that an instant (Date or epoch milliseconds) falls on in a zone. */
export function civilDateIn(at: Date | number, zone: ZoneName): CivilDate {
  return zoned(at, zone).toISOString().slice(0, 10);
}

/** An instant (Date or epoch milliseconds) -> `08.30 WITA`. */
export function formatTime(at: Date | number, zone: ZoneName): string {
  const local = zoned(at, zone);
  return `${two(local.getUTCHours())}.${two(local.getUTCMinutes())} ${zone}`;
}

/** An instant (Date or epoch milliseconds) -> `24 November 2026 pukul 08.30 WITA`. */
export function formatDateTime(at: Date | number, zone: ZoneName): string {
  return `${formatDate(civilDateIn(at, zone))} pukul ${formatTime(at, zone)}`;
}

/**
 * A number with dots for thousands and a decimal comma, rounded half away from zero to at most `decimals`
 * places, without trailing zeros: `1234.5` -> `1.234,5`.
 */
export function formatNumber(value: number | bigint, decimals = 2): string {
  if (typeof value === "bigint") return signed(value < 0n, group(String(value < 0n ? -value : value)));
  if (!Number.isFinite(value)) throw new RangeError(`not a number: ${value}`);
  const [whole = "0", fraction = ""] = decimalDigits(Math.abs(value), decimals).split(".");
  const shown = fraction.replace(/0+$/, "");
  const text = shown ? `${group(whole)},${shown}` : group(whole);
  return signed(value < 0 && text !== "0", text);
}

function decimalDigits(value: number, decimals: number): string {
  if (value >= 1e21) return BigInt(value).toString();
  const rounded = Number(`${Math.round(Number(`${plain(value)}e${decimals}`))}e-${decimals}`);
  return rounded.toFixed(decimals);
}

// Binary noise (28.349999999999998) is taken for what it means, as the reports on paper do. `1e-7` cannot take another
// exponent, and is nothing at the few places that are shown.
function plain(value: number): string {
  const text = String(Number.isInteger(value) ? value : Number(value.toPrecision(15)));
  return text.includes("e") ? value.toFixed(10) : text;
}

function group(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ".");
}

function signed(negative: boolean, text: string): string {
  return negative ? `-${text}` : text;
}

/** Whole rupiah -> `Rp1.250.000` (no space); negative `-Rp1.250.000`. Fractions are rounded. */
export function formatMoney(rupiah: number | bigint): string {
  const text = formatNumber(rupiah, 0);
  return text.startsWith("-") ? `-Rp${text.slice(1)}` : `Rp${text}`;
}

const LARGE_SUMS = [
  { unit: 1e12, word: "triliun" },
  { unit: 1e9, word: "miliar" },
  { unit: 1e6, word: "juta" },
];

/** Rupiah for tiles and charts: `Rp12,5 juta`, `Rp1,2 miliar`; below a million the full amount. */
export function formatMoneyShort(rupiah: number): string {
  const size = Math.abs(rupiah);
  // What rounds up to 1 of a unit is said in that unit: never `Rp1.000 juta`.
  const step = size >= 1e6 ? LARGE_SUMS.find(({ unit }) => size >= unit * 0.99995) : undefined;
  if (!step) return formatMoney(rupiah);
  return `${signed(rupiah < 0, `Rp${formatNumber(size / step.unit, 1)}`)} ${step.word}`;
}

/** Percent points (87.5, not 0.875) -> `87,5%`. */
export function formatPercent(percent: number, decimals = 1): string {
  return `${formatNumber(percent, decimals)}%`;
}

/** Months 1-12 in any order -> `Januari–Maret, Juli`; an empty list gives an empty text. */
export function formatMonths(months: readonly number[]): string {
  const sorted = [...new Set(months)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const month of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === month - 1) last[1] = month;
    else runs.push([month, month]);
  }
  return runs
    .map(([from, to]) => (from === to ? monthName(from) : monthName(from) + EN_DASH + monthName(to)))
    .join(", ");
}

/** Days from today to a due date -> `3 hari lagi`, `hari ini`, `terlambat 2 hari`. */
export function formatDueIn(days: number): string {
  if (days === 0) return "hari ini";
  return days > 0 ? `${formatNumber(days)} hari lagi` : `terlambat ${formatNumber(-days)} hari`;
}

/** Bytes -> `350 KB`, `1,2 MB`, `1,8 GB` (1 KB = 1.024 bytes). */
export function formatFileSize(bytes: number): string {
  if (bytes < 1024) return `${formatNumber(bytes)} byte`;
  const kilobytes = Math.round(bytes / 1024);
  if (kilobytes < 1024) return `${formatNumber(kilobytes)} KB`;
  const megabytes = bytes / 1024 ** 2;
  if (megabytes < 1024) return `${formatNumber(megabytes, 1)} MB`;
  return `${formatNumber(bytes / 1024 ** 3, 1)} GB`;
}
