import type { OfficeCtx } from "#app/context.ts";
import { attachFile, detachFile } from "#app/platform/files/attach-file.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { EMBLEM_UPLOAD } from "./emblem-rules.ts";
import type { SaveIdentityInput } from "./input.ts";
import { changeProfile, getProfile } from "./profile.server.ts";

/** Saves what the village tells of itself; a new emblem takes the place of the old one. */
export async function saveIdentity(ctx: OfficeCtx, input: SaveIdentityInput): Promise<void> {
  requirePermission(ctx, "village.settings");
  await write(ctx, async (work) => {
    const before = await getProfile(work.tx, input.versi);
    const emblemFileId = input.berkas ?? before.emblemFileId;
    if (input.berkas) {
      const by = { accountId: ctx.actor.accountId, now: ctx.now };
      await attachFile(work.tx, input.berkas, EMBLEM_UPLOAD.purpose, by);
      if (before.emblemFileId) await detachFile(work.tx, before.emblemFileId);
    }
    await changeProfile(ctx, work, before, "village.save-identity", {
      address: input.alamat,
      postalCode: input.kode_pos,
      phone: input.telepon,
      email: input.surel,
      officeHours: input.jam_pelayanan,
      about: input.tentang,
      emblemFileId,
    });
    return null;
  });
}
