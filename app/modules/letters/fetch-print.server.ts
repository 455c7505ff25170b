import type { OfficeCtx } from "#app/context.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import { readStored } from "./complete-version.server.ts";
import { areAllOpen, recordFolder } from "./load-folder.server.ts";
import { getReadyPrint } from "./print-jobs.server.ts";

/**
 * The finished file, for who asked for it and as long as he may open each of its letters; each is in the access log
 * before the first byte goes.
 */
export async function fetchPrint(ctx: OfficeCtx, id: string): Promise<Uint8Array<ArrayBuffer>> {
  requirePermission(ctx, "letters.read");
  const { fileId, held } = await getReadyPrint(ctx, id);
  if (!(await areAllOpen(ctx, held))) throw new ForbiddenError(LETTER_WORDS.paperHidden);
  const bytes = await readStored(ctx, ctx.db, fileId);
  await recordFolder(ctx, held);
  return bytes;
}
