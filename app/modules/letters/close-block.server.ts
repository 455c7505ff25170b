import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { letterNumbers, numberBlocks } from "#db/village/schema/letters.ts";
import { getBlock } from "./number-blocks.server.ts";
import { NUMBER_WORDS } from "./number-words.ts";

/** Declares what is left of a block unused: those numbers stay in the book as void. */
export async function closeBlock(ctx: OfficeCtx, id: string): Promise<{ unused: number }> {
  requirePermission(ctx, "letters.serve");
  return write(ctx, async ({ tx, audit }) => {
    const block = await getBlock(tx, id);
    if (block.closedAt) throw new ConflictError(NUMBER_WORDS.blockClosed);
    const unused = await tx
      .update(letterNumbers)
      .set({ state: "void", note: NUMBER_WORDS.unused, at: ctx.now.toISOString() })
      .where(and(eq(letterNumbers.blockId, id), eq(letterNumbers.state, "reserved")))
      .returning({ number: letterNumbers.number });
    await tx.update(numberBlocks).set({ closedAt: ctx.now.toISOString() }).where(eq(numberBlocks.id, id));
    await audit({
      action: "number-block.close",
      entity: "number-block",
      entityId: id,
      details: { sisa: unused.length },
    });
    return { unused: unused.length };
  });
}
