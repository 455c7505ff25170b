/** Days for which a finished export can be fetched. */
export const EXPORT_DAYS = 7;
/** An export that takes longer than this was killed. */
export const EXPORT_LEASE_SECONDS = 600;

const LEAST_LETTERS = 16;
const LEAST_DIFFERENT = 8;

/**
 * Why a passphrase is too weak, or null. It alone guards the file, wherever it goes: guesses cost 190 ms each, and a
 * phrase of four words that do not belong together outlasts any number of them.
 * @param known names that everybody would try: the village's, its address name
 */
export function passphraseFault(
  passphrase: string,
  known: readonly string[],
): "short" | "plain" | "known" | null {
  const text = passphrase.trim().normalize("NFC").toLowerCase();
  if ([...text].length < LEAST_LETTERS) return "short";
  const rest = known.reduce((left, name) => (name ? left.replaceAll(name.toLowerCase(), "") : left), text);
  if ([...rest.replace(/[\s\d]/g, "")].length < LEAST_LETTERS / 2) return "known";
  return new Set(text).size < LEAST_DIFFERENT ? "plain" : null;
}

/** Days between asking for the end and the end: the standard, and what the Kepala Desa may choose. */
export const EXIT_DAYS = { standard: 7, least: 7, most: 30 } as const;
const DAY_MS = 86_400_000;

/** What is written down where a village wants to leave; key of its row in `settings`. */
export const EXIT_SETTING = "data.exit";
export interface ExitWish {
  accountId: string;
  name: string;
  askedAt: string;
  dueAt: string;
  /** Of the proof's address: it is told to whoever asks, since afterwards there is nobody to tell. */
  proofToken: string;
}

/** When a village that asks now is erased. */
export function exitDueAt(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString();
}

/** What an erasure took away, in the order in which a proof names it. */
export const REMOVED_NAMES: Record<string, string> = {
  databases: "basis data",
  files: "berkas",
  fileBytes: "ukuran berkas (bita)",
  backups: "cadangan",
  backupBytes: "ukuran cadangan dan catatannya (bita)",
  keys: "kunci data",
  published: "angka di perbandingan desa",
};
