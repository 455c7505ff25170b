import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { activities } from "#db/village/schema/programme.ts";
import type { ReviewActivityInput } from "./input.ts";
import { getActivity, requireVersion } from "./queries.server.ts";
import { canMoveReview, canReviewActivities } from "./rules.ts";
import { ERRORS } from "./words.ts";

/** The Kepala Desa accepts one activity of a submitted programme, or returns it with a reason. */
export async function reviewActivity(
  ctx: OfficeCtx,
  id: string,
  input: ReviewActivityInput,
): Promise<{ year: number }> {
  requirePermission(ctx, "programme.approve");
  requireMaySign(ctx);
  if (input.putusan === "returned" && !input.alasan) throw new FieldError("alasan", ERRORS.reasonMissing);
  return write(ctx, async ({ tx, audit }) => {
    const { activity, programme } = await getActivity(tx, id);
    requireVersion(activity, input.versi);
    const isLegal =
      canReviewActivities(programme.state) && canMoveReview(activity.reviewState, input.putusan);
    if (!isLegal) throw new ConflictError(ERRORS.programmeMoved);
    await tx
      .update(activities)
      .set({
        reviewState: input.putusan,
        reviewReason: input.putusan === "returned" ? input.alasan : null,
        reviewedBy: ctx.actor.accountId,
        reviewedAt: ctx.now.toISOString(),
        version: activity.version + 1,
      })
      .where(eq(activities.id, id));
    const action = input.putusan === "returned" ? "activity.return" : "activity.accept";
    await audit({
      action,
      entity: "activity",
      entityId: id,
      parentId: programme.id,
      details: { alasan: input.alasan },
    });
    return { year: programme.year };
  });
}
