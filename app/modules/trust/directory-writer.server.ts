import type { VillageCtx } from "#app/context.ts";
import type { DirectoryWriter } from "#app/platform/write-directory.ts";

/** A village's request as a writer of the directory: nobody above the villages; the audit rows name the person. */
export function directoryWriterOf(ctx: VillageCtx): DirectoryWriter {
  const { directory, now, requestId, submitKey } = ctx;
  return { directory, now, requestId, submitKey, overseer: null };
}
