/** A resident who is signed in to his own account. Built once per request by the guard. */
export interface Resident {
  accountId: string;
  sessionId: string;
  /** His row in the register. */
  residentId: string;
  name: string;
}

/** What audit and access log call him: his name stands in the register, where it may be erased. */
export const RESIDENT_ACTOR = "Warga";
