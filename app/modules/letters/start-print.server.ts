import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { jobs } from "#db/village/schema/jobs.ts";
import { FOLDER_WORDS } from "./folder-words.ts";
import { listPrintable } from "./load-folder.server.ts";
import { findOpenPrint, PRINT_KIND } from "./print-jobs.server.ts";

/** Asks for one file of the folder's letters as they stand now; a job makes it. */
export async function startPrint(ctx: OfficeCtx): Promise<{ count: number }> {
  requirePermission(ctx, "letters.read");
  const ids = await listPrintable(ctx);
  const { accountId } = ctx.actor;
  const started = await write(ctx, async ({ tx, audit }) => {
    if (ids.length === 0) throw new FieldError("", FOLDER_WORDS.empty);
    if (await findOpenPrint(tx, accountId)) throw new ConflictError(FOLDER_WORDS.isOpen);
    const id = newId(ctx.now);
    const row = { id, kind: PRINT_KIND, payload: { ids }, state: "waiting" as const };
    await tx.insert(jobs).values({ ...row, createdBy: accountId, createdAt: ctx.now.toISOString() });
    await audit({
      action: "letter.print",
      entity: "letter_print",
      entityId: id,
      details: { jumlah: ids.length },
    });
    return { count: ids.length };
  });
  const { villageId } = ctx.tenant;
  await registerDue(ctx, villageId, PRINT_KIND, ctx.now);
  await ctx.queue.send({ kind: "run-village-due", villageId });
  return started;
}
