import type { OfficeCtx } from "#app/context.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { toBase64 } from "#db/sealed/bytes.ts";
import { newPassphraseKey } from "#db/sealed/passphrase.ts";
import { jobs } from "#db/village/schema/jobs.ts";
import { EXPORT_KEY_FIELD, EXPORT_KIND, findOpenExport } from "./exports.server.ts";
import type { StartExportInput } from "./input.ts";
import { requireOwnPassword } from "./own-password.server.ts";
import { passphraseFault } from "./rules.ts";
import { DATA_WORDS } from "./words.ts";

/**
 * Asks for an export of all that the village has. The passphrase itself is kept nowhere: what is made of it lies sealed
 * under the village's key until the export is written, and is then gone.
 */
export async function startExport(ctx: OfficeCtx, input: StartExportInput): Promise<void> {
  requirePermission(ctx, "village.export");
  requireMaySign(ctx);
  const { name, slug, villageId } = ctx.tenant;
  const fault = passphraseFault(input.frasa, [name, slug, ctx.actor.name]);
  if (fault) throw new FieldError("frasa", DATA_WORDS.passphrase[fault]);
  await requireOwnPassword(ctx, input.kata_sandi);
  const key = await newPassphraseKey(input.frasa);
  const sealedKey = await ctx.keys.seal(EXPORT_KEY_FIELD, toBase64(key.raw));
  await write(ctx, async ({ tx, audit }) => {
    if (await findOpenExport(tx)) throw new ConflictError(DATA_WORDS.exportOpen);
    const id = newId(ctx.now);
    await tx.insert(jobs).values({
      id,
      kind: EXPORT_KIND,
      payload: { note: key.note, sealedKey },
      state: "waiting",
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now.toISOString(),
    });
    await recordAccess(tx, ctx, { kind: "export", what: "village.asked", subjectId: id, rowCount: 0 });
    await audit({ action: "data.export", entity: "export", entityId: id });
    return null;
  });
  await registerDue(ctx, villageId, EXPORT_KIND, ctx.now);
  await ctx.queue.send({ kind: "run-village-due", villageId });
}
