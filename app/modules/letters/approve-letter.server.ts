import type { OfficeCtx } from "#app/context.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { ReviewStep } from "./kind-rules.ts";
import { getKind } from "./kinds.server.ts";
import type { IssueLetterInput } from "./letter-input.ts";
import { getLetterFor } from "./letter-reading.server.ts";
import { addStep, type LetterRow } from "./queries.server.ts";
import { passOn } from "./submit-letter.server.ts";

/** Approves a letter under review: the last reviewer's word gives it number, date and its frozen form. */
export async function approveLetter(
  ctx: OfficeCtx,
  id: string,
  input: IssueLetterInput,
): Promise<{ state: LetterRow["state"] }> {
  requirePermission(ctx, "letters.read");
  requireMaySign(ctx);
  return write(ctx, async (writing) => {
    const { tx, audit } = writing;
    const letter = await getLetterFor(ctx, tx, { id, version: input.versi, action: "approve" });
    const kind = await getKind(ctx, tx, letter.kind);
    const done = letter.waitsFor as ReviewStep;
    await addStep(ctx, tx, id, "approve");
    await audit({ action: "letter.approve", entity: "letter", entityId: id, details: { bagian: done } });
    const signing = { signatureKind: input.tanda_tangan, signerId: input.penandatangan };
    return { state: await passOn(ctx, writing, letter, kind, signing, done) };
  });
}
