import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { type Write, write } from "#app/platform/write.ts";
import { nextStop } from "./chain-rules.ts";
import { issueLetter, type Signing } from "./issue-letter.server.ts";
import type { LetterKind, ReviewStep } from "./kind-rules.ts";
import { getKind } from "./kinds.server.ts";
import type { IssueLetterInput } from "./letter-input.ts";
import { getLetterFor } from "./letter-reading.server.ts";
import { addStep, type LetterRow, moveLetter } from "./queries.server.ts";

/** Hands a filled letter in: to its first review, or, where its kind has none, to the signature. */
export async function submitLetter(
  ctx: OfficeCtx,
  id: string,
  input: IssueLetterInput,
): Promise<{ state: LetterRow["state"] }> {
  requirePermission(ctx, "letters.serve");
  return write(ctx, async (writing) => {
    const letter = await getLetterFor(ctx, writing.tx, { id, version: input.versi, action: "submit" });
    const kind = await getKind(ctx, writing.tx, letter.kind);
    const signing = { signatureKind: input.tanda_tangan, signerId: input.penandatangan };
    return { state: await passOn(ctx, writing, letter, kind, signing, null) };
  });
}

/** Takes a letter to its next stop, inside the caller's transaction. */
export async function passOn(
  ctx: OfficeCtx,
  writing: Write,
  letter: LetterRow,
  kind: LetterKind,
  signing: Signing,
  done: ReviewStep | null,
): Promise<LetterRow["state"]> {
  const next = nextStop(kind.chain.review, done);
  if (next.state === "waiting") await issueLetter(ctx, writing, letter, kind, signing);
  else {
    const choice = { signatureKind: signing.signatureKind, signerAccountId: signing.signerId };
    await moveLetter(ctx, writing.tx, letter, { ...next, ...choice, returnReason: null });
    if (done === null) await addStep(ctx, writing.tx, letter.id, "submit");
    await writing.audit({
      action: "letter.submit",
      entity: "letter",
      entityId: letter.id,
      details: { kepada: next.waitsFor },
    });
  }
  return next.state;
}
