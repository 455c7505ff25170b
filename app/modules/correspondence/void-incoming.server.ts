import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { settleMessages } from "#app/platform/inbox.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { dispositions, incomingLetters } from "#db/village/schema/letters.ts";
import { dispositionKey } from "./disposition-rules.ts";
import { auditFacts, getPresentIncoming } from "./incoming.server.ts";
import type { VoidInput } from "./input.ts";

/** Makes an agenda number void: the entry stays in the book with the reason, and nobody has to follow it up any more. */
export async function voidIncoming(
  ctx: OfficeCtx,
  id: string,
  input: VoidInput,
): Promise<{ number: number }> {
  requirePermission(ctx, "mail.write");
  return write(ctx, async ({ tx, audit }) => {
    const letter = await getPresentIncoming(ctx, tx, id, input.versi);
    const at = ctx.now.toISOString();
    await tx
      .update(incomingLetters)
      .set({ voidedAt: at, voidReason: input.alasan, updatedAt: at, version: letter.version + 1 })
      .where(eq(incomingLetters.id, id));
    for (const row of await tx.select().from(dispositions).where(eq(dispositions.incomingId, id)))
      await settleMessages(ctx, tx, dispositionKey(row.id));
    const details = { ...auditFacts(letter), alasan: input.alasan };
    await audit({ action: "incoming.void", entity: "incoming", entityId: id, details });
    return { number: letter.agendaNumber };
  });
}
