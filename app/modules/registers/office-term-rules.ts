import { addDays, type Day } from "#app/platform/clock.ts";

/** Years of office of a Kepala Desa (UU 3/2024, Ps. 39). */
const HEAD_YEARS = 8;
/** At this age officials below the head go (UU 6/2014, Ps. 53). */
const OFFICIAL_AGE = 60;

/** Positions of village government that A.4 lists, in their order. Those of RT, RW, BPD and operators are none. */
export const OFFICIAL_POSITIONS = [
  "kepala-desa",
  "sekretaris-desa",
  "kasi-pemerintahan",
  "kasi-kesejahteraan",
  "kasi-pelayanan",
  "kaur-umum",
  "kaur-keuangan",
  "kaur-perencanaan",
  "kepala-dusun",
] as const;
export type OfficialPosition = (typeof OFFICIAL_POSITIONS)[number];

export interface OfficeFacts {
  position: string;
  /** Null of people of the time before Balai: they count as appointed for good. */
  status: string | null;
  appointedOn: Day;
  birthDate: Day | null;
  /** First day on which he is not in office any more. */
  endsOn: Day | null;
}

/**
 * The first day after somebody's term of office by law, whether or not he is dismissed by then; null where the law sets
 * none or the day of birth is not known. Acting officials have none.
 */
export function lawfulEnd({ position, status, appointedOn, birthDate }: OfficeFacts): Day | null {
  if (status !== null && status !== "definitif") return null;
  if (position === "kepala-desa") return afterYears(appointedOn, HEAD_YEARS);
  const isOfficial = (OFFICIAL_POSITIONS as readonly string[]).includes(position);
  return isOfficial && birthDate ? afterYears(birthDate, OFFICIAL_AGE) : null;
}

/** The same day so many years later; of 29 February the first day after it where the year has none. */
export function afterYears(day: Day, years: number): Day {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, "0");
  const moved = `${year}${day.slice(4)}`;
  return day.endsWith("02-29") && new Date(`${moved}T00:00:00Z`).getUTCDate() !== 29
    ? `${year}-03-01`
    : moved;
}

/** Is somebody in office on a day? */
export function isInOffice({ appointedOn, endsOn }: Pick<OfficeFacts, "appointedOn" | "endsOn">, day: Day) {
  return appointedOn <= day && (endsOn === null || endsOn > day);
}

/** Does his term by law end within half a year of a day, or is it over already? */
export function endsSoon(facts: OfficeFacts, day: Day): boolean {
  const end = lawfulEnd(facts);
  return end !== null && isInOffice(facts, day) && end <= addDays(day, 183);
}

/** A post that nobody holds. */
export interface Vacancy {
  position: OfficialPosition;
  areaId: string | null;
}

/**
 * Posts without a holder on a day: those of the office, and that of each dusun. A village may do with two Kasi and two
 * Kaur (Permendagri 84/2015), so the third of each is no vacancy.
 * @param holders who is in office on the day
 */
export function vacanciesOn(
  holders: readonly { position: string; areaId: string | null }[],
  hamletIds: readonly string[],
): Vacancy[] {
  const isHeld = (position: string) => holders.some((holder) => holder.position === position);
  const empty = OFFICIAL_POSITIONS.filter((position) => position !== "kepala-dusun" && !isHeld(position));
  const ofKind = (kind: string) => empty.filter((position) => position.startsWith(kind));
  const needed = empty.filter(
    (position) =>
      !(position.startsWith("kasi-") && ofKind("kasi-").length === 1) &&
      !(position.startsWith("kaur-") && ofKind("kaur-").length === 1),
  );
  const hamlets = hamletIds.filter(
    (areaId) => !holders.some((holder) => holder.position === "kepala-dusun" && holder.areaId === areaId),
  );
  return [
    ...needed.map((position) => ({ position, areaId: null })),
    ...hamlets.map((areaId) => ({ position: "kepala-dusun" as const, areaId })),
  ];
}
