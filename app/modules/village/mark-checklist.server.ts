import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { checklistMarks } from "#db/village/schema/village.ts";
import { setMark } from "./checklist-marks.server.ts";
import type { MarkChecklistInput } from "./input.ts";

/** Says that the village doesn't need a step of the first hour, or that it needs it after all. */
export async function markChecklist(ctx: OfficeCtx, input: MarkChecklistInput): Promise<void> {
  requirePermission(ctx, "village.settings");
  await write(ctx, async ({ tx, audit }) => {
    const isSkipped = input.tanda === "tidak-perlu";
    if (isSkipped) await setMark(tx, ctx, input.butir, "skipped");
    else await tx.delete(checklistMarks).where(eq(checklistMarks.item, input.butir));
    const action = isSkipped ? "checklist.skip" : "checklist.reopen";
    await audit({ action, entity: "checklist", entityId: input.butir, details: { item: input.butir } });
    return null;
  });
}
