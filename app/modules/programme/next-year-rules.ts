import { type CivilDate, civilDate } from "./calendar-rules.ts";
import { canEditProgramme, type ProgrammeState } from "./rules.ts";

/** Plans that were approved: what came of them can be carried on. */
const CARRIED_STATES: readonly ProgrammeState[] = ["approved", "running", "closed"];

export function canCarryOn(state: ProgrammeState): boolean {
  return CARRIED_STATES.includes(state);
}

/**
 * The newest approved year that has begun and whose following year has no programme yet, or one that is still planned;
 * null where there is none.
 */
export function yearToCarryOn(
  programmes: readonly { year: number; state: ProgrammeState }[],
  thisYear: number,
): number | null {
  const taken = new Set(programmes.filter(({ state }) => !canEditProgramme(state)).map(({ year }) => year));
  const open = programmes.filter(
    ({ year, state }) => year <= thisYear && canCarryOn(state) && !taken.has(year + 1),
  );
  return open.reduce<number | null>(
    (newest, { year }) => (newest === null || year > newest ? year : newest),
    null,
  );
}

/** An activity that stands in the year into which others are carried. */
export interface StandingActivity {
  continuesId: string | null;
  templateKey: string | null;
}

/** Does the following year have this activity already: carried before, or taken from the same template? */
export function standsIn(
  activity: { id: string; templateKey: string | null },
  standing: readonly StandingActivity[],
): boolean {
  return standing.some(
    ({ continuesId, templateKey }) =>
      continuesId === activity.id || (templateKey !== null && templateKey === activity.templateKey),
  );
}

/**
 * Where next year starts from. An indicator that counts its latest value goes on from it; one that is added up starts
 * the year anew with the baseline that it had.
 */
export function nextBaseline(
  indicator: { isCumulative: boolean; baseline: number | null },
  realised: number | null,
): number | null {
  return indicator.isCumulative ? indicator.baseline : (realised ?? indicator.baseline);
}

/** Does what ends on `endsOn` (the first day without it) end within the year? */
export function endsWithin(endsOn: CivilDate, year: number): boolean {
  return endsOn > civilDate(year, 1, 1) && endsOn <= civilDate(year + 1, 1, 1);
}
