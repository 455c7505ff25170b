import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { issueLetter } from "./issue-letter.server.ts";
import { getKind } from "./kinds.server.ts";
import type { IssueLetterInput } from "./letter-input.ts";
import { getLetterFor } from "./letter-reading.server.ts";
import { addStep } from "./queries.server.ts";

/** Another kind of signature, or another who signs: a new form under the same number; the old one's token says void. */
export async function refreezeLetter(ctx: OfficeCtx, id: string, input: IssueLetterInput): Promise<void> {
  requirePermission(ctx, "letters.serve");
  await write(ctx, async (writing) => {
    const letter = await getLetterFor(ctx, writing.tx, { id, version: input.versi, action: "refreeze" });
    const kind = await getKind(ctx, writing.tx, letter.kind);
    await addStep(ctx, writing.tx, id, "refreeze");
    const signing = { signatureKind: input.tanda_tangan, signerId: input.penandatangan };
    await issueLetter(ctx, writing, letter, kind, signing);
    return null;
  });
}
