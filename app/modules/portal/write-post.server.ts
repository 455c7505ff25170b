import { sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { attachFile } from "#app/platform/files/attach-file.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { posts } from "#db/village/schema/portal.ts";
import type { PostInput } from "./input.ts";
import { POST_PHOTO } from "./post-photo.ts";
import { freeSlug, slugOf } from "./post-rules.ts";

/** Writes a post as a draft. Its address follows from its first title and stays. */
export async function writePost(ctx: OfficeCtx, input: PostInput): Promise<{ id: string }> {
  requirePermission(ctx, "portal.write");
  return write(ctx, async ({ tx, audit }) => {
    const id = newId(ctx.now);
    const at = ctx.now.toISOString();
    if (input.berkas)
      await attachFile(tx, input.berkas, POST_PHOTO.purpose, {
        accountId: ctx.actor.accountId,
        now: ctx.now,
      });
    await tx.insert(posts).values({
      id,
      slug: await takeSlug(tx, input.judul),
      ...columnsOf(input),
      photoId: input.berkas,
      hasConsent: input.berkas !== null && input.izin_foto,
      state: "draft",
      createdBy: ctx.actor.accountId,
      createdAt: at,
      updatedAt: at,
    });
    await audit({ action: "post.write", entity: "post", entityId: id, details: { judul: input.judul } });
    return { id };
  });
}

/** What a form says of a post, as columns. */
export function columnsOf(input: PostInput) {
  return {
    kind: input.jenis,
    title: input.judul,
    body: input.isi,
    photoText: input.teks_foto,
    shownUntil: input.jenis === "announcement" ? input.tampil_sampai : null,
  };
}

async function takeSlug(tx: VillageTx, title: string): Promise<string> {
  const wanted = slugOf(title);
  const rows = await tx
    .select({ slug: posts.slug })
    .from(posts)
    .where(sql`${posts.slug} = ${wanted} OR ${posts.slug} GLOB ${`${wanted}-[0-9]*`}`);
  return freeSlug(wanted, new Set(rows.map(({ slug }) => slug)));
}
