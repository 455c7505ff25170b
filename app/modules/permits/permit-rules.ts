/** What people ask to use or to do: the first five the village decides itself, the last two it recommends upwards. */
export const PERMIT_KINDS = [
  "hall",
  "field",
  "road",
  "village-land",
  "research",
  "recommendation-police",
  "recommendation-camat",
] as const;
export type PermitKind = (typeof PERMIT_KINDS)[number];

/** Kinds that ask for a place of the village. */
export const PLACE_KINDS = ["hall", "field", "road", "village-land"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export function isPlaceKind(kind: string): kind is PlaceKind {
  return (PLACE_KINDS as readonly string[]).includes(kind);
}

/** Is it decided elsewhere, so that the village only recommends it? */
export function isRecommendation(kind: PermitKind): boolean {
  return kind === "recommendation-police" || kind === "recommendation-camat";
}

export type PermitState =
  | "asked"
  | "granted"
  | "refused"
  | "in-use"
  | "returned"
  | "closed"
  | "cancelled"
  | "handed-over"
  | "answered";

/** What may be done to a permit. */
export type PermitAction =
  | "change"
  | "consent"
  | "grant"
  | "refuse"
  | "pay"
  | "open"
  | "return"
  | "refund"
  | "hand-over"
  | "answer"
  | "cancel";

/** What of a permit its possible actions depend on. */
export interface PermitStand {
  kind: PermitKind;
  state: PermitState;
  deposit: number;
  depositPaidOn: string | null;
  depositReturnedOn: string | null;
}

/** Is an action possible as a permit stands? */
export function isPossible(action: PermitAction, permit: PermitStand): boolean {
  const { kind, state, deposit, depositPaidOn, depositReturnedOn } = permit;
  const recommends = isRecommendation(kind);
  const holdsDeposit = depositPaidOn !== null && depositReturnedOn === null;
  switch (action) {
    case "change":
    case "consent":
    case "grant":
    case "refuse":
      return state === "asked";
    case "pay":
      return deposit > 0 && depositPaidOn === null && (state === "granted" || state === "in-use");
    case "open":
      return isPlaceKind(kind) && state === "granted";
    case "return":
      return !recommends && (state === "granted" || state === "in-use");
    case "refund":
      return holdsDeposit && (state === "returned" || state === "cancelled");
    case "hand-over":
      return recommends && state === "granted";
    case "answer":
      return recommends && state === "handed-over";
    case "cancel":
      return state === "asked" || state === "granted";
  }
}

/** A time that a place is taken: from is inside, until is outside; local times, `2026-11-24T09:00`. */
export interface Span {
  fromAt: string;
  untilAt: string;
}

/** Do two spans share a moment? One that begins as the other ends does not clash. */
export function overlaps(a: Span, b: Span): boolean {
  return a.fromAt < b.untilAt && b.fromAt < a.untilAt;
}

/** States in which a permit keeps its place for itself. */
export const OCCUPYING = ["granted", "in-use"] as const satisfies readonly PermitState[];

/**
 * Does granting need a reason? Where neighbours must agree and nobody was asked, or one said no.
 */
export function lacksConsent(
  permit: { needsConsent: boolean },
  consents: readonly { agrees: boolean }[],
): boolean {
  return permit.needsConsent && (consents.length === 0 || consents.some(({ agrees }) => !agrees));
}

/** Kinds for which neighbours are asked unless the village says otherwise. */
export const CONSENT_STANDARD: readonly PermitKind[] = ["road", "recommendation-police"];
/** Setting: the kinds for which neighbours must be asked. */
export const CONSENT_KEY = "permits.consent";

/** The kinds that a stored setting names; the standard where nothing usable is stored. */
export function consentKinds(stored: unknown): readonly PermitKind[] {
  if (!Array.isArray(stored)) return CONSENT_STANDARD;
  return PERMIT_KINDS.filter((kind) => stored.includes(kind));
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** Number on the paper, from the village's book of permits: `12/IZIN/XI/2026`. @param day on which it was asked for */
export function numberText({ number, year }: { number: number; year: number }, day: string): string {
  return `${number}/IZIN/${ROMAN[Number(day.slice(5, 7)) - 1]}/${year}`;
}

/** Days of a month that a span touches, `2026-11-24`; until is outside. */
export function daysOf({ fromAt, untilAt }: Span, month: string): string[] {
  const days: string[] = [];
  const count = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
  for (let day = 1; day <= count; day++) {
    const date = `${month}-${String(day).padStart(2, "0")}`;
    const next = `${month}-${String(day).padStart(2, "0")}T24:00`;
    if (overlaps({ fromAt, untilAt }, { fromAt: `${date}T00:00`, untilAt: next })) days.push(date);
  }
  return days;
}

/** `2026-11` before or after another. */
export function shiftMonth(month: string, by: number): string {
  const date = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1 + by, 1));
  return date.toISOString().slice(0, 7);
}
