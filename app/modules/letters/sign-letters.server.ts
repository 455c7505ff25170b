import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError, ForbiddenError } from "#app/platform/errors.ts";
import { attachFile } from "#app/platform/files/attach-file.ts";
import type { UploadRules } from "#app/platform/files/store-upload.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { type Write, write } from "#app/platform/write.ts";
import { letterVersions } from "#db/village/schema/letters.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import type { MoveLetterInput, SignLetterInput, SignManyInput } from "./letter-input.ts";
import { getLetterFor } from "./letter-reading.server.ts";
import { getLetterSettings } from "./letter-settings.server.ts";
import { addStep, getLetter, type LetterRow, moveLetter, requireAction } from "./queries.server.ts";

/** A photo of a letter as it was signed. */
export const SIGNED_PHOTO: UploadRules = { purpose: "signed-letter", accept: ["image"] };

/** Marks letters as signed by pen: who marks and when stands with each. Those that are past it are left as they are. */
export async function signLetters(ctx: OfficeCtx, input: SignManyInput): Promise<{ count: number }> {
  requirePermission(ctx, "letters.read");
  return write(ctx, async (writing) => {
    let count = 0;
    for (const id of new Set(input.surat)) {
      const letter = await getLetter(writing.tx, id);
      if (letter.state !== "waiting" || letter.signatureKind !== "wet") continue;
      requireAction(ctx, letter, "sign");
      await markSigned(ctx, writing, letter, "sign");
      count++;
    }
    if (count === 0) throw new FieldError("surat", LETTER_WORDS.stale);
    return { count };
  });
}

/** Marks one letter as signed by pen, with a photo of it where there is one. */
export async function signLetter(ctx: OfficeCtx, id: string, input: SignLetterInput): Promise<void> {
  requirePermission(ctx, "letters.read");
  await write(ctx, async (writing) => {
    const letter = await getLetterFor(ctx, writing.tx, { id, version: input.versi, action: "sign" });
    if (letter.signatureKind !== "wet") throw new ConflictError(LETTER_WORDS.onlyWet);
    const by = { accountId: ctx.actor.accountId, now: ctx.now };
    if (input.berkas) await attachFile(writing.tx, input.berkas, SIGNED_PHOTO.purpose, by);
    await markSigned(ctx, writing, letter, "sign", { signedPhotoId: input.berkas ?? null });
    return null;
  });
}

/** Approves a letter in the system, by who stands under it. It is no certified signature, and the paper says so. */
export async function signInSystem(ctx: OfficeCtx, id: string, input: MoveLetterInput): Promise<void> {
  requirePermission(ctx, "letters.sign");
  requireMaySign(ctx);
  await write(ctx, async (writing) => {
    const letter = await getLetterFor(ctx, writing.tx, { id, version: input.versi, action: "sign" });
    requireOwnSignature(ctx, letter, "system");
    const { system } = await getLetterSettings(writing.tx);
    if (!system?.isOn) throw new ConflictError(LETTER_WORDS.systemOff);
    await markSigned(ctx, writing, letter, "sign.system");
    return null;
  });
}

/** Only who stands under a letter signs it. */
export function requireOwnSignature(ctx: OfficeCtx, letter: LetterRow, kind: "system" | "bsre"): void {
  if (letter.signatureKind !== kind) throw new ConflictError(LETTER_WORDS.stale);
  if (letter.signerAccountId !== ctx.actor.accountId) throw new ForbiddenError(LETTER_WORDS.notSigner);
}

/** The step to `signed`, for every kind of signature. */
export async function markSigned(
  ctx: OfficeCtx,
  { tx, audit }: Write,
  letter: LetterRow,
  step: "sign" | "sign.bsre" | "sign.system",
  change: Partial<LetterRow> = {},
): Promise<void> {
  const at = ctx.now.toISOString();
  await tx
    .update(letterVersions)
    .set({ signedAt: at })
    .where(and(eq(letterVersions.letterId, letter.id), isNull(letterVersions.voidedAt)));
  await moveLetter(ctx, tx, letter, {
    ...change,
    state: "signed",
    waitsFor: "counter",
    signedAt: at,
    signedMarkedBy: ctx.actor.accountId,
  });
  await addStep(ctx, tx, letter.id, step);
  await audit({
    action: "letter.sign",
    entity: "letter",
    entityId: letter.id,
    details: { nomor: letter.numberText, tanda_tangan: letter.signatureKind },
  });
}
