import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { keepMadeFile } from "#app/platform/files/keep-made-file.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { checkBsreUser, signByBsreService } from "#app/platform/signing/bsre.ts";
import { write } from "#app/platform/write.ts";
import { letterSteps, letterVersions } from "#db/village/schema/letters.ts";
import { files } from "#db/village/schema/village.ts";
import { openBsre } from "./bsre-access.server.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import { completeVersion, fileNameOf, readStored } from "./complete-version.server.ts";
import type { BsreSignInput } from "./letter-input.ts";
import { getLetterFor } from "./letter-reading.server.ts";
import { getLetterSettings } from "./letter-settings.server.ts";
import { isUnknown } from "./load-letter.server.ts";
import { addStep, findVersion, getLetter, requireAction, type VersionRow } from "./queries.server.ts";
import { markSigned, requireOwnSignature } from "./sign-letters.server.ts";

/**
 * Has the frozen form signed by BSrE, for who stands under it. That it was sent is on record before it is: where no
 * answer comes, the same form is never sent a second time. What comes back is stored beside it and handed out instead.
 */
export async function signByBsre(ctx: OfficeCtx, id: string, input: BsreSignInput): Promise<void> {
  requirePermission(ctx, "letters.sign");
  requireMaySign(ctx);
  const access = await openBsre(ctx, (await getLetterSettings(ctx.db)).bsre);
  const letter = await getLetter(ctx.db, id);
  requireOwnSignature(ctx, letter, "bsre");
  const version = await completeVersion(ctx, id);
  if (!version?.fileId) throw new ConflictError(LETTER_WORDS.noFile);
  const pdf = await readStored(ctx, ctx.db, version.fileId);
  const user = await checkBsreUser(access, input.nik);
  if (user.kind === "unreachable") throw new FieldError("", LETTER_WORDS.bsreDown);
  if (user.kind === "refused") throw new FieldError("nik", LETTER_WORDS.bsreRefused(user.reason));
  await noteSending(ctx, id, version, input);
  const sent = { pdf, fileName: fileNameOf(letter), nik: input.nik, passphrase: input.frasa_sandi };
  const outcome = await signByBsreService(access, sent);
  if (outcome.kind === "unknown") throw new ConflictError(LETTER_WORDS.bsreUnknown);
  if (outcome.kind === "refused") {
    await noteRefusal(ctx, id, version, outcome.reason);
    throw new FieldError("frasa_sandi", LETTER_WORDS.bsreRefused(outcome.reason));
  }
  await keepSigned(ctx, id, version, outcome.bytes);
}

const alone = (ctx: OfficeCtx): OfficeCtx => ({ ...ctx, submitKey: null });

async function noteSending(
  ctx: OfficeCtx,
  id: string,
  version: VersionRow,
  { versi }: BsreSignInput,
): Promise<void> {
  await write(alone(ctx), async ({ tx, audit }) => {
    const letter = await getLetterFor(ctx, tx, { id, version: versi, action: "sign" });
    requireOwnSignature(ctx, letter, "bsre");
    const steps = await tx.select().from(letterSteps).where(eq(letterSteps.letterId, id));
    const present = await findVersion(tx, id);
    if (present?.id !== version.id) throw new ConflictError(LETTER_WORDS.stale);
    if (isUnknown(present, steps)) throw new ConflictError(LETTER_WORDS.bsreUnknown);
    await addStep(ctx, tx, id, "sign.sent", version.id);
    await audit({ action: "letter.sign-start", entity: "letter", entityId: id });
    return null;
  });
}

async function noteRefusal(ctx: OfficeCtx, id: string, version: VersionRow, reason: string): Promise<void> {
  await write(alone(ctx), async ({ tx, audit }) => {
    await addStep(ctx, tx, id, "sign.refused", `${version.id} ${reason}`);
    await audit({ action: "letter.sign-refused", entity: "letter", entityId: id });
    return null;
  });
}

async function keepSigned(
  ctx: OfficeCtx,
  id: string,
  version: VersionRow,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const letter = await getLetter(ctx.db, id);
  const name = fileNameOf(letter).replace(/\.pdf$/, "-bsre.pdf");
  const file = await keepMadeFile(ctx, bytes, {
    ...{ purpose: "letter", name, mediaType: "application/pdf" },
    createdBy: ctx.actor.accountId,
  });
  await write(alone(ctx), async (writing) => {
    const { tx } = writing;
    const [tied] = await tx
      .update(letterVersions)
      .set({ signedFileId: file.id })
      .where(and(eq(letterVersions.id, version.id), isNull(letterVersions.voidedAt)))
      .returning();
    if (!tied) throw new ConflictError(LETTER_WORDS.stale);
    // Meanwhile it may have been given back, and say something else since.
    const present = await getLetter(tx, id);
    requireOwnSignature(ctx, present, "bsre");
    requireAction(ctx, present, "sign");
    await tx.update(files).set({ attachedAt: ctx.now.toISOString() }).where(eq(files.id, file.id));
    await markSigned(ctx, writing, present, "sign.bsre");
    return null;
  });
}
