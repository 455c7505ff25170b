import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { posts } from "#db/village/schema/portal.ts";
import type { VersionInput } from "./input.ts";
import { getPost, requireShowable, setPhotoPublic } from "./posts.server.ts";
import { POST_WORDS } from "./words.ts";

/** Shows a post to everybody. One that was withdrawn comes back with the day on which it first appeared. */
export async function publishPost(ctx: OfficeCtx, id: string, input: VersionInput): Promise<void> {
  requirePermission(ctx, "portal.write");
  await write(ctx, async ({ tx, audit }) => {
    const post = await getPost(tx, id, input.versi);
    if (post.state === "published") throw new ConflictError(POST_WORDS.isPublished);
    requireShowable(post);
    await setPhotoPublic(tx, post.photoId, true);
    const at = ctx.now.toISOString();
    await tx
      .update(posts)
      .set({
        state: "published",
        publishedAt: post.publishedAt ?? at,
        updatedAt: at,
        version: post.version + 1,
      })
      .where(eq(posts.id, id));
    await audit({ action: "post.publish", entity: "post", entityId: id, details: { judul: post.title } });
    return null;
  });
}
