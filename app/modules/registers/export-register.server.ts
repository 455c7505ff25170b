import type { OfficeCtx } from "#app/context.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { readRegister } from "./read-register.server.ts";
import {
  type Choice,
  type FileFormat,
  type Register,
  ROWS_AT_ONCE,
  registerPermission,
} from "./register-rules.ts";
import { choiceText, MEDIA_TYPES, registerFileName, renderRegister } from "./render-register.server.ts";
import { FILE_WORDS } from "./words.ts";

/**
 * A short register as a file, written to the audit and, where it holds residents, to the access log before it goes out.
 * @throws FieldError where it is so long that a job makes it
 */
export async function exportRegister(
  ctx: OfficeCtx,
  profile: ProfileRow,
  { register, choice, format }: { register: Register; choice: Choice; format: FileFormat },
) {
  requirePermission(ctx, registerPermission(register));
  requireMaySign(ctx);
  const { rows, next } = await readRegister(ctx, profile, register, choice, {
    after: null,
    limit: ROWS_AT_ONCE,
  });
  if (next !== null) throw new FieldError("", FILE_WORDS.useButton);
  const parts = (async function* () {
    yield rows;
  })();
  const bytes = await renderRegister(ctx, profile, { register, choice, format, parts });
  await write(ctx, async ({ tx, audit }) => {
    await audit(exportEntry(register, choice, format, rows.length));
    if (register.holdsResidents) await recordAccess(tx, ctx, accessEntry(register, rows.length));
    return null;
  });
  const fileName = registerFileName(register, choice, format, ctx.tenant.slug);
  return { bytes, mediaType: MEDIA_TYPES[format], fileName };
}

/** What the audit log keeps of a file that was made. */
export function exportEntry(register: Register, choice: Choice, format: FileFormat, rows: number) {
  return {
    action: "register.export",
    entity: "register",
    entityId: register.key,
    details: {
      buku: `${register.annex} ${register.name}`,
      keadaan: choiceText(register, choice),
      format: format.toUpperCase(),
      baris: rows,
    },
  };
}

/** What the access log keeps of it. */
export function accessEntry({ key }: Register, rowCount: number) {
  return {
    kind: "export" as const,
    what: `registers.${key}`,
    subject: "register",
    subjectId: key,
    rowCount,
  };
}
