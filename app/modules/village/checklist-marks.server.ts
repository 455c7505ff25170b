import type { OfficeCtx } from "#app/context.ts";
import type { VillageTx } from "#db/open.ts";
import { checklistMarks } from "#db/village/schema/village.ts";
import type { ChecklistItem, ChecklistMark } from "./checklist-rules.ts";

/** Marks a step inside the transaction of what settled it; the latest mark counts. */
export async function setMark(
  tx: VillageTx,
  ctx: OfficeCtx,
  item: ChecklistItem,
  mark: ChecklistMark,
): Promise<void> {
  const values = { mark, markedBy: ctx.actor.accountId, markedAt: ctx.now.toISOString() };
  await tx
    .insert(checklistMarks)
    .values({ item, ...values })
    .onConflictDoUpdate({ target: checklistMarks.item, set: values });
}
