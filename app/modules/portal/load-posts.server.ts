import { desc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { posts } from "#db/village/schema/portal.ts";
import { files } from "#db/village/schema/village.ts";
import { POST_WORDS } from "./words.ts";

const MOST = 200;

/** The latest posts in every state, for the office. */
export async function listPosts(ctx: OfficeCtx) {
  requirePermission(ctx, "portal.read");
  return ctx.db
    .select({
      id: posts.id,
      kind: posts.kind,
      title: posts.title,
      state: posts.state,
      publishedAt: posts.publishedAt,
      updatedAt: posts.updatedAt,
    })
    .from(posts)
    .orderBy(desc(posts.updatedAt), desc(posts.id))
    .limit(MOST);
}

/** One post with its photo, for the office. */
export async function loadPost(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "portal.read");
  const [row] = await ctx.db
    .select({ post: posts, photo: files })
    .from(posts)
    .leftJoin(files, eq(files.id, posts.photoId))
    .where(eq(posts.id, id));
  if (!row) throw new NotFoundError(POST_WORDS.gone);
  const photoSrc = row.photo && (await ctx.fileUrl(row.photo, ctx.actor.accountId));
  return { post: row.post, photoSrc, mayWrite: ctx.actor.permissions.has("portal.write") };
}
