import { after } from "./trial-rules.ts";

/** Within this many days a village may object to an accepted contest, before all that it has is erased. */
export const OBJECTION_DAYS = { unverified: 7, verified: 30 } as const;
/** The winner of a contest may sign up this long after the former village is gone. */
export const TICKET_DAYS = 60;
/** A contest's letter and phone are kept this long after the decision. */
export const CLAIM_KEPT_DAYS = 180;
/** Tries to match the kabupaten's list that a village has in a day. */
export const LIST_TRIES_A_DAY = 5;
/** Contests that one network may file in an hour, and that one village may get in a day. */
export const CONTESTS_AN_HOUR = 5;
export const CONTESTS_A_DAY = 20;

export interface ClaimFacts {
  kind: "verification" | "contest";
  regionCode: string;
}

/**
 * Who decides over a claim: people of the kabupaten and operators; over a contest of a verified village, which the
 * kabupaten itself may have verified, operators alone.
 */
export function isForOperatorsOnly(
  claim: Pick<ClaimFacts, "kind">,
  village: { trust: string } | null,
): boolean {
  return claim.kind === "contest" && village?.trust === "verified";
}

/** When a contested village is erased, if nobody objects. */
export function contestErasesAt(village: { trust: "verified" | "unverified" }, acceptedAt: Date): string {
  return after(acceptedAt, OBJECTION_DAYS[village.trust]);
}

/** When the winner's ticket ends: it works once the former village is gone. */
export function ticketExpiry(erasesAt: string): string {
  return after(new Date(erasesAt), TICKET_DAYS);
}

/** Region code of the kabupaten or kota in which a village lies: `52.01` of `52.01.14.2006`. */
export function regencyOf(regionCode: string): string {
  return regionCode.slice(0, 5);
}

/** What a person reads out to name a claim: the last eight letters of its id. */
export function claimNumber(id: string): string {
  return id.replaceAll("-", "").slice(-8).toUpperCase();
}

/** In a letter's address where a reply's id could stand: the claim's own letter. */
export const OWN_LETTER = "permintaan";
