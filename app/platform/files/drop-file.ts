import { eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { VillageTx } from "#db/open.ts";
import { outbox } from "#db/village/schema/jobs.ts";
import { files } from "#db/village/schema/village.ts";

/** Topic of bytes that are still to go after their row has gone; the nightly work removes what is left. */
export const FILE_DELETE_TOPIC = "file.delete";

/**
 * Takes a file away at once, in the transaction of what ends its purpose: the row goes with a note of its bytes. No record
 * may point to it any more.
 * @returns the stored keys, for `deleteBytes` once the transaction is through
 */
export async function dropFile(
  ctx: Pick<VillageCtx, "now">,
  tx: VillageTx,
  fileId: string,
): Promise<string[]> {
  const [row] = await tx.delete(files).where(eq(files.id, fileId)).returning();
  if (!row) return [];
  const keys = [row.storageKey, row.thumbnailKey].filter((key) => key !== null);
  await tx.insert(outbox).values({
    id: `file-${row.id}`,
    topic: FILE_DELETE_TOPIC,
    payload: { keys },
    createdAt: ctx.now.toISOString(),
  });
  return keys;
}

/** Removes the bytes now; what fails is removed at night. */
export async function deleteBytes(ctx: VillageCtx, keys: readonly string[]): Promise<void> {
  for (const key of keys)
    await ctx.files.delete(key).catch((error: unknown) => ctx.log.error("file-store.failed", error));
}
