import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError, NotFoundError } from "#app/platform/errors.ts";
import { tell } from "#app/platform/inbox.ts";
import type { VillageTx } from "#db/open.ts";
import { activitySteps } from "#db/village/schema/programme.ts";
import { type ActivityRow, getActivity, type ProgrammeRow } from "./queries.server.ts";
import { requireOpen } from "./running-queries.server.ts";
import { isStepDayOutside } from "./running-rules.ts";
import { INBOX, RUNNING_ERRORS } from "./running-words.ts";

export type StepRow = typeof activitySteps.$inferSelect;

/** A step that was not removed, with its activity, while the year is not closed. */
export async function getStep(
  tx: VillageTx,
  id: string,
): Promise<{ step: StepRow; activity: ActivityRow; programme: ProgrammeRow }> {
  const [step] = await tx
    .select()
    .from(activitySteps)
    .where(and(eq(activitySteps.id, id), isNull(activitySteps.removedAt)));
  if (!step) throw new NotFoundError(RUNNING_ERRORS.stepGone);
  const found = await getActivity(tx, step.activityId);
  requireOpen(found.programme);
  return { step, ...found };
}

/** @throws FieldError where the date of a step lies years away from its activity */
export function requireStepDay(programme: ProgrammeRow, day: string | null): void {
  if (day !== null && isStepDayOutside(programme.year, day))
    throw new FieldError("tanggal", RUNNING_ERRORS.stepOutside(programme.year));
}

/** Tells somebody that a step is his now. */
export async function tellOwner(
  ctx: OfficeCtx,
  tx: VillageTx,
  step: { id: string; title: string; ownerId: string | null },
  activity: ActivityRow,
): Promise<void> {
  await tell(ctx, tx, [step.ownerId], {
    onceKey: `programme.step-assigned:${step.id}`,
    title: INBOX.stepAssigned(step.title),
    body: activity.name,
    href: `/kantor/program-kerja/kegiatan/${activity.id}/langkah`,
  });
}
