import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { type Write, write } from "#app/platform/write.ts";
import { expeditions } from "#db/village/schema/letters.ts";
import type { ExpeditionInput } from "./expedition-input.ts";
import { getSendable } from "./expeditions.server.ts";
import { todayOf } from "./incoming.server.ts";
import { isBookDay } from "./incoming-rules.ts";
import { takeBookNumber } from "./take-book-number.server.ts";
import { EXPEDITION_WORDS } from "./words.ts";

export interface Entered {
  id: string;
  number: number;
}

/** Writes what was sent into the expedition book of its year, under the next number. */
export async function enterExpedition(ctx: OfficeCtx, input: ExpeditionInput): Promise<Entered> {
  requirePermission(ctx, "mail.write");
  if (!isBookDay(input.dikirim, todayOf(ctx))) throw new FieldError("dikirim", EXPEDITION_WORDS.dayOutside);
  return write(ctx, async (change) => {
    if (input.surat) await getSendable(change.tx, input.surat);
    return insert(ctx, change, {
      letterId: input.surat,
      sentOn: input.dikirim,
      letterNumber: input.nomor,
      letterDate: input.tanggal_surat,
      content: input.isi,
      recipient: input.tujuan,
      receivedBy: input.penerima,
      note: input.keterangan,
    });
  });
}

/** Enters a signed letter as sent today, as the letter says it: one tap. */
export async function sendLetter(ctx: OfficeCtx, letterId: string): Promise<Entered> {
  requirePermission(ctx, "mail.write");
  return write(ctx, async (change) => {
    const letter = await getSendable(change.tx, letterId);
    return insert(ctx, change, {
      letterId,
      sentOn: todayOf(ctx),
      letterNumber: letter.numberText,
      letterDate: letter.letterDate,
      content: letter.title,
      recipient: letter.personName,
      receivedBy: null,
      note: null,
    });
  });
}

type Sent = Pick<
  typeof expeditions.$inferInsert,
  "letterId" | "sentOn" | "letterNumber" | "letterDate" | "content" | "recipient" | "receivedBy" | "note"
>;

async function insert(ctx: OfficeCtx, { tx, audit }: Write, sent: Sent): Promise<Entered> {
  const id = newId(ctx.now);
  const year = Number(sent.sentOn.slice(0, 4));
  const number = await takeBookNumber(tx, "ekspedisi", year, ctx.now);
  const made = { createdBy: ctx.actor.accountId, createdAt: ctx.now.toISOString() };
  await tx.insert(expeditions).values({ id, year, number, ...sent, ...made });
  const details = { tahun: year, nomor: number, surat: sent.letterNumber };
  await audit({ action: "expedition.enter", entity: "expedition", entityId: id, details });
  return { id, number };
}
