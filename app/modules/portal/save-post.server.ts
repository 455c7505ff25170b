import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { attachFile, detachFile } from "#app/platform/files/attach-file.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { posts } from "#db/village/schema/portal.ts";
import type { SavePostInput } from "./input.ts";
import { POST_PHOTO } from "./post-photo.ts";
import { getPost, type PostRow, requireShowable, setPhotoPublic } from "./posts.server.ts";
import { columnsOf } from "./write-post.server.ts";

/** Changes a post; one that is published shows the change at once, and keeps to the rule for photos. */
export async function savePost(
  ctx: OfficeCtx,
  id: string,
  input: SavePostInput,
): Promise<{ isPublished: boolean }> {
  requirePermission(ctx, "portal.write");
  return write(ctx, async ({ tx, audit }) => {
    const post = await getPost(tx, id, input.versi);
    const photoId = await changePhoto(ctx, tx, post, input);
    const changed = {
      ...columnsOf(input),
      photoId,
      hasConsent: photoId !== null && input.izin_foto,
    };
    const isPublished = post.state === "published";
    if (isPublished) {
      requireShowable(changed);
      await setPhotoPublic(tx, photoId, true);
    }
    await tx
      .update(posts)
      .set({ ...changed, updatedAt: ctx.now.toISOString(), version: post.version + 1 })
      .where(eq(posts.id, id));
    await audit({ action: "post.save", entity: "post", entityId: id, details: { judul: input.judul } });
    return { isPublished };
  });
}

/** The photo that the post has from now on; one that it lets go of is nobody's and no longer public. */
async function changePhoto(
  ctx: OfficeCtx,
  tx: VillageTx,
  { photoId }: PostRow,
  input: SavePostInput,
): Promise<string | null> {
  if (!input.berkas && !input.hapus_foto) return photoId;
  if (photoId) {
    await setPhotoPublic(tx, photoId, false);
    await detachFile(tx, photoId);
  }
  if (!input.berkas) return null;
  const by = { accountId: ctx.actor.accountId, now: ctx.now };
  await attachFile(tx, input.berkas, POST_PHOTO.purpose, by);
  return input.berkas;
}
