import { type CivilDate, civilDate } from "./calendar-rules.ts";
import type { UpdateState } from "./rules.ts";

/** The first day on which a year may be closed: its last. */
export function closingDay(year: number): CivilDate {
  return civilDate(year, 12, 31);
}

export interface OpenUpdate {
  state: UpdateState;
}

export type ClosingObstacle = "too_early" | "reports_waiting" | "drafts_left";

/**
 * What keeps a year from being closed, or null. A report that waits for approval must be decided first: closed, it
 * would be lost in silence. Drafts and returned ones are left behind only where that was said.
 */
export function closingObstacle(
  { year, today, leavesDrafts }: { year: number; today: CivilDate; leavesDrafts: boolean },
  open: readonly OpenUpdate[],
): ClosingObstacle | null {
  if (today < closingDay(year)) return "too_early";
  if (open.some(({ state }) => state === "submitted")) return "reports_waiting";
  return open.length > 0 && !leavesDrafts ? "drafts_left" : null;
}
