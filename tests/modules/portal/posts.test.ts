import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { PostInput, SavePostInput } from "#app/modules/portal/input.ts";
import { loadFront } from "#app/modules/portal/load-front.server.ts";
import { POST_PHOTO } from "#app/modules/portal/post-photo.ts";
import { loadNews, loadPublicPost } from "#app/modules/portal/public-pages.server.ts";
import { publishPost } from "#app/modules/portal/publish-post.server.ts";
import { savePost } from "#app/modules/portal/save-post.server.ts";
import { withdrawPost } from "#app/modules/portal/withdraw-post.server.ts";
import { writePost } from "#app/modules/portal/write-post.server.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { storeUpload } from "#app/platform/files/store-upload.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { posts } from "#db/village/schema/portal.ts";
import { files, moduleSwitches } from "#db/village/schema/village.ts";
import { png } from "#tests/platform/files/uploads.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";

let village: TestVillage;
let clerk: OfficeCtx;

beforeAll(async () => {
  village = await createVillage({});
  clerk = await village.ctxAs("kaur-umum");
});

const TEXT = { jenis: "news", judul: "Kerja bakti", isi: "Bawa alat." };
const write = (changed: object = {}) => writePost(clerk, PostInput.parse({ ...TEXT, ...changed }));
const rowOf = async (id: string) => {
  const [row] = await village.db.select().from(posts).where(eq(posts.id, id));
  if (!row) throw new Error("no post");
  return row;
};
const publish = async (id: string) => publishPost(clerk, id, { versi: (await rowOf(id)).version });
const photo = () => storeUpload(clerk, png(), POST_PHOTO);
const isPublic = async (id: string) =>
  (await village.db.select({ isPublic: files.isPublic }).from(files).where(eq(files.id, id)))[0]?.isPublic;
const seen = async () => (await loadNews(village.anonymous())).posts.map(({ title }) => title);

describe("a post", () => {
  it("is nobody else's before it is published, and again once it is withdrawn", async () => {
    const { id } = await write({ judul: "Jadwal ronda" });
    const { slug } = await rowOf(id);
    await expect(loadPublicPost(village.anonymous(), slug)).rejects.toThrow(NotFoundError);
    await publish(id);
    expect(await seen()).toContain("Jadwal ronda");
    expect((await loadPublicPost(village.anonymous(), slug)).post.title).toBe("Jadwal ronda");
    const { version, publishedAt } = await rowOf(id);
    await withdrawPost(clerk, id, { versi: version });
    await expect(loadPublicPost(village.anonymous(), slug)).rejects.toThrow(NotFoundError);
    expect(await seen()).not.toContain("Jadwal ronda");
    await publish(id);
    expect((await rowOf(id)).publishedAt).toBe(publishedAt);
    const log = await village.db.select().from(auditLog).where(eq(auditLog.entityId, id));
    expect(log.map(({ action }) => action).toSorted()).toEqual([
      "post.publish",
      "post.publish",
      "post.withdraw",
      "post.write",
    ]);
  });

  it("keeps its address when its title changes, and shares it with none", async () => {
    const first = await write({ judul: "Gotong royong" });
    const second = await write({ judul: "Gotong royong" });
    await savePost(clerk, first.id, SavePostInput.parse({ ...TEXT, judul: "Diganti", versi: "1" }));
    expect([(await rowOf(first.id)).slug, (await rowOf(second.id)).slug]).toEqual([
      "gotong-royong",
      "gotong-royong-2",
    ]);
  });

  it("does not go out with a photo that lacks its words or the consent of those in it", async () => {
    const { id: photoId } = await photo();
    const { id } = await write({ berkas: photoId, izin_foto: "on" });
    await expect(publish(id)).rejects.toMatchObject({ field: "teks_foto" });
    await savePost(clerk, id, SavePostInput.parse({ ...TEXT, teks_foto: "Warga di sawah", versi: "1" }));
    await expect(publish(id)).rejects.toMatchObject({ field: "izin_foto" });
    expect(await isPublic(photoId)).toBe(false);
    const allowed = { ...TEXT, teks_foto: "Warga di sawah", izin_foto: "on" };
    await savePost(clerk, id, SavePostInput.parse({ ...allowed, versi: "2" }));
    await publish(id);
    expect(await isPublic(photoId)).toBe(true);
    const taken = SavePostInput.parse({ ...allowed, izin_foto: undefined, versi: "4" });
    await expect(savePost(clerk, id, taken)).rejects.toMatchObject({ field: "izin_foto" });
    await savePost(clerk, id, SavePostInput.parse({ ...allowed, hapus_foto: "on", versi: "4" }));
    expect(await isPublic(photoId)).toBe(false);
    expect((await rowOf(id)).photoId).toBeNull();
  });

  it("takes no photo of somebody else's sending", async () => {
    const { id: photoId } = await storeUpload(await village.ctxAs("operator"), png(), POST_PHOTO);
    await expect(write({ berkas: photoId })).rejects.toMatchObject({ field: "berkas" });
  });

  it("leaves the front when its day is over, and stays in the list", async () => {
    const { id } = await write({
      jenis: "announcement",
      judul: "Listrik padam",
      tampil_sampai: "2026-11-24",
    });
    await publish(id);
    const titles = async () => (await loadFront(village.anonymous())).posts.map(({ title }) => title);
    expect(await titles()).toContain("Listrik padam");
    village.setNow("2026-11-25T02:00:00.000Z");
    expect(await titles()).not.toContain("Listrik padam");
    expect(await seen()).toContain("Listrik padam");
    village.setNow("2026-11-24T02:00:00.000Z");
  });

  it("is refused in an old version, to whoever may not write, and with what looks like a NIK", async () => {
    const { id } = await write();
    const stranger = await village.ctxAs("kaur-keuangan");
    await expect(writePost(stranger, PostInput.parse(TEXT))).rejects.toThrow(ForbiddenError);
    await expect(publishPost(stranger, id, { versi: 1 })).rejects.toThrow(ForbiddenError);
    await expect(publishPost(clerk, id, { versi: 7 })).rejects.toThrow(ConflictError);
    await expect(withdrawPost(clerk, id, { versi: 1 })).rejects.toThrow(ConflictError);
    expect(PostInput.safeParse({ ...TEXT, isi: "NIK 5201145206900003" }).success).toBe(false);
  });

  it("is another village's business there", async () => {
    const { id } = await write();
    const other = await createVillage({});
    const theirs = await other.ctxAs("kaur-umum");
    await expect(publishPost(theirs, id, { versi: 1 })).rejects.toThrow(NotFoundError);
  });

  it("is not shown by a village that has switched its pages off", async () => {
    const other = await createVillage({});
    await other.db
      .insert(moduleSwitches)
      .values({ module: "portal", isOn: false, changedBy: "-", changedAt: "2026-11-24T00:00:00.000Z" });
    await expect(loadNews(other.anonymous())).rejects.toThrow(NotFoundError);
    expect((await loadFront(other.anonymous())).posts).toEqual([]);
  });
});
