import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { letters } from "#db/village/schema/letters.ts";
import type { RegisterLetterInput } from "./block-input.ts";
import { textOf } from "./issue-letter.server.ts";
import { getKind } from "./kinds.server.ts";
import { nameKey } from "./name-rules.ts";
import { getBlock } from "./number-blocks.server.ts";
import { NUMBER_WORDS } from "./number-words.ts";
import { getNumbering } from "./numbering.server.ts";
import { addStep, sealContent } from "./queries.server.ts";
import { chooseSignatory } from "./signatories.server.ts";
import { useReserved } from "./take-number.server.ts";
import { validUntil } from "./validity-rules.ts";

/** Enters a letter that was written, signed and handed over by hand under a number of a block. */
export async function registerLetter(
  ctx: OfficeCtx,
  blockId: string,
  input: RegisterLetterInput,
): Promise<{ id: string }> {
  requirePermission(ctx, "letters.serve");
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  return write(ctx, async ({ tx, audit }) => {
    const block = await getBlock(tx, blockId);
    if (block.closedAt) throw new ConflictError(NUMBER_WORDS.blockClosed);
    if (input.nomor < block.fromNumber || input.nomor > block.toNumber)
      throw new FieldError("nomor", NUMBER_WORDS.notReserved(input.nomor));
    if (input.tanggal > today || input.tanggal.slice(0, 4) !== String(block.year))
      throw new FieldError("tanggal", NUMBER_WORDS.wrongDay(block.year));
    const kind = await getKind(ctx, tx, input.jenis);
    await requireTerms(ctx, tx);
    const id = newId(ctx.now);
    const { series, year } = block;
    await useReserved(tx, input.nomor, { series, year, letterId: id, now: ctx.now });
    const signatory = await chooseSignatory(ctx, tx, input.tanggal, null);
    const { format } = await getNumbering(tx);
    const { classification } = kind;
    const at = ctx.now.toISOString();
    const named = { kind: kind.key, classification, number: input.nomor, day: input.tanggal };
    const text = textOf(ctx, format, named);
    await tx.insert(letters).values({
      ...{ id, kind: kind.key, title: kind.title, state: "handed", channel: "counter" },
      ...{ personName: input.nama, personKey: nameKey(input.nama), purpose: input.keperluan },
      contentSealed: await sealContent(ctx, {
        person: { name: input.nama },
        fields: { keperluan: input.keperluan },
      }),
      requirements: [],
      ...{ classification, series, year, number: input.nomor, numberText: text },
      ...{ letterDate: input.tanggal, validUntil: validUntil(input.tanggal, kind.validity) },
      signatureKind: "wet",
      signerAccountId: signatory.accountId,
      signerName: signatory.name,
      signerTitle: signatory.lines.join("\n"),
      ...{ signedAt: at, signedMarkedBy: ctx.actor.accountId, handedAt: at, handedTo: input.nama },
      ...{ askedAt: at, stateSince: at, createdBy: ctx.actor.accountId, createdAt: at, updatedAt: at },
    });
    await addStep(ctx, tx, id, "register");
    await audit({ action: "letter.register", entity: "letter", entityId: id, details: { nomor: text } });
    return { id };
  });
}
