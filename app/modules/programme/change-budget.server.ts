import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { activities, budgetChanges } from "#db/village/schema/programme.ts";
import { budgetStart } from "./money-rules.ts";
import { getActivity, requireVersion } from "./queries.server.ts";
import { requireOpen, todayOf } from "./running-queries.server.ts";
import { RUNNING_ERRORS } from "./running-words.ts";
import type { BudgetChangeInput } from "./update-input.ts";
import { PLAN_PROBLEMS } from "./words.ts";

/** After approval the pagu changes only as a version with its reason; reports of earlier days keep the old one. */
export async function changeBudget(
  ctx: OfficeCtx,
  activityId: string,
  input: BudgetChangeInput,
): Promise<{ budget: number }> {
  requirePermission(ctx, "programme.spend");
  requireMaySign(ctx);
  return write(ctx, async ({ tx, audit }) => {
    const { activity, programme } = await getActivity(tx, activityId);
    requireOpen(programme);
    const isApproved = programme.state === "approved" || programme.state === "running";
    if (!isApproved) throw new ConflictError(RUNNING_ERRORS.budgetNotApproved);
    requireVersion(activity, input.versi);
    if (input.anggaran === activity.budget) throw new FieldError("anggaran", RUNNING_ERRORS.budgetSame);
    const fundSource = input.sumber_dana ?? activity.fundSource;
    if (input.anggaran > 0 && (fundSource === null || fundSource === "tanpa-anggaran"))
      throw new FieldError("sumber_dana", PLAN_PROBLEMS.budget_needs_source);
    const at = ctx.now.toISOString();
    await tx.insert(budgetChanges).values({
      id: newId(ctx.now),
      activityId,
      amount: input.anggaran,
      validFrom: budgetStart(programme.year, todayOf(ctx)),
      reason: input.alasan,
      createdBy: ctx.actor.accountId,
      createdAt: at,
    });
    await tx
      .update(activities)
      .set({ budget: input.anggaran, fundSource, version: activity.version + 1, updatedAt: at })
      .where(eq(activities.id, activityId));
    await audit({
      action: "budget.change",
      entity: "budget",
      entityId: activityId,
      parentId: activityId,
      details: { dari: activity.budget, menjadi: input.anggaran, alasan: input.alasan },
    });
    return { budget: input.anggaran };
  });
}
