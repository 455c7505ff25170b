import { eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError, NotFoundError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { posts } from "#db/village/schema/portal.ts";
import { files } from "#db/village/schema/village.ts";
import { photoProblem } from "./post-rules.ts";
import { POST_WORDS } from "./words.ts";

export type PostRow = typeof posts.$inferSelect;

/** Today in the village. */
export function todayOf(ctx: Pick<VillageCtx, "tenant" | "now">): string {
  return dayIn(ctx.tenant.timeZone, ctx.now);
}

/** A post as a form's person saw it. @throws NotFoundError, ConflictError where it was changed since */
export async function getPost(tx: VillageTx, id: string, version: number): Promise<PostRow> {
  const [post] = await tx.select().from(posts).where(eq(posts.id, id));
  if (!post) throw new NotFoundError(POST_WORDS.gone);
  if (post.version !== version) throw new ConflictError(POST_WORDS.stale);
  return post;
}

/** Nothing with a photo goes out that lacks its text or the consent of those in it. @throws FieldError */
export function requireShowable(post: Parameters<typeof photoProblem>[0]): void {
  const problem = photoProblem(post);
  if (problem) throw new FieldError(problem, POST_WORDS.photo[problem]);
}

/** Lets everybody see a post's photo, or nobody outside the office. */
export async function setPhotoPublic(
  tx: VillageTx,
  photoId: string | null,
  isPublic: boolean,
): Promise<void> {
  if (photoId) await tx.update(files).set({ isPublic }).where(eq(files.id, photoId));
}
