import { and, count, eq } from "drizzle-orm";
import type { ResidentCtx } from "#app/context.ts";
import { addStep } from "#app/modules/letters/queries.server.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { attachFile } from "#app/platform/files/attach-file.ts";
import type { UploadRules } from "#app/platform/files/store-upload.ts";
import { newId } from "#app/platform/ids.ts";
import { write } from "#app/platform/write.ts";
import { letterPapers } from "#db/village/schema/residents.ts";
import type { SendPaperInput } from "./input.ts";
import { takesPapers } from "./own-letter-rules.ts";
import { getOwnLetter } from "./own-letters.server.ts";
import { OWN_LETTER_WORDS } from "./words.ts";

/** A photographed paper of a letter. */
export const LETTER_PAPER: UploadRules = { purpose: "letter-paper", accept: ["image"] };

/** Both sides of a paper, and two that came out badly. */
const MOST_PHOTOS = 4;

/** Puts one photo with a requirement of the letter; each is sent by itself, so that a cut connection costs one at most. */
export async function sendPaper(ctx: ResidentCtx, letterId: string, input: SendPaperInput): Promise<void> {
  const fileId = input.berkas;
  if (fileId === null) throw new FieldError("berkas", OWN_LETTER_WORDS.noPhoto);
  await write(ctx, async ({ tx, audit }) => {
    const letter = await getOwnLetter(ctx, tx, letterId);
    const requirement = letter.requirements[input.syarat];
    if (!takesPapers(letter.state) || !requirement || requirement.isSeen)
      throw new ConflictError(OWN_LETTER_WORDS.noPlace);
    const [held] = await tx
      .select({ all: count() })
      .from(letterPapers)
      .where(and(eq(letterPapers.letterId, letterId), eq(letterPapers.requirement, input.syarat)));
    if ((held?.all ?? 0) >= MOST_PHOTOS)
      throw new FieldError("berkas", OWN_LETTER_WORDS.manyPhotos(MOST_PHOTOS));
    await attachFile(tx, fileId, LETTER_PAPER.purpose, { accountId: ctx.resident.accountId, now: ctx.now });
    await tx.insert(letterPapers).values({
      id: newId(ctx.now),
      letterId,
      requirement: input.syarat,
      fileId,
      createdAt: ctx.now.toISOString(),
    });
    await addStep(ctx, tx, letterId, "paper", requirement.text);
    await audit({ action: "letter.send-paper", entity: "letter", entityId: letterId });
    return null;
  });
}
