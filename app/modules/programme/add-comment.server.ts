import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { newId } from "#app/platform/ids.ts";
import { tell } from "#app/platform/inbox.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { activityComments } from "#db/village/schema/programme.ts";
import { findMentions } from "./comment-rules.ts";
import { getActivity } from "./queries.server.ts";
import { requireActivePeople, requireOpen } from "./running-queries.server.ts";
import { INBOX } from "./running-words.ts";
import type { CommentInput } from "./update-input.ts";

/** Writes a comment on an activity; those called by name (ticked, or typed as `@Nama`) are told once. */
export async function addComment(
  ctx: OfficeCtx,
  activityId: string,
  input: CommentInput,
): Promise<{ id: string }> {
  requirePermission(ctx, "programme.comment");
  return write(ctx, async ({ tx, audit }) => {
    const { activity, programme } = await getActivity(tx, activityId);
    requireOpen(programme);
    await requireActivePeople(tx, "sebut", input.sebut);
    const people = await tx.select().from(accounts).where(eq(accounts.state, "active"));
    const mentions = [...new Set([...input.sebut, ...findMentions(input.isi, people)])];
    const id = newId(ctx.now);
    await tx.insert(activityComments).values({
      id,
      activityId,
      accountId: ctx.actor.accountId,
      mentions,
      body: input.isi,
      createdAt: ctx.now.toISOString(),
    });
    await tell(ctx, tx, mentions, {
      onceKey: `programme.comment:${id}`,
      title: INBOX.mentioned(ctx.actor.name, activity.name),
      body: input.isi,
      href: `/kantor/program-kerja/kegiatan/${activityId}#komentar`,
    });
    await audit({
      action: "comment.add",
      entity: "comment",
      entityId: id,
      parentId: activityId,
      details: { sebut: mentions.length },
    });
    return { id };
  });
}
