import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { attachFile } from "#app/platform/files/attach-file.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { incomingLetters } from "#db/village/schema/letters.ts";
import { auditFacts, todayOf } from "./incoming.server.ts";
import { isBookDay } from "./incoming-rules.ts";
import type { RegisterInput } from "./input.ts";
import { SCAN } from "./scan.server.ts";
import { takeBookNumber } from "./take-book-number.server.ts";
import { wakeMail } from "./wake-mail.server.ts";
import { INCOMING_WORDS } from "./words.ts";

export interface Registered {
  id: string;
  number: number;
  isSecret: boolean;
}

/** Writes a letter that came in into the agenda book of the year in which it was received, under the next number. */
export async function registerIncoming(ctx: OfficeCtx, input: RegisterInput): Promise<Registered> {
  requirePermission(ctx, "mail.write");
  if (!isBookDay(input.diterima, todayOf(ctx))) throw new FieldError("diterima", INCOMING_WORDS.dayOutside);
  const registered = await write(ctx, async ({ tx, audit }) => {
    const id = newId(ctx.now);
    const at = ctx.now.toISOString();
    const year = Number(input.diterima.slice(0, 4));
    if (input.berkas)
      await attachFile(tx, input.berkas, SCAN.purpose, { accountId: ctx.actor.accountId, now: ctx.now });
    const agendaNumber = await takeBookNumber(tx, "surat-masuk", year, ctx.now);
    const row = {
      id,
      year,
      agendaNumber,
      ...columnsOf(input),
      fileId: input.berkas,
      createdBy: ctx.actor.accountId,
      createdAt: at,
      updatedAt: at,
    };
    await tx.insert(incomingLetters).values(row);
    await audit({ action: "incoming.register", entity: "incoming", entityId: id, details: auditFacts(row) });
    return { id, number: agendaNumber, isSecret: input.sifat === "rahasia" };
  });
  await wakeMail(ctx, input.balas_sebelum);
  return registered;
}

/** What a form says of a letter, as columns. */
export function columnsOf(input: Omit<RegisterInput, "berkas">) {
  return {
    receivedOn: input.diterima,
    number: input.nomor,
    writtenOn: input.tanggal_surat,
    sender: input.pengirim,
    subject: input.perihal,
    classification: input.klasifikasi,
    nature: input.sifat,
    answerDueOn: input.balas_sebelum,
  };
}
