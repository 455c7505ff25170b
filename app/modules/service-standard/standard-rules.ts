/** A service of a standard as it is drafted and shown. */
export interface DraftService {
  /** Key of a kind of letter, or a UUID. */
  service: string;
  name: string;
  requirements: { text: string; mark: string }[];
  procedure: string | null;
  /** Promised working hours, a working day counting as 24; null where only words promise. */
  hours: number | null;
  timeText: string;
  /** Whole rupiah. */
  cost: number;
  officer: string;
}

/** As much of a kind of letter as a standard begins with. */
export interface KindFacts {
  key: string;
  title: string;
  requirements: readonly { text: string; mark: string }[];
  promised: { hours: number };
  chain: { review: readonly string[]; signer: "head" | "declarant" };
  isSelfService: boolean;
}

/** Times that a standard usually promises. */
export const TIMES = [
  { hours: 1, label: "Selesai di tempat" },
  { hours: 24, label: "1 hari kerja" },
  { hours: 48, label: "2 hari kerja" },
  { hours: 72, label: "3 hari kerja" },
  { hours: 120, label: "5 hari kerja" },
  { hours: 240, label: "10 hari kerja" },
] as const;

/** How promised hours are said. */
export function timeTextOf(hours: number): string {
  return TIMES.find((time) => time.hours === hours)?.label ?? `${Math.ceil(hours / 24)} hari kerja`;
}

/** What a standard says of a kind of letter before anybody has written more. */
export function serviceOfKind(kind: KindFacts, officer: string): DraftService {
  return {
    service: kind.key,
    name: kind.title,
    requirements: kind.requirements
      .filter(({ mark }) => mark !== "dicabut")
      .map(({ text, mark }) => ({ text, mark })),
    procedure: procedureOf(kind),
    hours: kind.promised.hours,
    timeText: timeTextOf(kind.promised.hours),
    cost: 0,
    officer,
  };
}

function procedureOf({ chain, isSelfService }: KindFacts): string {
  const ask = isSelfService
    ? "Minta di loket kantor desa, atau lewat akun warga dengan foto syaratnya."
    : "Minta di loket kantor desa dengan membawa syaratnya.";
  const reviewers = chain.review.map((each) => (each === "kasi" ? "Kasi" : "Sekretaris Desa"));
  const sign = chain.signer === "head" ? "ditandatangani" : "ditandatangani pemohon sendiri";
  const review = reviewers.length > 0 ? `diperiksa ${reviewers.join(" dan ")}, lalu ${sign}` : sign;
  return [
    ask,
    "Petugas memeriksa syarat dan memberi tanda terima.",
    `Surat dibuat, ${review}.`,
    "Ambil suratnya di loket.",
  ].join("\n");
}

/**
 * What a new draft holds: the services as they were adopted, and after them kinds of letter that have come since. Kinds
 * that the village no longer offers stay out.
 */
export function draftServices(
  adopted: readonly DraftService[],
  kinds: readonly KindFacts[],
  officer: string,
  isKind: (service: string) => boolean,
): DraftService[] {
  const offered = new Set(kinds.map(({ key }) => key));
  const kept = adopted.filter(({ service }) => offered.has(service) || !isKind(service));
  const known = new Set(kept.map(({ service }) => service));
  const added = kinds.filter(({ key }) => !known.has(key)).map((kind) => serviceOfKind(kind, officer));
  return [...kept, ...added];
}

/** Below this a median says more about single people than about the office. */
export const MIN_MEASURED = 5;

/** What was measured of a kind in the last year. */
export interface Measured {
  count: number;
  /** Hours within which half of the letters were signed, nights and holidays counted. */
  medianHours: number;
  /** Of a hundred that had a promised time, how many kept it; null without any. */
  onTimePercent: number | null;
}

/** Hours as people say them: `40 menit`, `3 jam`, `2 hari`. */
export function spokenHours(hours: number): string {
  if (hours < 1) return `${Math.max(1, Math.round(hours * 60))} menit`;
  if (hours < 24) return `${new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 }).format(hours)} jam`;
  return `${new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 }).format(hours / 24)} hari`;
}

/** Papers as lines to write in: one a line, `(boleh tidak ada)` after what may be missing. */
export function paperLines(requirements: readonly { text: string; mark: string }[]): string {
  return requirements.map(({ text, mark }) => (mark === "wajib" ? text : `${text} ${OPTIONAL}`)).join("\n");
}

const OPTIONAL = "(bila ada)";

/** Lines as papers. */
export function readPaperLines(text: string): { text: string; mark: string }[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) =>
      line.endsWith(OPTIONAL)
        ? { text: line.slice(0, -OPTIONAL.length).trim(), mark: "diminta" }
        : { text: line, mark: "wajib" },
    )
    .filter((paper) => paper.text !== "");
}
