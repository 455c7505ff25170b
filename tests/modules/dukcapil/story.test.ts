import { desc, eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { addToBatch, openBatch, removeFromBatch } from "#app/modules/dukcapil/batches.server.ts";
import { getForm, openContent, openResults } from "#app/modules/dukcapil/forms.server.ts";
import { loadBatch } from "#app/modules/dukcapil/load-batch.server.ts";
import { loadForm, loadFormToEdit } from "#app/modules/dukcapil/load-form.server.ts";
import { makeForm, makeFormOfAct } from "#app/modules/dukcapil/make-form.server.ts";
import { makeHandoverList, makeSheetPaper, makeSlip } from "#app/modules/dukcapil/make-papers.server.ts";
import { dukcapilPersonData } from "#app/modules/dukcapil/person-data.server.ts";
import { dukcapilQueue } from "#app/modules/dukcapil/queue.server.ts";
import { dukcapilRetention } from "#app/modules/dukcapil/retention.ts";
import { saveForm } from "#app/modules/dukcapil/save-form.server.ts";
import { sendBatch } from "#app/modules/dukcapil/send-batch.server.ts";
import { cancelForm, collectForm, finishForm, returnForm } from "#app/modules/dukcapil/settle-form.server.ts";
import { BirthInput, MoveOutInput } from "#app/modules/population/event-input.ts";
import { recordBirth } from "#app/modules/population/record-birth.server.ts";
import { recordMoveOut } from "#app/modules/population/record-move-out.server.ts";
import { openResident } from "#app/modules/population/resident-values.server.ts";
import { lookUpReceipt } from "#app/modules/receipts/look-up-receipt.server.ts";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { seedHousehold, seedResident } from "#app/seed/seed-resident.ts";
import { families, residentEvents, residents } from "#db/village/schema/population.ts";
import { dukcapilForms } from "#db/village/schema/services.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { readPdf, readPdfText } from "#tests/support/pdf-text.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { createPopulationVillage, type PopulationAreas } from "../population/population-village.ts";

let village: TestVillage;
let places: PopulationAreas;
let ctx: OfficeCtx;
let [father, mother] = ["", ""];

const MOTHER_NIK = "5201094101750001";
const CHILD_NIK = "5201095011260001";
const AKTA = "5201-LT-24112026-0007";

beforeAll(async () => {
  ({ village, places } = await createPopulationVillage());
  ctx = await village.ctxAs("kasi-pelayanan");
});

beforeEach(async () => {
  const seeded = await seedHousehold(ctx, {
    number: "5201090101120009",
    areaId: places.rt,
    address: "Jalan Melati 3",
    members: [
      { name: "Amaq Sahir", birthDate: "1970-01-01", maritalStatus: 2 },
      { name: "Inaq Sahir", sex: 2, familyRole: 3, birthDate: "1975-01-01", nik: MOTHER_NIK },
    ],
  });
  [father = "", mother = ""] = seeded.residentIds;
});

const formOf = (id: string) => getForm(village.db, id);
const versionOf = async (id: string) => (await formOf(id)).version;
const residentOf = async (id: string) => {
  const [row] = await village.db.select().from(residents).where(eq(residents.id, id));
  return row ?? expect.fail("no resident");
};

async function born(name = "Baiq Sahara") {
  const row = await residentOf(father);
  const [card] = await village.db
    .select()
    .from(families)
    .where(eq(families.id, row.familyId ?? ""));
  const input = BirthInput.parse({
    versi: row.version,
    versiKk: card?.version ?? 0,
    tanggal: "2026-11-10",
    nama: name,
    jk: "2",
    tempatLahir: "Mataram",
    ayah: father,
    ibu: mother,
    pelapor: "Amaq Sahir",
  });
  const recorded = await recordBirth(ctx, father, input);
  return { ...recorded, formId: (await makeFormOfAct(ctx, recorded.actId)).id };
}

/** What the form's page holds already, sent as ready. */
async function makeReady(id: string, more: object = {}) {
  const { isian, version } = await loadFormToEdit(ctx, id);
  return saveForm(ctx, id, { versi: version, maksud: "siap", isian: { ...isian, ...more } });
}

async function sent(...ids: string[]) {
  const batch = await openBatch(ctx, { lembar: ids });
  const input = { versi: 1, tanggal: "2026-11-20", pembawa: "Lalu Gede", nomor: "TT-8", berkas: null };
  await sendBatch(ctx, batch.id, input);
  return batch;
}

const finish = async (id: string, numbers: { nik?: string; akta_lahir?: string; nomor?: string }) =>
  finishForm(ctx, id, {
    versi: await versionOf(id),
    tanggal: "2026-11-24",
    nik: null,
    akta_lahir: null,
    nomor: null,
    ...numbers,
  });

describe("a birth", () => {
  it("goes to Dukcapil in a batch, comes back once, and ends with NIK and akta number in the register", async () => {
    const { residentId, formId, actId } = await born();
    expect(await makeFormOfAct(ctx, actId)).toEqual({ id: formId, isNew: false });
    expect(await openContent(ctx, await formOf(formId))).toMatchObject({
      pelapor: [{ nama: "Amaq Sahir" }],
      ibu: [{ nama: "Inaq Sahir", nik: MOTHER_NIK, tanggal_lahir: "1975-01-01" }],
      anak: [{ nama: "Baiq Sahara", kelamin: "Perempuan", tanggal_lahir: "2026-11-10" }],
    });
    await makeReady(formId);
    const first = await sent(formId);
    await expect(finish(formId, {})).rejects.toMatchObject({ field: "akta_lahir" });
    const back = { versi: await versionOf(formId), tanggal: "2026-11-22", alasan: "Saksi belum lengkap" };
    await returnForm(ctx, formId, back);
    expect((await loadBatch(ctx, first.id)).batch.state).toBe("closed");
    await makeReady(formId, { saksi: [{ nama: "Lalu Amir" }] });
    expect(await formOf(formId)).toMatchObject({ state: "ready", batchId: null });
    const second = await sent(formId);
    expect(second.number).toBe(first.number + 1);
    expect(await finish(formId, { nik: CHILD_NIK, akta_lahir: AKTA })).toEqual({
      fields: ["nik", "birthCertificate"],
      doubt: null,
    });
    const child = await residentOf(residentId);
    expect(await openResident(ctx.keys, child)).toMatchObject({ nik: CHILD_NIK, birthCertificate: AKTA });
    const [event] = await village.db
      .select()
      .from(residentEvents)
      .where(eq(residentEvents.residentId, residentId))
      .orderBy(desc(residentEvents.seq));
    expect(event).toMatchObject({ kind: "change", happenedOn: "2026-11-24" });
    const collected = { versi: await versionOf(formId), tanggal: "2026-11-24", oleh: "Inaq Sahir" };
    await collectForm(ctx, formId, collected);
    const { journeys, form } = await loadForm(ctx, formId);
    expect(form).toMatchObject({ state: "collected", collectedBy: "Inaq Sahir" });
    expect(journeys.map(({ outcome }) => outcome)).toEqual(["finished", "returned"]);
    // The old list still names what went with it.
    expect((await loadBatch(ctx, first.id)).contents).toMatchObject([
      { id: formId, outcome: "returned", reason: "Saksi belum lengkap" },
    ]);
  });

  it("is followed by the code of its slip, which names nobody and nothing that was written", async () => {
    const { formId } = await born();
    const [profile] = await village.db.select().from(villageProfile);
    const { bytes } = await makeSlip(ctx, formId, requireProfile(profile));
    const code = (await loadForm(ctx, formId)).receipt?.code ?? "";
    const [slip = ""] = await readPdfText(bytes);
    for (const told of ["TANDA TERIMA PENGURUSAN DOKUMEN", "Pelaporan kelahiran", code])
      expect(slip).toContain(told);
    await makeReady(formId);
    await sent(formId);
    const back = { versi: await versionOf(formId), tanggal: "2026-11-22", alasan: "Nama Sahir salah tulis" };
    await returnForm(ctx, formId, back);
    const { story } = await lookUpReceipt(village.anonymous(), code);
    expect(story?.state).toContain("Dikembalikan Dukcapil");
    expect(story?.steps.map(({ at }) => at.slice(0, 10))).toEqual(["2026-11-22", "2026-11-20", "2026-11-24"]);
    for (const hidden of ["Sahir", "Sahara", "Lalu Gede"])
      expect(slip + JSON.stringify(story)).not.toContain(hidden);
    const reader = await village.ctxAs("kaur-keuangan");
    await expect(makeSlip(reader, formId, requireProfile(profile))).rejects.toThrow("tidak berwenang");
  });

  it("tells of a NIK that somebody else has, and writes nothing then", async () => {
    await seedResident(ctx, { name: "Lalu Lain", nik: "5201090101900004" });
    const { residentId, formId } = await born("Baiq Kedua");
    await makeReady(formId);
    await sent(formId);
    await expect(finish(formId, { nik: "5201090101900004", akta_lahir: "AL-2" })).rejects.toMatchObject({
      field: "nik",
      message: expect.stringContaining("Lalu Lain"),
    });
    expect(await residentOf(residentId)).toMatchObject({ nikSealed: null, birthCertificateSealed: null });
    expect(await formOf(formId)).toMatchObject({ state: "sent", finishedOn: null, resultSealed: null });
  });
});

describe("a sheet", () => {
  it("keeps its numbers sealed, masked on the page and out of the form's fields", async () => {
    const { formId } = await born("Baiq Ketiga");
    const row = await formOf(formId);
    expect(row.contentSealed).not.toContain(MOTHER_NIK);
    const shown = JSON.stringify([await loadForm(ctx, formId), await loadFormToEdit(ctx, formId)]);
    expect(shown).not.toContain(MOTHER_NIK);
    await makeReady(formId);
    expect((await openContent(ctx, await formOf(formId))).ibu).toMatchObject([{ nik: MOTHER_NIK }]);
    await saveForm(ctx, formId, {
      versi: await versionOf(formId),
      maksud: "simpan",
      isian: { ibu: [{ nama: "Inaq Sahir", nik: "-" }] },
    });
    expect((await openContent(ctx, await formOf(formId))).ibu).toEqual([{ nama: "Inaq Sahir" }]);
  });

  it("is refused as ready while something is missing, and says where", async () => {
    const { id } = await makeForm(ctx, mother, "F-1.06");
    await expect(makeReady(id)).rejects.toMatchObject({ field: "isian.perubahan[0].nama" });
    expect((await formOf(id)).state).toBe("draft");
  });

  it("is printed on F4 under a title that claims nothing", async () => {
    const { formId } = await born("Baiq Keempat");
    const profile = requireProfile((await village.db.select().from(villageProfile))[0]);
    const { bytes } = await makeSheetPaper(ctx, formId, profile);
    const [page] = await readPdf(bytes);
    expect(Math.round(((page?.height ?? 0) * 25.4) / 72)).toBe(330);
    expect(page?.text).toContain("Lembar data F-2.01, bukan formulir resmi");
    expect(page?.text).toContain(MOTHER_NIK);
    await makeReady(formId);
    const { id } = await openBatch(ctx, { lembar: [formId] });
    const list = (await readPdf((await makeHandoverList(ctx, id, profile)).bytes))[0]?.text;
    expect(list).toContain("Baiq Keempat");
    expect(list).not.toContain(MOTHER_NIK);
  });

  it("of a move names all who moved", async () => {
    const row = await residentOf(mother);
    const [card] = await village.db
      .select()
      .from(families)
      .where(eq(families.id, row.familyId ?? ""));
    const { actId } = await recordMoveOut(
      ctx,
      mother,
      MoveOutInput.parse({
        versi: row.version,
        versiKk: card?.version,
        tanggal: "2026-11-12",
        siapa: [father, mother],
        jangkauan: "1",
        tujuan: "Denpasar",
      }),
    );
    const { id } = await makeFormOfAct(ctx, actId);
    const content = await openContent(ctx, await formOf(id));
    expect(content.yang_pindah?.map(({ nama }) => nama).sort()).toEqual(["Amaq Sahir", "Inaq Sahir"]);
    expect(content.pindah).toMatchObject([{ tujuan: "Denpasar", tanggal: "2026-11-12" }]);
  });
});

describe("a batch", () => {
  it("takes only what is ready, once, and nothing after it left", async () => {
    const [one, two] = [await makeForm(ctx, father, "F-1.01"), await makeForm(ctx, mother, "F-1.01")];
    await expect(openBatch(ctx, { lembar: [one.id] })).rejects.toThrow("tidak lagi siap");
    await makeReady(one.id);
    await makeReady(two.id);
    const tries = await Promise.allSettled([
      openBatch(ctx, { lembar: [one.id] }),
      openBatch(ctx, { lembar: [one.id] }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { batchId } = await formOf(one.id);
    await addToBatch(ctx, batchId ?? "", { versi: 1, lembar: [two.id] });
    await expect(addToBatch(ctx, batchId ?? "", { versi: 1, lembar: [two.id] })).rejects.toThrow("baru saja");
    await removeFromBatch(ctx, batchId ?? "", { versi: 2, keluar: two.id });
    const send = { versi: 3, tanggal: "2026-11-23", pembawa: "Lalu Gede", nomor: null, berkas: null };
    await sendBatch(ctx, batchId ?? "", send);
    await expect(addToBatch(ctx, batchId ?? "", { versi: 4, lembar: [two.id] })).rejects.toThrow(
      "sudah dikirim",
    );
    await expect(cancelForm(ctx, one.id, { versi: await versionOf(one.id), alasan: "x" })).rejects.toThrow();
    expect((await formOf(two.id)).state).toBe("ready");
    await expect(finish(one.id, {})).resolves.toMatchObject({ fields: [] });
    expect(await openResults(ctx, await formOf(one.id))).toEqual({});
  });

  it("is not left empty, nor sent tomorrow", async () => {
    const { id } = await makeForm(ctx, father, "F-1.01");
    await makeReady(id);
    const batch = await openBatch(ctx, { lembar: [id] });
    const send = { versi: 1, tanggal: "2026-11-25", pembawa: "Lalu Gede", nomor: null, berkas: null };
    await expect(sendBatch(ctx, batch.id, send)).rejects.toMatchObject({ field: "tanggal" });
    await cancelForm(ctx, id, { versi: await versionOf(id), alasan: "Tidak jadi" });
    const again = { ...send, versi: 2, tanggal: "2026-11-24" };
    await expect(sendBatch(ctx, batch.id, again)).rejects.toThrow("kosong");
  });
});

describe("who may not", () => {
  it("neither makes nor opens sheets", async () => {
    const { formId } = await born("Baiq Kelima");
    for (const position of ["kaur-keuangan", "ketua-bpd", "kepala-dusun"]) {
      const other = await village.ctxAs(position);
      await expect(makeForm(other, mother, "F-1.01")).rejects.toThrow("tidak berwenang");
      await expect(loadForm(other, formId)).rejects.toThrow("tidak berwenang");
      await expect(loadFormToEdit(other, formId)).rejects.toThrow("tidak berwenang");
      const { queue } = await readTogether(other.db, { queue: dukcapilQueue.read(other) });
      expect(queue).toEqual([]);
    }
  });

  it("finds nothing of another village", async () => {
    const { formId } = await born("Baiq Keenam");
    const elsewhere = await (await createTestVillage()).ctxAs("kepala-desa");
    await expect(loadForm(elsewhere, formId)).rejects.toThrow("tidak ada");
    await expect(makeForm(elsewhere, mother, "F-1.06")).rejects.toThrow();
  });
});

describe("on the desk and in the files", () => {
  it("reminds of what came back, what is ready, and a batch that waits for long", async () => {
    const [one, two] = [await makeForm(ctx, father, "F-1.01"), await makeForm(ctx, mother, "F-1.01")];
    await makeReady(one.id);
    await makeReady(two.id);
    const { number } = await sent(one.id);
    village.setNow("2026-12-10T02:00:00.000Z");
    const later = { ...ctx, now: village.now() };
    const { queue } = await readTogether(ctx.db, { queue: dukcapilQueue.read(later) });
    village.setNow("2026-11-24T02:00:00.000Z");
    const keys = queue.map(({ title }) => title);
    expect(keys).toContain(`Tanyakan berkas ${number}/2026 ke Dukcapil`);
    expect(keys.some((title) => title.includes("siap dikirim"))).toBe(true);
  });

  it("stands in a person's file, and goes when its time is over", async () => {
    const { residentId, formId } = await born("Baiq Ketujuh");
    const { held } = await readTogether(ctx.db, { held: dukcapilPersonData.read(ctx, residentId) });
    expect((await held)[0]?.facts[0]?.value).toContain("F-2.01 Pelaporan kelahiran");
    await cancelForm(ctx, formId, { versi: 1, alasan: "Salah orang" });
    const [rule] = dukcapilRetention;
    if (rule?.removal.how !== "run") return expect.fail("no run");
    expect(await rule.removal.run(ctx, "2026-11-23")).toEqual({ removed: 0, isMore: false });
    expect((await rule.removal.run(ctx, "2026-11-25")).removed).toBeGreaterThan(0);
    const left = await village.db.select().from(dukcapilForms).where(eq(dukcapilForms.id, formId));
    expect(left).toEqual([]);
  });
});
