import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { posts } from "#db/village/schema/portal.ts";
import type { VersionInput } from "./input.ts";
import { getPost, setPhotoPublic } from "./posts.server.ts";
import { POST_WORDS } from "./words.ts";

/** Takes a post from the public pages, its photo too; the text stays in the office. */
export async function withdrawPost(ctx: OfficeCtx, id: string, input: VersionInput): Promise<void> {
  requirePermission(ctx, "portal.write");
  await write(ctx, async ({ tx, audit }) => {
    const post = await getPost(tx, id, input.versi);
    if (post.state !== "published") throw new ConflictError(POST_WORDS.notPublished);
    await setPhotoPublic(tx, post.photoId, false);
    await tx
      .update(posts)
      .set({ state: "withdrawn", updatedAt: ctx.now.toISOString(), version: post.version + 1 })
      .where(eq(posts.id, id));
    await audit({ action: "post.withdraw", entity: "post", entityId: id, details: { judul: post.title } });
    return null;
  });
}
