import type { BaseCtx } from "#app/context.ts";
import { directoryFields } from "#app/platform/keys/directory-fields.ts";
import { DIRECTORY_OWNER } from "#app/platform/keys/keys.ts";
import { turnKeys } from "#app/platform/keys/turn-keys.ts";

/** Takes a rotation of the directory's own keys one step on each night. */
export async function turnDirectoryKeys(ctx: BaseCtx): Promise<void> {
  const { directory, log, now } = ctx;
  await turnKeys({
    directory,
    owner: DIRECTORY_OWNER,
    freshKeys: () => ctx.keysOf(DIRECTORY_OWNER),
    db: directory,
    fields: directoryFields,
    log,
    now,
  });
}
