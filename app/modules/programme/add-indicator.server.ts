import { eq, max } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { indicators } from "#db/village/schema/programme.ts";
import { findIndicatorProblems, wrongTargets } from "./check-rules.ts";
import { putDraftTargets, quartersOf } from "./indicator-targets.server.ts";
import type { IndicatorInput } from "./input.ts";
import { getActivity } from "./queries.server.ts";
import { canEditActivity } from "./rules.ts";
import { ERRORS, PLAN_PROBLEMS } from "./words.ts";

/** Adds an indicator to an activity whose plan may still change. `countedKeys` are those of the registry. */
export async function addIndicator(
  ctx: OfficeCtx,
  activityId: string,
  input: IndicatorInput,
  countedKeys: readonly string[],
): Promise<{ activityId: string }> {
  requirePermission(ctx, "programme.plan");
  requireSense(input, countedKeys);
  return write(ctx, async ({ tx, audit }) => {
    const { activity, programme } = await getActivity(tx, activityId);
    if (!canEditActivity(programme.state, activity.reviewState))
      throw new ConflictError(ERRORS.activityLocked);
    const [last] = await tx
      .select({ position: max(indicators.position) })
      .from(indicators)
      .where(eq(indicators.activityId, activityId));
    const id = newId(ctx.now);
    await tx.insert(indicators).values({
      id,
      activityId,
      ...indicatorColumns(input),
      position: (last?.position ?? -1) + 1,
      createdAt: ctx.now.toISOString(),
    });
    await putDraftTargets(ctx, tx, id, quartersOf(input));
    await audit({
      action: "indicator.add",
      entity: "indicator",
      entityId: id,
      parentId: activityId,
      details: { nama: input.nama },
    });
    return { activityId };
  });
}

/** Columns of an indicator from its form. */
export function indicatorColumns(input: IndicatorInput) {
  return {
    name: input.nama,
    unit: input.satuan,
    direction: input.arah,
    isCumulative: input.kumulatif === "ya",
    baseline: input.awal,
    source: input.sumber,
    countedKey: input.sumber === "counted" ? input.kunci_hitung : null,
  };
}

/** Refuses targets that contradict direction and baseline, and a counted indicator that no module counts. */
export function requireSense(input: IndicatorInput, countedKeys: readonly string[]): void {
  if (input.sumber === "counted" && !countedKeys.includes(input.kunci_hitung ?? "")) {
    throw new FieldError("kunci_hitung", "Pilih catatan yang dihitung dari daftar.");
  }
  const indicator = { ...indicatorColumns(input), targets: quartersOf(input) };
  const [wrong] = wrongTargets(indicator);
  if (wrong) throw new FieldError(`t${wrong.quarter + 1}`, PLAN_PROBLEMS[wrong.problem]);
  const [problem] = findIndicatorProblems(indicator).filter((each) => each !== "target_missing");
  if (problem) throw new FieldError("t1", PLAN_PROBLEMS[problem]);
}
