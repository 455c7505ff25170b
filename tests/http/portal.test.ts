import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { villageHosts } from "#db/directory/schema/villages.ts";
import { openDirectory } from "#db/open.ts";
import { posts } from "#db/village/schema/portal.ts";
import { type AppVillage, seedTestVillage, testApp } from "#tests/support/app.ts";
import { acceptTerms } from "#tests/support/service-stage.ts";

const app = testApp();
let village: AppVillage;

beforeAll(async () => {
  village = await seedTestVillage(app);
  await acceptTerms(village);
});

describe("a village's public face", () => {
  it("shows at once what is published and what is withdrawn, though its pages are kept at the edge", async () => {
    const head = await village.signInAs("kepala-desa");
    const seen = async () => (await app.request(village.host, "/")).text.includes("Listrik padam");
    expect([await seen(), await seen()]).toEqual([false, false]);
    const base = "/kantor/halaman-desa/tulisan";
    const written = await head.submit(`${base}/baru`, {
      jenis: "news",
      judul: "Listrik padam",
      isi: "Rabu.",
    });
    expect(await seen()).toBe(false);
    const post = written.headers.location ?? "";
    await head.submit(post, { maksud: "terbitkan", versi: "1" });
    expect([await seen(), await seen()]).toEqual([true, true]);
    await head.submit(post, { maksud: "tarik", versi: "2" });
    expect(await seen()).toBe(false);
  });

  it("shows a look at a post without keeping anything", async () => {
    const head = await village.signInAs("kepala-desa");
    const before = await village.ctx.db.$count(posts);
    const answer = await head.post("/kantor/halaman-desa/tulisan/baru", {
      ...{ jenis: "news", judul: "Lihat dahulu", isi: "- satu\n- dua" },
      aksi: "pratinjau",
    });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("Belum ada yang disimpan");
    expect(answer.text).toContain("<li>dua</li>");
    expect(answer.text).toContain('value="Lihat dahulu"');
    expect(await village.ctx.db.$count(posts)).toBe(before);
  });

  it("answers at a host of its own once that is in the directory, with a certificate for it alone", async () => {
    const host = `${village.slug}.desa.id`;
    expect((await app.request(host, "/")).status).toBe(404);
    const asked = (domain: string) => app.request(app.baseHost, `/sertifikat?domain=${domain}`);
    expect((await asked(host)).status).toBe(404);
    const directory = openDirectory(app.home);
    const { villageId } = village.tenant;
    await directory.insert(villageHosts).values({ host, villageId, kind: "alias" });
    const front = await app.request(host, "/");
    expect([front.status, front.text.includes("Desa Sukamaju")]).toEqual([200, true]);
    expect((await asked(host)).status).toBe(200);
    expect((await asked(`lain-${host}`)).status).toBe(404);
    await directory.delete(villageHosts).where(eq(villageHosts.host, host));
    expect((await app.request(host, "/")).status).toBe(404);
  });

  it("takes a request for information from anybody and tells by its code how it goes, without names", async () => {
    const stranger = app.createBrowserlessClient(village.slug);
    const answer = await stranger.submit("/informasi-publik/permohonan", {
      nama: "Amaq Rahmat",
      alamat: "Dusun Kebun Lauk",
      kontak: "0812 7000 1234",
      informasi: "Laporan realisasi APBDes 2025",
      tujuan: "Penelitian",
      cara: "copy",
    });
    expect(answer.status).toBe(303);
    const { location = "" } = answer.headers;
    expect(location).toMatch(/^\/lacak\?kode=[A-Z0-9-]+$/);
    const story = await app.request(village.host, location);
    expect(story.text).toContain("sudah diterima");
    expect(story.text).not.toContain("Rahmat");
    expect(story.text).not.toContain("APBDes 2025");
  });
});
