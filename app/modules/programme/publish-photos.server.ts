import { and, eq, inArray } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { updateEvidence } from "#db/village/schema/programme.ts";
import { files } from "#db/village/schema/village.ts";
import { getUpdate } from "./running-queries.server.ts";
import { RUNNING_ERRORS } from "./running-words.ts";
import type { PublishPhotosInput } from "./update-input.ts";

/**
 * The Kepala Desa says which pictures of an approved report residents see; the others are hidden again, in a closed year
 * too: consent may be taken back. None goes out without his word that the people in it agree.
 */
export async function publishPhotos(
  ctx: OfficeCtx,
  id: string,
  input: PublishPhotosInput,
): Promise<{ shown: number }> {
  requirePermission(ctx, "programme.approve");
  requireMaySign(ctx);
  return write(ctx, async ({ tx, audit }) => {
    const { update, activity } = await getUpdate(tx, id);
    if (update.state !== "approved") throw new ConflictError(RUNNING_ERRORS.photosNotApproved);
    const behind = await tx
      .select({ id: files.id, mediaType: files.mediaType })
      .from(updateEvidence)
      .innerJoin(files, eq(files.id, updateEvidence.fileId))
      .where(eq(updateEvidence.updateId, id));
    const pictures = behind.filter(({ mediaType }) => mediaType.startsWith("image/")).map((file) => file.id);
    if (input.foto.some((photo) => !pictures.includes(photo)))
      throw new FieldError("foto", RUNNING_ERRORS.photoUnknown);
    if (input.foto.length > 0 && input.izin !== "ya")
      throw new FieldError("izin", RUNNING_ERRORS.consentMissing);
    await tx.update(files).set({ isPublic: false }).where(inArray(files.id, pictures));
    await tx
      .update(files)
      .set({ isPublic: true })
      .where(and(inArray(files.id, pictures), inArray(files.id, input.foto)));
    await audit({
      action: "update.publish-photos",
      entity: "update",
      entityId: id,
      parentId: activity.id,
      details: { triwulan: update.quarter, foto: input.foto.length },
    });
    return { shown: input.foto.length };
  });
}
