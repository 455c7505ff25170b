import { zipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import type { VillageCtx } from "#app/context.ts";
import { attachFile } from "#app/platform/files/attach-file.ts";
import { storeUpload } from "#app/platform/files/store-upload.ts";
import { sniffType } from "#app/platform/image/sniff-type.ts";
import { files } from "#db/village/schema/village.ts";
import { ascii, makePng, readPicture } from "#tests/platform/image/pictures.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { fileOf, pdf, png, talkativeJpeg, xlsx } from "./uploads.ts";

const evidence = { purpose: "evidence", accept: ["image", "pdf", "sheet"] as const };

describe("storeUpload", () => {
  let village: TestVillage;
  beforeEach(async () => {
    village = await createTestVillage();
  });

  it("keeps bytes under a random key of the village and a row that nothing points to yet", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const row = await storeUpload(ctx, png(), evidence);
    expect(row).toMatchObject({ mediaType: "image/png", purpose: "evidence", attachedAt: null });
    expect(row.createdBy).toBe(ctx.actor.accountId);
    expect(row.storageKey).toMatch(new RegExp(`^${village.tenant.villageId}/[2-9a-z]{32}$`));
    expect(village.files.held.get(row.storageKey)?.bytes.byteLength).toBe(row.sizeBytes);
    expect(await village.db.select().from(files)).toEqual([row]);
    const again = await storeUpload(ctx, png(), evidence);
    expect(again.storageKey).not.toBe(row.storageKey);
    expect(again.sha256).toBe(row.sha256);
  });

  it("takes place, device and whatever hides behind the end out of a photo", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const row = await storeUpload(ctx, talkativeJpeg(), evidence);
    const stored = Buffer.from(village.files.held.get(row.storageKey)?.bytes ?? []);
    expect(stored.includes("GPS")).toBe(false);
    expect(stored.includes("rahasia.txt")).toBe(false);
    expect(sniffType(stored)).toBe("image/jpeg");
  });

  it("goes by the bytes, not by the name", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const row = await storeUpload(ctx, fileOf(makePng(), "../../etc/virus\u0000.pdf"), evidence);
    expect(row).toMatchObject({ mediaType: "image/png", name: "virus.pdf" });
    expect((await storeUpload(ctx, pdf(), evidence)).mediaType).toBe("application/pdf");
    expect((await storeUpload(ctx, xlsx(), evidence)).mediaType).toContain("spreadsheetml");
  });

  const parts = () => Array.from({ length: 201 }, (_, at) => [`xl/bagian-${at}.xml`, ascii("<a/>")]);
  const vast = () => fileOf(makePng({ width: 9000, height: 9000, rows: new Uint8Array(9) }));
  const hostile: [string, () => File, RegExp][] = [
    ["an empty file", () => fileOf("", "foto.jpg"), /kosong/],
    ["an SVG", () => fileOf("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), /tidak diterima/],
    [
      "a page that calls itself a picture",
      () => fileOf("<!doctype html><script>1</script>"),
      /tidak diterima/,
    ],
    ["a program", () => fileOf("MZ\u0000\u0001\u0002", "foto.jpg"), /tidak diterima/],
    ["a plain archive", () => fileOf(zipSync({ "a.txt": ascii("a") }), "a.xlsx"), /tidak diterima/],
    ["a sheet with macros", () => xlsx({ "xl/vbaProject.bin": ascii("x") }), /tidak diterima/],
    ["a sheet of too many parts", () => xlsx(Object.fromEntries(parts())), /tidak dapat dibuka dengan aman/],
    ["half a photo", () => fileOf(readPicture("sawah.jpg").subarray(0, 450), "foto.jpg"), /rusak/],
    ["half a PDF", () => pdf("\nxref"), /rusak/],
    ["a picture of too many points", vast, /megapiksel/],
    ["11 MB", () => fileOf(new Uint8Array(11 * 1024 * 1024)), /10 MB/],
  ];
  for (const [name, make, sentence] of hostile) {
    it(`refuses ${name} with a sentence at the field and keeps nothing`, async () => {
      const ctx = await village.ctxAs("kasi-pemerintahan");
      await expect(storeUpload(ctx, make(), evidence)).rejects.toMatchObject({
        field: "berkas",
        message: expect.stringMatching(sentence),
      });
      expect(village.files.held.size).toBe(0);
      expect(await village.db.select().from(files)).toEqual([]);
    });
  }

  it("refuses a kind that this form doesn't take, and names those that it takes", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const rules = { purpose: "emblem", accept: ["printable-image"] as const };
    await expect(storeUpload(ctx, pdf(), rules)).rejects.toThrow("gambar PNG atau JPEG");
    await expect(storeUpload(ctx, fileOf(readPicture("sawah.webp")), rules)).rejects.toThrow("PNG atau JPEG");
  });

  it("says how full the village's room is, and lets two uploads at once not share the last of it", async () => {
    const known = await village.ctxAs("kasi-pemerintahan");
    const quotaBytes = Math.floor(makePng().byteLength * 1.5);
    const ctx = { ...known, tenant: { ...known.tenant, quotaBytes } };
    const both = await Promise.allSettled([
      storeUpload(ctx, png(), evidence),
      storeUpload(ctx, png(), evidence),
    ]);
    expect(both.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(village.files.held.size).toBe(1);
    await expect(storeUpload(ctx, png(), evidence)).rejects.toThrow(
      /Ruang berkas desa tidak cukup: terpakai/,
    );
  });

  it("keeps room for the office, whatever everybody and residents send", async () => {
    const known = await village.ctxAs("kasi-pemerintahan");
    const { byteLength } = makePng();
    const room = (ctx: VillageCtx, share: number) => {
      return { ...ctx, tenant: { ...ctx.tenant, quotaBytes: Math.floor(byteLength * 1.5 * share) } };
    };
    const anybody = room(village.anonymous(), 8);
    await storeUpload(anybody, png(), evidence);
    await expect(storeUpload(anybody, png(), evidence)).rejects.toMatchObject({
      field: "berkas",
      message: expect.stringContaining("Foto dari luar kantor terlalu banyak minggu ini"),
    });
    const later = new Date(anybody.now.getTime() + 8 * 86_400_000);
    await storeUpload({ ...room(village.anonymous(), 16), now: later }, png(), evidence);
    const resident = { accountId: "akun-warga", sessionId: "sesi", residentId: "warga", name: "Lalu" };
    const his = room({ ...village.anonymous(), resident }, 20);
    await storeUpload(his, png(), evidence);
    await expect(storeUpload(his, png(), evidence)).rejects.toThrow("Foto dari luar kantor");
    await storeUpload(room({ ...his, resident: { ...resident, accountId: "lain" } }, 20), png(), evidence);
    for (let nth = 0; nth < 3; nth++) await storeUpload(room(known, 8), png(), evidence);
  });

  it("leaves a row that the sweep finds where the store fails, never bytes without a row", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const put = async () => {
      throw new Error("store is down");
    };
    const failed = storeUpload({ ...ctx, files: { ...ctx.files, put } }, png(), evidence);
    await expect(failed).rejects.toMatchObject({
      name: "FieldError",
      field: "berkas",
      message: expect.stringContaining("Penyimpanan berkas belum menjawab"),
    });
    expect(await village.db.select().from(files)).toMatchObject([{ attachedAt: null }]);
    expect(village.files.held.size).toBe(0);
  });
});

describe("attachFile", () => {
  let village: TestVillage;
  beforeEach(async () => {
    village = await createTestVillage();
  });

  it("ties a file to a record once, for its purpose, and only for who sent it", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const other = await village.ctxAs("kepala-desa");
    const row = await storeUpload(ctx, png(), evidence);
    const attach = (purpose: string, accountId: string) =>
      village.db.transaction((tx) => attachFile(tx, row.id, purpose, { accountId, now: ctx.now }));
    await expect(attach("evidence", other.actor.accountId)).rejects.toThrow("tidak tersimpan");
    await expect(attach("emblem", ctx.actor.accountId)).rejects.toThrow("tidak tersimpan");
    expect(await attach("evidence", ctx.actor.accountId)).toMatchObject({ id: row.id });
    await expect(attach("evidence", ctx.actor.accountId)).rejects.toThrow("tidak tersimpan");
  });

  it("cannot reach another village's file", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const row = await storeUpload(ctx, png(), evidence);
    const neighbour = await createTestVillage();
    const by = { accountId: ctx.actor.accountId, now: ctx.now };
    const attempt = neighbour.db.transaction((tx) => attachFile(tx, row.id, "evidence", by));
    await expect(attempt).rejects.toThrow("tidak tersimpan");
  });
});
