import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError, ForbiddenError } from "#app/platform/errors.ts";
import { tell } from "#app/platform/inbox.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { activities, activityPeople } from "#db/village/schema/programme.ts";
import { type ActivityRow, getActivity, requireVersion } from "./queries.server.ts";
import { requireActivePeople, requireOpen } from "./running-queries.server.ts";
import { INBOX, RUNNING_ERRORS } from "./running-words.ts";
import type { HandOverInput } from "./update-input.ts";

/**
 * Hands an activity to another person with a note of what is done and what is left. Who answers for it may do so, or
 * who plans the programme; both persons are told.
 */
export async function handOverActivity(
  ctx: OfficeCtx,
  activityId: string,
  input: HandOverInput,
): Promise<{ id: string }> {
  requirePermission(ctx, "programme.update");
  return write(ctx, async ({ tx, audit }) => {
    const { activity, programme } = await getActivity(tx, activityId);
    if (!mayHandOver(ctx, activity)) throw new ForbiddenError(RUNNING_ERRORS.handOverForbidden);
    requireOpen(programme);
    requireVersion(activity, input.versi);
    if (input.kepada === activity.responsibleAccountId)
      throw new FieldError("kepada", RUNNING_ERRORS.handOverSame);
    await requireActivePeople(tx, "kepada", [input.kepada]);
    await tx
      .update(activities)
      .set({
        responsibleAccountId: input.kepada,
        version: activity.version + 1,
        updatedAt: ctx.now.toISOString(),
      })
      .where(eq(activities.id, activityId));
    await tx
      .insert(activityPeople)
      .values({ activityId, accountId: input.kepada, addedAt: ctx.now.toISOString() })
      .onConflictDoNothing();
    const receiver = await nameOf(tx, input.kepada);
    await tellBoth(ctx, tx, activity, { ...input, receiver });
    await audit({
      action: "activity.hand-over",
      entity: "activity",
      entityId: activityId,
      parentId: programme.id,
      details: { kepada: receiver, catatan: input.catatan },
    });
    return { id: activityId };
  });
}

/** May this person hand the activity over? */
export function mayHandOver(
  ctx: Pick<OfficeCtx, "actor">,
  activity: { responsibleAccountId: string | null },
): boolean {
  return ctx.actor.permissions.has("programme.plan") || ctx.actor.accountId === activity.responsibleAccountId;
}

async function nameOf(tx: VillageTx, accountId: string): Promise<string> {
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, accountId));
  return account?.name ?? "";
}

async function tellBoth(
  ctx: OfficeCtx,
  tx: VillageTx,
  activity: ActivityRow,
  { kepada, receiver, catatan }: HandOverInput & { receiver: string },
): Promise<void> {
  const once = `programme.hand-over:${activity.id}:${activity.version}`;
  const href = `/kantor/program-kerja/kegiatan/${activity.id}`;
  const common = { body: catatan, href };
  await tell(ctx, tx, [kepada], { onceKey: once, title: INBOX.handedToYou(activity.name), ...common });
  const title = INBOX.handedAway(activity.name, receiver);
  await tell(ctx, tx, [activity.responsibleAccountId], { onceKey: once, title, ...common });
}
