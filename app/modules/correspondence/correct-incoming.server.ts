import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { attachFile, detachFile } from "#app/platform/files/attach-file.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { incomingLetters } from "#db/village/schema/letters.ts";
import { auditFacts, getPresentIncoming, type IncomingRow, todayOf } from "./incoming.server.ts";
import { isBookDay } from "./incoming-rules.ts";
import type { CorrectInput } from "./input.ts";
import { columnsOf } from "./register-incoming.server.ts";
import { SCAN } from "./scan.server.ts";
import { wakeMail } from "./wake-mail.server.ts";
import { INCOMING_WORDS } from "./words.ts";

/** Corrects what is written of a letter; its number and its book's year stay. A new scan takes the old one's place. */
export async function correctIncoming(ctx: OfficeCtx, id: string, input: CorrectInput): Promise<void> {
  requirePermission(ctx, "mail.write");
  if (!isBookDay(input.diterima, todayOf(ctx))) throw new FieldError("diterima", INCOMING_WORDS.dayOutside);
  await write(ctx, async ({ tx, audit }) => {
    const letter = await getPresentIncoming(ctx, tx, id, input.versi);
    if (Number(input.diterima.slice(0, 4)) !== letter.year)
      throw new FieldError("diterima", INCOMING_WORDS.otherYear(letter.year));
    const columns = columnsOf(input);
    const changed = changedFields(letter, columns, input.berkas);
    if (changed.length === 0) throw new FieldError("", INCOMING_WORDS.unchanged);
    if (input.berkas) {
      if (letter.fileId) await detachFile(tx, letter.fileId);
      await attachFile(tx, input.berkas, SCAN.purpose, { accountId: ctx.actor.accountId, now: ctx.now });
    }
    await tx
      .update(incomingLetters)
      .set({
        ...columns,
        fileId: input.berkas ?? letter.fileId,
        updatedAt: ctx.now.toISOString(),
        version: letter.version + 1,
      })
      .where(eq(incomingLetters.id, id));
    const details = { ...auditFacts({ ...letter, ...columns }), isian: changed };
    await audit({ action: "incoming.correct", entity: "incoming", entityId: id, details });
    return null;
  });
  await wakeMail(ctx, input.balas_sebelum);
}

function changedFields(
  letter: IncomingRow,
  columns: ReturnType<typeof columnsOf>,
  fileId: string | null,
): string[] {
  const changed = Object.entries(columns).filter(
    ([key, value]) => letter[key as keyof IncomingRow] !== value,
  );
  return [...changed.map(([key]) => key), ...(fileId ? ["scan"] : [])];
}
