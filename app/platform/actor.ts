/** A position that somebody holds on the day of the request. */
export interface HeldPosition {
  position: string;
  status: "definitif" | "pj" | "plt" | "plh";
  areaId: string | null;
}

/** Who does something in a village's office. Built once per request by the guard. */
export interface Actor {
  accountId: string;
  sessionId: string;
  name: string;
  isAdmin: boolean;
  positions: HeldPosition[];
  permissions: ReadonlySet<string>;
  /** After a recovery from outside the village: approves and signs nothing before this instant. */
  signingBlockedUntil: string | null;
}
