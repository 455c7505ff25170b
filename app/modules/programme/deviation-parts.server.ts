import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import type { VillageTx } from "#db/open.ts";
import { deviations } from "#db/village/schema/programme.ts";
import { loadActivityMeasures } from "./load-measures.server.ts";
import { measureActivity } from "./report-rules.ts";
import { todayOf } from "./running-queries.server.ts";
import { ERRORS } from "./words.ts";

/** Why an activity is behind, what is done about it, and how far behind it was when that was written. */
export interface MeasuredDeviation {
  cause: string;
  correction: string;
  gapPoints: number;
}

/**
 * Cause and correction that came with a progress report, with the lag of today; null where neither was written.
 * @throws FieldError where only one of the two was written
 */
export async function measureDeviation(
  ctx: OfficeCtx,
  activityId: string,
  input: { penyebab: string | null; perbaikan: string | null },
): Promise<MeasuredDeviation | null> {
  const { penyebab: cause, perbaikan: correction } = input;
  if (!cause && !correction) return null;
  if (!cause) throw new FieldError("penyebab", ERRORS.causeMissing);
  if (!correction) throw new FieldError("perbaikan", ERRORS.correctionMissing);
  const { input: activity, options } = await loadActivityMeasures(ctx, activityId, todayOf(ctx));
  return { cause, correction, gapPoints: measureActivity(activity, options).pointsBehind ?? 0 };
}

/** Writes the explanation; earlier ones stay. */
export async function recordDeviation(
  ctx: OfficeCtx,
  tx: VillageTx,
  activityId: string,
  deviation: MeasuredDeviation,
): Promise<string> {
  const id = newId(ctx.now);
  const author = { createdBy: ctx.actor.accountId, createdAt: ctx.now.toISOString() };
  await tx.insert(deviations).values({ id, activityId, asOf: todayOf(ctx), ...deviation, ...author });
  return id;
}
