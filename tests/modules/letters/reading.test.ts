import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { writeOfficial } from "#app/modules/correspondence/write-official.server.ts";
import { actOnLetter } from "#app/modules/letters/act-on-letter.server.ts";
import { askLetter } from "#app/modules/letters/ask-letter.server.ts";
import { officialInput } from "#app/modules/letters/ask-official.server.ts";
import { cancelLetter } from "#app/modules/letters/cancel-letter.server.ts";
import { getKind } from "#app/modules/letters/kinds.server.ts";
import { letterInput } from "#app/modules/letters/letter-input.ts";
import { requirePaper } from "#app/modules/letters/letter-reading.server.ts";
import { loadLetter } from "#app/modules/letters/load-letter.server.ts";
import { getLetter } from "#app/modules/letters/queries.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { seedResident } from "#app/seed/seed-resident.ts";
import { dispositions } from "#db/village/schema/letters.ts";
import { files } from "#db/village/schema/village.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { register } from "../correspondence/mail-stage.ts";
import { createVillage } from "../village/support.ts";

const NIK = "5201091203900001";
const MASKED = "5201************";
const PICTURE = readFileSync(new URL("../../platform/image/fixtures/sawah.jpg", import.meta.url));
const TIFF = "Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0";
/** As a phone sends it, with where and when it was taken. */
const PHOTO = Buffer.concat([
  PICTURE.subarray(0, 2),
  Buffer.from([0xff, 0xe1, 0, TIFF.length + 2]),
  Buffer.from(TIFF, "latin1"),
  PICTURE.subarray(2),
]);

let village: TestVillage;
const who = {} as Record<"head" | "sekdes" | "kasi" | "counter" | "clerk" | "money" | "plans", OfficeCtx>;
let resident: string;

beforeAll(async () => {
  village = await createVillage();
  who.head = await village.ctxAs("kepala-desa");
  who.sekdes = await village.ctxAs("sekretaris-desa");
  who.kasi = await village.ctxAs("kasi-pelayanan");
  who.counter = await village.ctxAs("operator");
  who.clerk = await village.ctxAs("kaur-umum");
  who.money = await village.ctxAs("kaur-keuangan");
  who.plans = await village.ctxAs("kaur-perencanaan");
  resident = await seedResident(village.anonymous(), { name: "Lalu Sahrul", nik: NIK, sex: 1 });
});

async function issued(): Promise<string> {
  const kind = await getKind(who.counter, village.db, "domisili");
  const input = letterInput(kind).parse({ maksud: "cetak", isian: { keperluan: `kerja, NIK ${NIK}` } });
  return (await askLetter(who.counter, "domisili", { residentId: resident, subjectId: null }, input)).id;
}

async function official(sifat: string, more: Record<string, string> = {}, answers: string | null = null) {
  const isian = { kepada: "Camat", hal: "Hal", sifat, isi: "Isi surat", ...more };
  const input = officialInput(await getKind(who.clerk, village.db, "pemberitahuan")).parse({
    maksud: "cetak",
    isian,
  });
  return (await writeOfficial(who.clerk, "pemberitahuan", input, answers)).id;
}

const opensPaper = async (ctx: OfficeCtx, id: string) =>
  requirePaper(ctx, village.db, await getLetter(village.db, id)).then(
    () => true,
    (error: unknown) => {
      expect(error).toBeInstanceOf(ForbiddenError);
      return false;
    },
  );
const versionOf = async (id: string) => (await getLetter(village.db, id)).version;

/** Sends the form of the letter's page as a browser would. */
async function mark(ctx: OfficeCtx, id: string, photo: File | null): Promise<unknown> {
  const form = new FormData();
  form.set("maksud", "tandai");
  form.set("versi", String(await versionOf(id)));
  if (photo) form.set("berkas", photo);
  return actOnLetter(ctx, id, form);
}

describe("the paper of a letter with identifiers", () => {
  it("is for who works on letters or may see identifiers; others have the page, with all of them masked", async () => {
    const id = await issued();
    for (const ctx of [who.head, who.sekdes, who.kasi, who.counter, who.clerk])
      expect(await opensPaper(ctx, id)).toBe(true);
    for (const ctx of [who.money, who.plans]) {
      expect(await opensPaper(ctx, id)).toBe(false);
      const page = await loadLetter(ctx, id);
      expect(page.hasPaper).toBe(false);
      expect(JSON.stringify(page)).not.toContain(NIK);
      expect(JSON.stringify(page.facts)).toContain(`kerja, NIK ${MASKED}`);
    }
  });

  it("of the office is for everybody who reads letters, unless a number stands in it", async () => {
    expect(await opensPaper(who.money, await official("Biasa"))).toBe(true);
    expect(await opensPaper(who.money, await official("Biasa", { isi: `Atas nama NIK ${NIK}` }))).toBe(false);
    const spaced = NIK.replace(/(\d{4})(?=\d)/g, "$1 ");
    expect(await opensPaper(who.money, await official("Biasa", { isi: `NIK ${spaced}.` }))).toBe(false);
  });
});

describe("a photo of what was signed", () => {
  it("is kept without the camera's data, and shown to who may open the paper", async () => {
    const id = await issued();
    await mark(who.counter, id, new File([PHOTO], "surat.jpg", { type: "image/jpeg" }));
    const { signedPhotoId, state } = await getLetter(village.db, id);
    expect(state).toBe("signed");
    const [row] = await village.db
      .select()
      .from(files)
      .where(eq(files.id, signedPhotoId ?? ""));
    expect(row).toMatchObject({ mediaType: "image/jpeg", isPublic: false, attachedAt: expect.any(String) });
    const stored = await who.counter.files.get(row?.storageKey ?? "");
    expect(new TextDecoder("latin1").decode(stored?.bytes)).not.toContain("Exif");
    expect(new TextDecoder("latin1").decode(PHOTO)).toContain("Exif");
    expect((await loadLetter(who.kasi, id)).photo).toContain(row?.storageKey);
    expect((await loadLetter(who.money, id)).photo).toBeNull();
  });

  it("may be missing, and what is no photo marks nothing", async () => {
    const id = await issued();
    const refused = await mark(who.counter, id, new File(["%PDF-1.7"], "surat.jpg", { type: "image/jpeg" }));
    expect(refused).toMatchObject({
      init: { status: 422 },
      data: { error: { berkas: [expect.any(String)] } },
    });
    expect((await getLetter(village.db, id)).state).toBe("waiting");
    await mark(who.counter, id, null);
    expect(await getLetter(village.db, id)).toMatchObject({ state: "signed", signedPhotoId: null });
  });
});

describe("a secret letter of the office", () => {
  it("opens for leaders and its writer, for nobody else, and does nothing for who may not open it", async () => {
    const id = await official("Rahasia");
    for (const ctx of [who.head, who.sekdes, who.clerk]) {
      expect((await loadLetter(ctx, id)).letter.id).toBe(id);
      expect(await opensPaper(ctx, id)).toBe(true);
    }
    for (const ctx of [who.kasi, who.counter, who.money]) {
      await expect(loadLetter(ctx, id)).rejects.toBeInstanceOf(ForbiddenError);
      expect(await opensPaper(ctx, id)).toBe(false);
      const stop = cancelLetter(ctx, id, { versi: await versionOf(id), alasan: "Ingin tahu" });
      await expect(stop).rejects.toBeInstanceOf(ForbiddenError);
    }
    expect((await getLetter(village.db, id)).state).toBe("waiting");
  });

  it("opens for whom the letter was passed on to that it answers, and names that letter", async () => {
    const incoming = await register(who.clerk, { perihal: "Permintaan keterangan", pengirim: "Kepolisian" });
    await village.db.insert(dispositions).values({
      ...{ id: "d1", incomingId: incoming.id, toAccountId: who.money.actor.accountId, instruction: "Jawab" },
      ...{ fromAccountId: who.head.actor.accountId, createdAt: village.now().toISOString() },
    });
    const id = await official("Rahasia", {}, incoming.id);
    const page = await loadLetter(who.money, id);
    expect(page.answers).toEqual({
      href: `/kantor/buku/masuk/${incoming.id}`,
      text: expect.stringContaining("Permintaan keterangan, dari Kepolisian"),
    });
    expect(await opensPaper(who.money, id)).toBe(true);
    await expect(loadLetter(who.plans, id)).rejects.toBeInstanceOf(ForbiddenError);
  });
});
