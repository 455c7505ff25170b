import { and, eq, inArray, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { tell } from "#app/platform/inbox.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { dispositions, incomingLetters } from "#db/village/schema/letters.ts";
import { dispositionKey } from "./disposition-rules.ts";
import { auditFacts, getPresentIncoming, todayOf } from "./incoming.server.ts";
import { instructionText } from "./incoming-rules.ts";
import type { DisposeInput } from "./input.ts";
import { type MailOfficial, officialsOf, selectOfficials } from "./officials.server.ts";
import { wakeMail } from "./wake-mail.server.ts";
import { DISPOSITION_WORDS } from "./words.ts";

/**
 * Passes a letter on to officials with an instruction and a day: each gets it on his desk and in his inbox. A letter that
 * was closed is open again.
 */
export async function disposeLetter(
  ctx: OfficeCtx,
  id: string,
  input: DisposeInput,
): Promise<{ count: number }> {
  requirePermission(ctx, "mail.dispose");
  requireMaySign(ctx);
  if (input.batas && input.batas < todayOf(ctx)) throw new FieldError("batas", DISPOSITION_WORDS.dueBefore);
  const done = await write(ctx, async ({ tx, audit }) => {
    const letter = await getPresentIncoming(ctx, tx, id, input.versi);
    const people = await chosenOfficials(ctx, tx, input.kepada);
    await refuseHolders(tx, id, people);
    const at = ctx.now.toISOString();
    const rows = people.map((person) => ({
      id: newId(ctx.now),
      incomingId: id,
      toAccountId: person.id,
      instruction: instructionText(input.frasa, input.perintah),
      dueOn: input.batas,
      fromAccountId: ctx.actor.accountId,
      createdAt: at,
    }));
    await tx.insert(dispositions).values(rows);
    await tx
      .update(incomingLetters)
      .set({ closedAt: null, closingNote: null, updatedAt: at, version: letter.version + 1 })
      .where(eq(incomingLetters.id, id));
    for (const row of rows)
      await tell(ctx, tx, [row.toAccountId], {
        onceKey: dispositionKey(row.id),
        title: DISPOSITION_WORDS.told(letter.subject),
        href: `/kantor/buku/masuk/${id}`,
      });
    const details = { ...auditFacts(letter), kepada: people.map(({ name }) => name).join(", ") };
    await audit({ action: "incoming.dispose", entity: "incoming", entityId: id, details });
    return { count: rows.length };
  });
  await wakeMail(ctx, input.batas);
  return done;
}

async function chosenOfficials(
  ctx: OfficeCtx,
  tx: VillageTx,
  ids: readonly string[],
): Promise<MailOfficial[]> {
  const officials = officialsOf(await selectOfficials(ctx, tx));
  const wanted = new Set(ids);
  const chosen = officials.filter(({ id }) => wanted.has(id));
  if (chosen.length !== wanted.size) throw new FieldError("kepada", DISPOSITION_WORDS.noOfficial);
  return chosen;
}

/** Who still has the letter in hand gets it no second time: which of the two his report is for could not be told. */
async function refuseHolders(
  tx: VillageTx,
  incomingId: string,
  people: readonly MailOfficial[],
): Promise<void> {
  const ids = people.map(({ id }) => id);
  const [held] = await tx
    .select({ accountId: dispositions.toAccountId })
    .from(dispositions)
    .where(
      and(
        eq(dispositions.incomingId, incomingId),
        inArray(dispositions.toAccountId, ids),
        isNull(dispositions.doneAt),
      ),
    );
  const holder = people.find(({ id }) => id === held?.accountId);
  if (holder) throw new FieldError("kepada", DISPOSITION_WORDS.already(holder.name));
}
