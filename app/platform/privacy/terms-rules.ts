import { addDays, type Day } from "../clock.ts";
import type { TermsVersion } from "./processor-terms.ts";

/** Whoever accepted an earlier version goes on under it for so long after a new one began. */
export const TERMS_GRACE_DAYS = 30;

/**
 * Where a village stands with the terms. `renew`: a newer version waits, and until that day (not included) work goes on
 * under the earlier one. `missing`: no resident may be entered.
 */
export type TermsState = { state: "accepted" } | { state: "renew"; until: Day } | { state: "missing" };

/** The version that is asked for on a day: the latest that has begun, else the first. */
export function presentTerms(versions: readonly TermsVersion[], today: Day): TermsVersion {
  const begun = versions.filter(({ since }) => since <= today);
  const present = begun.at(-1) ?? versions[0];
  if (!present) throw new Error("no version of the terms");
  return present;
}

/** @param accepted versions that the village accepted, in any order; unknown ones count for nothing */
export function termsState(
  accepted: Iterable<string>,
  versions: readonly TermsVersion[],
  today: Day,
): TermsState {
  const present = presentTerms(versions, today);
  const known = new Set(accepted);
  if (known.has(present.version)) return { state: "accepted" };
  const earlier = versions.slice(0, versions.indexOf(present));
  const until = addDays(present.since, TERMS_GRACE_DAYS);
  return earlier.some(({ version }) => known.has(version)) && today < until
    ? { state: "renew", until }
    : { state: "missing" };
}
