import type { OfficeCtx } from "#app/context.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { openBytes } from "#app/platform/files/seal-bytes.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { accessEntry } from "./export-register.server.ts";
import { getReadyFile, planOf } from "./register-files.server.ts";
import { registerPermission } from "./register-rules.ts";
import { MEDIA_TYPES, registerFileName } from "./render-register.server.ts";
import { REGISTER_FILE_FIELD } from "./sealed-fields.ts";
import { FILE_WORDS } from "./words.ts";

/**
 * A finished file, for who asked for it and as long as he may see all that was put into it; in the access log before the
 * first byte goes.
 */
export async function fetchRegisterFile(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "registers.read");
  requireMaySign(ctx);
  const { row, storageKey } = await getReadyFile(ctx, id);
  const { register, choice, format, sees } = planOf(row);
  requirePermission(ctx, registerPermission(register));
  if (!sees.every((each) => ctx.actor.permissions.has(each))) throw new ForbiddenError(FILE_WORDS.notYours);
  const stored = await ctx.files.get(storageKey);
  if (!stored) throw new NotFoundError(FILE_WORDS.gone);
  const bytes = await openBytes(ctx.keys, REGISTER_FILE_FIELD, stored.bytes);
  if (register.holdsResidents) await recordAccess(ctx.db, ctx, accessEntry(register, row.rowCount));
  return {
    bytes,
    mediaType: MEDIA_TYPES[format],
    fileName: registerFileName(register, choice, format, ctx.tenant.slug),
  };
}
