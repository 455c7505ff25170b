const DAY_MILLIS = 86_400_000;

/** Days that a village has until somebody must have verified it, unless TRIAL_DAYS says otherwise. */
export const DEFAULT_TRIAL_DAYS = 60;

/** Stands on every page of a paper that a village issues before it is verified. */
export const TRIAL_MARK = "UJI COBA - TIDAK BERLAKU";

/** Who issues a paper: its village, of which only this counts. */
export interface Issuer {
  isVerified: boolean;
}

/** What must stand on each page of an issuer's papers, or null. */
export function trialMark({ isVerified }: Issuer): string | null {
  return isVerified ? null : TRIAL_MARK;
}

/** May the village give accounts to its residents? Nobody has checked who stands behind a trial village. */
export function mayHoldResidentAccounts(tenant: Issuer & { isSuspended: boolean }): boolean {
  return tenant.isVerified && !tenant.isSuspended;
}

/** When the trial of a village that signs up now ends, ISO 8601. */
export function trialEnd(now: Date, days = DEFAULT_TRIAL_DAYS): string {
  return new Date(now.getTime() + days * DAY_MILLIS).toISOString();
}

/** Begun days until the end of a trial; 0 once it is over, null where there is none. */
export function trialDaysLeft(trialEndsAt: string | null, now: Date): number | null {
  if (trialEndsAt === null) return null;
  return Math.max(0, Math.ceil((Date.parse(trialEndsAt) - now.getTime()) / DAY_MILLIS));
}
