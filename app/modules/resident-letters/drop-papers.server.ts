import { eq, inArray } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { dropFile } from "#app/platform/files/drop-file.ts";
import type { VillageTx } from "#db/open.ts";
import { letterPapers } from "#db/village/schema/residents.ts";

/**
 * Takes photographed papers away with their files.
 * @returns keys of their bytes, to be deleted once the transaction is through
 */
export async function dropPapers(
  ctx: Pick<VillageCtx, "now">,
  tx: VillageTx,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: letterPapers.id, fileId: letterPapers.fileId })
    .from(letterPapers)
    .where(inArray(letterPapers.id, [...ids]));
  const keys: string[] = [];
  for (const { id, fileId } of rows) {
    await tx.delete(letterPapers).where(eq(letterPapers.id, id));
    keys.push(...(await dropFile(ctx, tx, fileId)));
  }
  return keys;
}
