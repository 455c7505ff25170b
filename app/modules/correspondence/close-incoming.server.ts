import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { settleMessages } from "#app/platform/inbox.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { dispositions, incomingLetters } from "#db/village/schema/letters.ts";
import { dispositionKey } from "./disposition-rules.ts";
import { auditFacts, getPresentIncoming } from "./incoming.server.ts";
import type { CloseInput } from "./input.ts";
import { INCOMING_WORDS } from "./words.ts";

/** Ends a letter by a note, whatever its dispositions: they leave everybody's desk but stay on record as they are. */
export async function closeIncoming(ctx: OfficeCtx, id: string, input: CloseInput): Promise<void> {
  requirePermission(ctx, "mail.write");
  await write(ctx, async ({ tx, audit }) => {
    const letter = await getPresentIncoming(ctx, tx, id, input.versi);
    if (letter.closedAt) throw new ConflictError(INCOMING_WORDS.isClosed);
    const at = ctx.now.toISOString();
    await tx
      .update(incomingLetters)
      .set({ closedAt: at, closingNote: input.catatan, updatedAt: at, version: letter.version + 1 })
      .where(eq(incomingLetters.id, id));
    const open = and(eq(dispositions.incomingId, id), isNull(dispositions.doneAt));
    for (const row of await tx.select({ id: dispositions.id }).from(dispositions).where(open))
      await settleMessages(ctx, tx, dispositionKey(row.id));
    await audit({ action: "incoming.close", entity: "incoming", entityId: id, details: auditFacts(letter) });
    return null;
  });
}
