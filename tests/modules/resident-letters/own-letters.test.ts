import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx, ResidentCtx } from "#app/context.ts";
import {
  askedForReading,
  askOwnLetter,
  ownLetterSchema,
} from "#app/modules/letters/ask-own-letter.server.ts";
import { completeLetter } from "#app/modules/letters/complete-letter.server.ts";
import { handLetter } from "#app/modules/letters/hand-letter.server.ts";
import { getLetter } from "#app/modules/letters/queries.server.ts";
import { returnLetter } from "#app/modules/letters/return-letter.server.ts";
import { saveSystemApproval } from "#app/modules/letters/save-letter-settings.server.ts";
import { signInSystem, signLetter } from "#app/modules/letters/sign-letters.server.ts";
import { submitLetter } from "#app/modules/letters/submit-letter.server.ts";
import { cancelOwnLetter } from "#app/modules/resident-letters/cancel-own-letter.server.ts";
import { downloadOwnLetter } from "#app/modules/resident-letters/download-own-letter.server.ts";
import { loadOwnForm } from "#app/modules/resident-letters/load-kinds.server.ts";
import { loadOwnLetter } from "#app/modules/resident-letters/load-own-letter.server.ts";
import { loadOfficeView } from "#app/modules/resident-letters/office-view.server.ts";
import { listOwnLetters } from "#app/modules/resident-letters/own-letters.server.ts";
import { answerQuestion, askQuestion } from "#app/modules/resident-letters/questions.server.ts";
import { rateOwnLetter } from "#app/modules/resident-letters/rate-own-letter.server.ts";
import { residentLetterRetention } from "#app/modules/resident-letters/retention.ts";
import { LETTER_PAPER, sendPaper } from "#app/modules/resident-letters/send-paper.server.ts";
import { ConflictError, ForbiddenError, LimitError, NotFoundError } from "#app/platform/errors.ts";
import { storeUpload } from "#app/platform/files/store-upload.ts";
import { runRetention } from "#app/platform/privacy/run-retention.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { seedHousehold } from "#app/seed/seed-resident.ts";
import { letterNumbers, letterSteps } from "#db/village/schema/letters.ts";
import { letterPapers } from "#db/village/schema/residents.ts";
import { files } from "#db/village/schema/village.ts";
import { residentCtx } from "#tests/support/resident-client.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";

const PHOTO = readFileSync(new URL("../../platform/image/fixtures/sawah.jpg", import.meta.url));
const NIK = "5201091206850001";

let village: TestVillage;
let counter: OfficeCtx;
let kades: OfficeCtx;
let head: ResidentCtx;
let member: ResidentCtx;
let stranger: ResidentCtx;
let ids: string[];

beforeAll(async () => {
  village = await createVillage();
  counter = await village.ctxAs("kaur-umum");
  kades = await village.ctxAs("kepala-desa");
  const { residentIds } = await seedHousehold(village.anonymous(), {
    number: "5201091206150001",
    members: [
      { name: "Lalu Sahrul", nik: NIK },
      { name: "Baiq Suci", sex: 2, familyRole: 3 },
      { name: "Lalu Amin", status: 2 },
    ],
  });
  ids = residentIds;
  head = await residentCtx(village, ids[0]);
  member = await residentCtx(village, ids[1]);
  stranger = await residentCtx(village);
});

async function ask(ctx: ResidentCtx, kind = "domisili", personId = ctx.resident.residentId, key?: string) {
  const schema = await ownLetterSchema(ctx, kind);
  const input = schema.parse({ isian: { keperluan: "melamar pekerjaan", sekolah: "SMPN 1" } });
  return (await askOwnLetter({ ...ctx, submitKey: key ?? null }, kind, personId, input)).id;
}

/** For whom a resident may ask. */
async function askedBy(ctx: ResidentCtx) {
  return (await readTogether(ctx.db, { people: askedForReading(ctx) })).people;
}

async function sendPhoto(ctx: ResidentCtx, letterId: string, syarat = 0) {
  const row = await storeUpload(ctx, new File([PHOTO], "kk.jpg", { type: "image/jpeg" }), LETTER_PAPER);
  await sendPaper(ctx, letterId, { syarat, berkas: row.id });
  return row;
}

/** Seen by the counter and handed in. */
async function handIn(id: string, by: "wet" | "system" = "wet"): Promise<void> {
  const { version, state, requirements } = await getLetter(village.db, id);
  if (state === "asked")
    await completeLetter(counter, id, { versi: version, ada: requirements.map((_, index) => index) });
  const { version: versi } = await getLetter(village.db, id);
  await submitLetter(counter, id, { versi, tanda_tangan: by, penandatangan: null });
}

async function signed(id: string, by: "wet" | "system" = "wet"): Promise<void> {
  await handIn(id, by);
  const { version } = await getLetter(village.db, id);
  if (by === "wet") await signLetter(counter, id, { versi: version, berkas: null });
  else await signInSystem(kades, id, { versi: version });
}

describe("asking from the phone", () => {
  it("puts the letter before the counter with its promised time, as the register has its person", async () => {
    const id = await ask(head);
    const letter = await getLetter(village.db, id);
    expect(letter).toMatchObject({ channel: "resident", waitsFor: "counter", personName: "Lalu Sahrul" });
    expect(letter.promisedAt).not.toBeNull();
    expect(letter.contentSealed).not.toContain(NIK);
    expect((await listOwnLetters(head)).map((each) => each.id)).toContain(id);
  });

  it("does it once for the same form sent twice", async () => {
    expect(await ask(head, "domisili", undefined, "kunci-warga-1")).toBe(
      await ask(head, "domisili", undefined, "kunci-warga-1"),
    );
  });

  it("is for himself, and for the head also for the living of his card; nobody else", async () => {
    expect((await askedBy(head)).map(({ id }) => id)).toEqual([ids[0], ids[1]]);
    expect((await askedBy(member)).map(({ id }) => id)).toEqual([ids[1]]);
    const id = await ask(head, "domisili", ids[1]);
    expect((await listOwnLetters(head)).map((each) => each.id)).toContain(id);
    expect((await listOwnLetters(member)).map((each) => each.id)).toContain(id);
    await expect(ask(member, "domisili", ids[0])).rejects.toThrow(NotFoundError);
    await expect(loadOwnForm(member, "domisili", ids[0] ?? "")).rejects.toThrow(NotFoundError);
    expect((await loadOwnForm(head, "domisili", ids[1] ?? "")).person.id).toBe(ids[1]);
    await expect(ask(head, "domisili", ids[2])).rejects.toThrow(NotFoundError);
    await expect(ask(head, "domisili", stranger.resident.residentId)).rejects.toThrow(NotFoundError);
  });

  it("is refused for kinds that the village keeps to the counter", async () => {
    await expect(ask(head, "wali")).rejects.toThrow(NotFoundError);
    await expect(ask(head, "umum")).rejects.toThrow(NotFoundError);
  });

  it("has an end where nothing is finished", async () => {
    const eager = await residentCtx(village);
    for (let nth = 0; nth < 10; nth++) await ask(eager);
    await expect(ask(eager)).rejects.toThrow(LimitError);
    const [first] = await listOwnLetters(eager);
    for (const { id } of await listOwnLetters(eager)) await cancelOwnLetter(eager, id, { alasan: "coba" });
    for (let nth = 0; nth < 10; nth++)
      await cancelOwnLetter(eager, await ask(eager), { alasan: "coba lagi" });
    await expect(ask(eager)).rejects.toThrow("Dalam 24 jam");
    const now = new Date(Date.parse(first?.askedAt ?? "") + 86_400_000 + 60_000);
    await ask({ ...eager, now });
  });
});

describe("somebody else's letter", () => {
  it("is not there: to be read, sent papers, answered, called off, downloaded or rated", async () => {
    const id = await ask(head, "tidak-mampu");
    await askQuestion(counter, id, { pertanyaan: "Sekolah mana?" });
    const neighbour = { ...(await residentCtx(await createVillage())) };
    for (const ctx of [stranger, member, neighbour]) {
      const photo = { syarat: 0, berkas: crypto.randomUUID() };
      await expect(loadOwnLetter(ctx, id)).rejects.toThrow(NotFoundError);
      await expect(sendPaper(ctx, id, photo)).rejects.toThrow(NotFoundError);
      await expect(answerQuestion(ctx, id, { pertanyaan: "x", jawaban: "y" })).rejects.toThrow(NotFoundError);
      await expect(cancelOwnLetter(ctx, id, { alasan: "iseng" })).rejects.toThrow(NotFoundError);
      await expect(downloadOwnLetter(ctx, id)).rejects.toThrow(NotFoundError);
      await expect(rateOwnLetter(ctx, id, { nilai: 1, ulasan: null })).rejects.toThrow(NotFoundError);
    }
  });
});

describe("papers and questions", () => {
  it("are photographed one by one, without what the camera wrote, seen by the counter and ticked there", async () => {
    const id = await ask(head, "tidak-mampu");
    const row = await sendPhoto(head, id);
    const stored = await village.files.get(row.storageKey);
    expect(Buffer.from(new Uint8Array(stored?.bytes ?? new ArrayBuffer(0))).includes("Exif")).toBe(false);
    const view = await loadOfficeView(counter, id);
    expect(view.requirements[0]?.papers).toHaveLength(1);
    expect(view.share).toMatch(/\/lacak\?kode=/);
    expect(view.share).not.toMatch(/Sahrul|\d{16}/);
    const { version, requirements } = await getLetter(village.db, id);
    await completeLetter(counter, id, { versi: version, ada: requirements.map((_, index) => index) });
    expect((await getLetter(village.db, id)).state).toBe("draft");
    await expect(sendPhoto(head, id)).rejects.toThrow(ConflictError);
  });

  it("are not shown to officials who don't serve", async () => {
    const id = await ask(head, "tidak-mampu");
    await expect(loadOfficeView(await village.ctxAs("kepala-dusun"), id)).rejects.toThrow(ForbiddenError);
  });

  it("takes no file that somebody else sent", async () => {
    const id = await ask(head, "tidak-mampu");
    const file = new File([PHOTO], "kk.jpg", { type: "image/jpeg" });
    const foreign = await storeUpload(stranger, file, LETTER_PAPER);
    await expect(sendPaper(head, id, { syarat: 0, berkas: foreign.id })).rejects.toMatchObject({
      field: "berkas",
    });
  });

  it("are asked one at a time and answered once", async () => {
    const id = await ask(head);
    await askQuestion(counter, id, { pertanyaan: "Untuk perusahaan mana?" });
    await expect(askQuestion(counter, id, { pertanyaan: "Kapan?" })).rejects.toThrow(ConflictError);
    const [open] = (await loadOwnLetter(head, id)).questions;
    await answerQuestion(head, id, { pertanyaan: open?.id ?? "", jawaban: "PT Maju" });
    await expect(
      answerQuestion(head, id, { pertanyaan: open?.id ?? "", jawaban: "PT Lain" }),
    ).rejects.toThrow(ConflictError);
    expect((await loadOfficeView(counter, id)).questions[0]?.answer).toBe("PT Maju");
  });
});

describe("the end of a request", () => {
  beforeEach(async () => {
    head = await residentCtx(village);
  });

  it("is called off before the signature, its number void; not after", async () => {
    const id = await ask(head);
    await handIn(id);
    await cancelOwnLetter(head, id, { alasan: "Tidak jadi" });
    const [number] = await village.db.select().from(letterNumbers).where(eq(letterNumbers.letterId, id));
    expect(number?.state).toBe("void");
    const other = await ask(head);
    await signed(other);
    await expect(cancelOwnLetter(head, other, { alasan: "Tidak jadi" })).rejects.toThrow(ConflictError);
  });

  it("is collected where the pen signed, downloaded where the approval is on, and rated once after it is handed over", async () => {
    const wet = await ask(head);
    await signed(wet);
    await expect(downloadOwnLetter(head, wet)).rejects.toThrow(NotFoundError);
    await saveSystemApproval(kades, { nyala: true, perkades: "1/2026", tanggal: "2026-01-05" });
    const id = await ask(head);
    await signed(id, "system");
    const { bytes } = await downloadOwnLetter(head, id);
    expect(new TextDecoder("latin1").decode(bytes.slice(0, 4))).toBe("%PDF");
    await expect(rateOwnLetter(head, id, { nilai: 4, ulasan: null })).rejects.toThrow(ConflictError);
    const { version } = await getLetter(village.db, id);
    await handLetter(counter, id, { versi: version, kepada: "Lalu Sahrul" });
    await rateOwnLetter(head, id, { nilai: 4, ulasan: "Cepat" });
    await expect(rateOwnLetter(head, id, { nilai: 1, ulasan: null })).rejects.toThrow(ConflictError);
  });

  it("shows steps without the names of officials, and a return to the counter tells nobody who has no inbox", async () => {
    const id = await ask(head);
    await handIn(id);
    await returnLetter(kades, id, { versi: (await getLetter(village.db, id)).version, alasan: "Perbaiki" });
    const { story } = await loadOwnLetter(head, id);
    expect(JSON.stringify(story)).not.toMatch(/Pemegang|Sahrul/);
    const steps = await village.db.select().from(letterSteps).where(eq(letterSteps.letterId, id));
    expect(steps.find(({ step }) => step === "ask")?.byName).toBe("Warga");
  });

  it("takes the photos away with their files three months after", async () => {
    const id = await ask(head, "tidak-mampu");
    const row = await sendPhoto(head, id);
    await cancelOwnLetter(head, id, { alasan: "Tidak jadi" });
    const run = (iso: string) =>
      runRetention({ ...village.anonymous(), now: new Date(iso) }, residentLetterRetention);
    await run("2027-01-24T02:00:00.000Z");
    expect(await village.db.$count(letterPapers, eq(letterPapers.letterId, id))).toBe(1);
    await run("2027-03-01T02:00:00.000Z");
    expect(await village.db.$count(letterPapers, eq(letterPapers.letterId, id))).toBe(0);
    expect(await village.db.$count(files, eq(files.id, row.id))).toBe(0);
    expect(await village.files.get(row.storageKey)).toBeNull();
  });
});
