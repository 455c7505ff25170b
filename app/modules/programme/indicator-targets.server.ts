import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import type { VillageTx } from "#db/open.ts";
import { indicators, indicatorTargets } from "#db/village/schema/programme.ts";
import { findIndicatorProblems, type IndicatorProblem, wrongTargets } from "./check-rules.ts";
import type { IndicatorTargetsInput } from "./input.ts";
import { findLatestTarget, type IndicatorRow, type TargetRow } from "./queries.server.ts";
import type { QuarterTargets } from "./rules.ts";
import { PLAN_PROBLEMS } from "./words.ts";

/** A draft may lack targets; whatever is filled in must make sense. */
const MAY_STAY_OPEN: readonly IndicatorProblem[] = ["target_missing", "falling_needs_baseline"];

/** Saves baseline and quarter targets of an activity's indicators while its plan may still change: version 1 is rewritten. */
export async function saveIndicatorTargets(
  ctx: OfficeCtx,
  tx: VillageTx,
  activityId: string,
  inputs: readonly IndicatorTargetsInput[],
): Promise<void> {
  const rows = await tx
    .select()
    .from(indicators)
    .where(and(eq(indicators.activityId, activityId), isNull(indicators.retiredAt)));
  for (const [index, input] of inputs.entries()) {
    const row = rows.find((each) => each.id === input.id);
    if (!row)
      throw new FieldError(`indikator[${index}].t1`, "Indikator ini sudah dihapus. Muat ulang halaman.");
    requireSense(row, input, index);
    await tx.update(indicators).set({ baseline: input.awal }).where(eq(indicators.id, row.id));
    await putDraftTargets(ctx, tx, row.id, quartersOf(input));
  }
}

/** Writes the plan's targets: they are one version until the programme is approved. */
export async function putDraftTargets(
  ctx: OfficeCtx,
  tx: VillageTx,
  indicatorId: string,
  targets: QuarterTargets,
): Promise<void> {
  const latest = await findLatestTarget(tx, indicatorId);
  if (latest && isSame(latest, targets)) return;
  const values = {
    ...columnsOf(targets),
    validFrom: dayIn(ctx.tenant.timeZone, ctx.now),
    createdBy: ctx.actor.accountId,
  };
  if (latest) await tx.update(indicatorTargets).set(values).where(eq(indicatorTargets.id, latest.id));
  else {
    await tx
      .insert(indicatorTargets)
      .values({ id: newId(ctx.now), indicatorId, version: 1, ...values, createdAt: ctx.now.toISOString() });
  }
}

/** Four quarters of a form as the rules take them. */
export function quartersOf(input: {
  t1: number | null;
  t2: number | null;
  t3: number | null;
  t4: number | null;
}): QuarterTargets {
  return [input.t1, input.t2, input.t3, input.t4];
}

/** Four quarters as columns of a target version. */
export function columnsOf([q1, q2, q3, q4]: QuarterTargets) {
  return { q1, q2, q3, q4 };
}

function requireSense(row: IndicatorRow, input: IndicatorTargetsInput, index: number): void {
  const indicator = { ...row, baseline: input.awal, targets: quartersOf(input) };
  const [wrong] = wrongTargets(indicator);
  if (wrong) throw new FieldError(`indikator[${index}].t${wrong.quarter + 1}`, PLAN_PROBLEMS[wrong.problem]);
  const problems = findIndicatorProblems(indicator);
  const [problem] = problems.filter((each) => !MAY_STAY_OPEN.includes(each));
  if (problem) throw new FieldError(`indikator[${index}].t1`, PLAN_PROBLEMS[problem]);
}

function isSame(row: TargetRow, [q1, q2, q3, q4]: QuarterTargets): boolean {
  return row.q1 === q1 && row.q2 === q2 && row.q3 === q3 && row.q4 === q4;
}
