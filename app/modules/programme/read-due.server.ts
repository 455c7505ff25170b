import { isNull } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { holdersStatement } from "#app/modules/accounts/list-holders.server.ts";
import { instantOf } from "#app/platform/clock.ts";
import { allReadings, reading, readTogether } from "#app/platform/read-together.ts";
import { activitySteps, programmes } from "#db/village/schema/programme.ts";
import { monthsFromMask } from "./calendar-rules.ts";
import { owesExplanation } from "./deviation-rules.ts";
import { type DueActivity, type DueThing, dueThings } from "./due-rules.ts";
import { programmeMeasures } from "./load-measures.server.ts";
import { type ActivityFacts, measureProgramme, type ProgrammeMeasures } from "./measures.ts";
import { acceptsUpdates } from "./rules.ts";
import { todayOf } from "./running-queries.server.ts";
import { effectiveState } from "./running-rules.ts";
import type { StepRow } from "./step-parts.server.ts";

export interface DueState {
  /** Is there a programme that is not closed? */
  isAnyOpen: boolean;
  things: DueThing[];
  /** When approved programmes start to run. */
  startsAt: Date[];
}

/** Reads what the running programmes of a village have on the calendar. */
export async function readDue(ctx: VillageCtx): Promise<DueState> {
  const rows = await ctx.db.select().from(programmes);
  const today = todayOf(ctx);
  const running = rows.filter((row) => acceptsUpdates(effectiveState(row, today)));
  const { measures, steps, planners } = await readTogether(ctx.db, {
    measures: allReadings(running.map(({ year }) => programmeMeasures(ctx, year, today))),
    steps: reading(
      [ctx.db.select().from(activitySteps).where(isNull(activitySteps.removedAt))],
      ([found]) => found,
    ),
    planners: reading([holdersStatement(ctx, ctx.db, "programme.plan")], ([found]) =>
      found.map((row) => row.accountId),
    ),
  });
  const things = measures
    .filter((each) => each !== null)
    .flatMap((each) => thingsOf(each, steps, planners, today));
  return {
    isAnyOpen: rows.some((row) => row.state !== "closed"),
    things,
    startsAt: rows
      .filter((row) => row.state === "approved")
      .map((row) => instantOf(ctx.tenant.timeZone, `${row.year}-01-01`)),
  };
}

function thingsOf(
  measures: ProgrammeMeasures,
  steps: readonly StepRow[],
  planners: readonly string[],
  today: string,
): DueThing[] {
  const rows = measureProgramme(measures).sections.flatMap((section) => section.rows);
  const activities = rows.map(({ id, needsDeviation }): DueActivity => {
    const facts = measures.facts.get(id) as ActivityFacts;
    const { activity, updates } = facts;
    const team = teamOf(facts);
    return {
      id,
      name: activity.name,
      months: monthsFromMask(activity.months),
      updates,
      lacksExplanation: owesExplanation({ ...facts, needsDeviation }, measures.options.year, today),
      steps: steps
        .filter((step) => step.activityId === id)
        .map((step) => ({ ...step, isDone: step.doneAt !== null })),
      team: team.length > 0 ? team : planners,
    };
  });
  return dueThings({ year: measures.options.year, owing: measures.owing, activities }, today);
}

/** Who answers for an activity and who works on it. */
function teamOf({ activity, people }: ActivityFacts): string[] {
  const ids = people.map((person) => person.id);
  return activity.responsibleAccountId ? [activity.responsibleAccountId, ...ids] : ids;
}
