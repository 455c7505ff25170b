import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import type { VillageTx } from "#db/open.ts";
import { deviations } from "#db/village/schema/programme.ts";
import type { Quarter } from "./calendar-rules.ts";
import { explainableQuarters, lagDay, mayAgree, mayExplain, mayMendExplanation } from "./deviation-rules.ts";
import { lagQuarter } from "./lag-quarter.ts";
import { loadActivityMeasures } from "./load-measures.server.ts";
import type { DeviationRow } from "./measures.ts";
import { getActivity } from "./queries.server.ts";
import { measureActivity } from "./report-rules.ts";
import { requireRunning, todayOf } from "./running-queries.server.ts";
import { RUNNING_ERRORS } from "./running-words.ts";
import { ERRORS } from "./words.ts";

/** Why an activity is behind, what is done about it, and how far behind it was in the quarter that this explains. */
export interface MeasuredDeviation {
  cause: string;
  correction: string;
  quarter: Quarter;
  gapPoints: number;
}

/**
 * Cause and correction with the lag that they explain; null where neither was written.
 * @param quarter null: the one that is most likely meant
 * @throws FieldError where only one of the two was written or the quarter has not begun, ForbiddenError for people who
 *   have nothing to do with the activity
 */
export async function measureDeviation(
  ctx: OfficeCtx,
  activityId: string,
  input: { penyebab: string | null; perbaikan: string | null },
  quarter: Quarter | null,
): Promise<MeasuredDeviation | null> {
  const { penyebab: cause, perbaikan: correction } = input;
  if (!cause && !correction) return null;
  if (!cause) throw new FieldError("penyebab", ERRORS.causeMissing);
  if (!correction) throw new FieldError("perbaikan", ERRORS.correctionMissing);
  const today = todayOf(ctx);
  const measures = await loadActivityMeasures(ctx, activityId, today);
  requireRunning(ctx, measures.programme);
  const { activity, people } = measures.facts;
  if (!mayExplain({ ...activity, people }, ctx.actor))
    throw new ForbiddenError(RUNNING_ERRORS.explainForbidden);
  const { year } = measures.programme;
  const meant = quarter ?? lagQuarter(measures);
  if (!explainableQuarters(year, today).includes(meant))
    throw new FieldError("triwulan", RUNNING_ERRORS.quarterNotBegun);
  const options = { ...measures.options, asOf: lagDay(year, meant, today) };
  return {
    cause,
    correction,
    quarter: meant,
    gapPoints: measureActivity(measures.input, options).pointsBehind ?? 0,
  };
}

/** Writes the explanation; earlier ones stay. Written by who may agree to it, residents read it at once. */
export async function recordDeviation(
  ctx: OfficeCtx,
  tx: VillageTx,
  activityId: string,
  deviation: Omit<MeasuredDeviation, "quarter"> & { quarter: number | null },
): Promise<string> {
  const id = newId(ctx.now);
  const at = ctx.now.toISOString();
  const by = ctx.actor.accountId;
  const agreed = mayAgree(ctx.actor) ? { agreedBy: by, agreedAt: at } : {};
  await tx
    .insert(deviations)
    .values({ id, activityId, asOf: todayOf(ctx), ...deviation, ...agreed, createdBy: by, createdAt: at });
  return id;
}

/** An explanation of an activity that runs, or 404 where it was taken back meanwhile. */
export async function getDeviation(ctx: OfficeCtx, tx: VillageTx, activityId: string, id: string) {
  const { programme } = await getActivity(tx, activityId);
  requireRunning(ctx, programme);
  const [row] = await tx
    .select()
    .from(deviations)
    .where(and(eq(deviations.id, id), eq(deviations.activityId, activityId), isNull(deviations.withdrawnAt)));
  if (!row) throw new NotFoundError(RUNNING_ERRORS.explanationGone);
  return row;
}

/** Takes an explanation out of use; the row stays. @throws ForbiddenError for others than its writer and the leaders */
export async function retireDeviation(ctx: OfficeCtx, tx: VillageTx, row: DeviationRow): Promise<void> {
  if (!mayMendExplanation(row, ctx.actor)) throw new ForbiddenError(RUNNING_ERRORS.mendForbidden);
  await tx
    .update(deviations)
    .set({ withdrawnBy: ctx.actor.accountId, withdrawnAt: ctx.now.toISOString() })
    .where(eq(deviations.id, row.id));
}
