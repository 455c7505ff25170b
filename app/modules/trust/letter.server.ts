import type { OfficeCtx } from "#app/context.ts";
import { attachFile } from "#app/platform/files/attach-file.ts";
import { write } from "#app/platform/write.ts";
import { LETTER_RULES } from "./letter-rules.ts";

/** Where contests' letters lie: a stranger's, so under no village. */
export const CONTEST_PREFIX = "sanggahan/";

export interface KeptLetter {
  /** Id of the claim or reply that the letter belongs to. */
  id: string;
  storageKey: string | null;
  mediaType: string | null;
}

/**
 * Ties an uploaded letter to what goes to the directory next, and notes in the village's own log that it did. Sent
 * again under the same submit key it gives the first id, so that the directory is written once.
 * @param fileId null where there is no letter
 */
export async function attachLetter(
  ctx: OfficeCtx,
  fileId: string | null,
  { id, action }: { id: string; action: "claim.ask" | "claim.reply" },
): Promise<KeptLetter> {
  return write(ctx, async ({ tx, audit }) => {
    const by = { accountId: ctx.actor.accountId, now: ctx.now };
    const file = fileId ? await attachFile(tx, fileId, LETTER_RULES.purpose, by) : null;
    await audit({ action, entity: "claim", entityId: id });
    return { id, storageKey: file?.storageKey ?? null, mediaType: file?.mediaType ?? null };
  });
}
