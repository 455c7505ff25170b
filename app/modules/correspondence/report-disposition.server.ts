import { and, count, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { settleMessages, tell } from "#app/platform/inbox.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { dispositions, incomingLetters } from "#db/village/schema/letters.ts";
import { dispositionKey } from "./disposition-rules.ts";
import { auditFacts, type DispositionRow, getIncoming, readsSecrets } from "./incoming.server.ts";
import type { OutcomeInput } from "./input.ts";
import { DISPOSITION_WORDS, INCOMING_WORDS } from "./words.ts";

/**
 * Reports what came of a disposition: by whom it was given to, or by a leader for him. The last one closes the letter.
 * @returns whether it was the last
 */
export async function reportDisposition(
  ctx: OfficeCtx,
  incomingId: string,
  input: OutcomeInput,
): Promise<{ isLast: boolean }> {
  requirePermission(ctx, "mail.read");
  return write(ctx, async ({ tx, audit }) => {
    const letter = await getIncoming(ctx, tx, incomingId);
    if (letter.voidedAt) throw new ConflictError(INCOMING_WORDS.isVoid);
    const row = await getOpenDisposition(ctx, tx, incomingId, input);
    const at = ctx.now.toISOString();
    await tx
      .update(dispositions)
      .set({ doneAt: at, outcome: input.hasil, version: row.version + 1 })
      .where(eq(dispositions.id, row.id));
    await settleMessages(ctx, tx, dispositionKey(row.id));
    const isLast = !letter.closedAt && (await countOpen(tx, incomingId)) === 0;
    if (isLast)
      await tx
        .update(incomingLetters)
        .set({ closedAt: at, updatedAt: at, version: letter.version + 1 })
        .where(eq(incomingLetters.id, incomingId));
    await tell(ctx, tx, [row.fromAccountId], {
      onceKey: `${dispositionKey(row.id)}:done`,
      title: DISPOSITION_WORDS.toldDone(ctx.actor.name, letter.subject),
      href: `/kantor/buku/masuk/${incomingId}`,
    });
    const entry = { action: "incoming.report", entity: "incoming", entityId: incomingId };
    await audit({ ...entry, details: auditFacts(letter) });
    return { isLast };
  });
}

async function getOpenDisposition(
  ctx: OfficeCtx,
  tx: VillageTx,
  incomingId: string,
  input: OutcomeInput,
): Promise<DispositionRow> {
  const isIt = and(eq(dispositions.id, input.disposisi), eq(dispositions.incomingId, incomingId));
  const [row] = await tx.select().from(dispositions).where(isIt);
  if (!row) throw new NotFoundError(DISPOSITION_WORDS.gone);
  if (row.toAccountId !== ctx.actor.accountId && !readsSecrets(ctx))
    throw new ForbiddenError(DISPOSITION_WORDS.notYours);
  if (row.doneAt) throw new ConflictError(DISPOSITION_WORDS.done);
  if (row.version !== input.versi) throw new ConflictError(DISPOSITION_WORDS.stale);
  return row;
}

async function countOpen(tx: VillageTx, incomingId: string): Promise<number> {
  const [row] = await tx
    .select({ open: count() })
    .from(dispositions)
    .where(and(eq(dispositions.incomingId, incomingId), isNull(dispositions.doneAt)));
  return row?.open ?? 0;
}
