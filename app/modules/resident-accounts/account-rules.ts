import { STATUS } from "#app/modules/population/person-rules.ts";

/** What an account's being open hangs on: its own state, and how the register says its holder stands. */
export interface AccountFacts {
  state: "active" | "blocked" | "closed";
  /** `residents.status`; null where the register has no such person. */
  status: number | null;
}

/** May the account be used? Who has died, moved away, left or is missing has none, whatever its row says. */
export function isAccountOpen({ state, status }: AccountFacts): boolean {
  return state === "active" && status === STATUS.here;
}
