import type { OfficeCtx } from "#app/context.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { registerFiles } from "#db/village/schema/registers.ts";
import { exportEntry } from "./export-register.server.ts";
import { readRegister } from "./read-register.server.ts";
import { choiceColumn, FILES_KIND, findOpenFile } from "./register-files.server.ts";
import {
  type Choice,
  type FileFormat,
  MOST_ROWS,
  type Register,
  ROWS_AT_ONCE,
  registerPermission,
} from "./register-rules.ts";
import { FILE_WORDS } from "./words.ts";

/** Asks for a long register as a file, as whoever asks may see it; a job makes it behind the page. */
export async function startRegisterFile(
  ctx: OfficeCtx,
  profile: ProfileRow,
  { register, choice, format }: { register: Register; choice: Choice; format: FileFormat },
): Promise<{ id: string }> {
  requirePermission(ctx, registerPermission(register));
  requireMaySign(ctx);
  const { total } = await readRegister(ctx, profile, register, choice, { after: null, limit: 1 });
  if (total <= ROWS_AT_ONCE) throw new ConflictError(FILE_WORDS.short);
  if (total > MOST_ROWS[format]) throw new FieldError("", FILE_WORDS.tooLong(total, MOST_ROWS[format]));
  const { accountId, permissions } = ctx.actor;
  const sees = [...permissions].filter((each) => each.startsWith("data."));
  const started = await write(ctx, async ({ tx, audit }) => {
    if (await findOpenFile(tx, accountId)) throw new ConflictError(FILE_WORDS.isOpen);
    const at = ctx.now.toISOString();
    const id = newId(ctx.now);
    await tx.insert(registerFiles).values({
      id,
      register: register.key,
      choice: choiceColumn({ choice, sees, parts: [], after: null, isWhole: false }),
      format,
      state: "waiting",
      rowCount: total,
      createdBy: accountId,
      createdAt: at,
      updatedAt: at,
    });
    await audit(exportEntry(register, choice, format, total));
    return { id };
  });
  const { villageId } = ctx.tenant;
  await registerDue(ctx, villageId, FILES_KIND, ctx.now);
  await ctx.queue.send({ kind: "run-village-due", villageId });
  return started;
}
