import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { deviations } from "#db/village/schema/programme.ts";
import { getDeviation } from "./deviation-parts.server.ts";
import { mayAgree } from "./deviation-rules.ts";
import { RUNNING_ERRORS } from "./running-words.ts";
import type { ChosenDeviationInput } from "./update-input.ts";

/** A planner or the Kepala Desa agrees to an explanation: from now on residents read it. Twice is no change. */
export async function agreeDeviation(
  ctx: OfficeCtx,
  activityId: string,
  input: ChosenDeviationInput,
): Promise<{ id: string }> {
  requirePermission(ctx, "programme.update");
  requireMaySign(ctx);
  if (!mayAgree(ctx.actor)) throw new ForbiddenError(RUNNING_ERRORS.agreeForbidden);
  return write(ctx, async ({ tx, audit }) => {
    const row = await getDeviation(ctx, tx, activityId, input.penjelasan);
    if (!row.agreedAt)
      await tx
        .update(deviations)
        .set({ agreedBy: ctx.actor.accountId, agreedAt: ctx.now.toISOString() })
        .where(eq(deviations.id, row.id));
    await audit({
      action: "deviation.agree",
      entity: "deviation",
      entityId: row.id,
      parentId: activityId,
      details: { penyebab: row.cause },
    });
    return { id: row.id };
  });
}
