import type { Day } from "#app/platform/clock.ts";

export type CheckOutcome = "unsigned" | "valid" | "void" | "expired" | "trial";

/** As much of a letter and one of its frozen forms as it takes to say what the form is worth. */
export interface CheckedForm {
  signedAt: string | null;
  voidedAt: string | null;
  isTrial: boolean;
  validUntil: Day | null;
}

/** What a frozen form of a letter is worth today. */
export function outcomeOf(
  { signedAt, voidedAt, isTrial, validUntil }: CheckedForm,
  today: Day,
): CheckOutcome {
  if (voidedAt) return "void";
  if (!signedAt) return "unsigned";
  if (isTrial) return "trial";
  return validUntil && validUntil < today ? "expired" : "valid";
}

/** A name of which enough stands to compare it with the paper in hand: `S*** A***`. */
export function maskedName(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${[...word][0]}***`)
    .join(" ");
}
