import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { askPermit, changePermit } from "#app/modules/permits/ask-permit.server.ts";
import {
  handOver,
  openPlace,
  payDeposit,
  recordAnswer,
  refundDeposit,
  returnPlace,
} from "#app/modules/permits/carry-permit.server.ts";
import { cancelPermit, grantPermit, refusePermit } from "#app/modules/permits/decide-permit.server.ts";
import { AskInput, ChangeInput, ConsentInput, PlaceInput } from "#app/modules/permits/input.ts";
import { listMonth, listPermits } from "#app/modules/permits/list-permits.server.ts";
import { loadPermit } from "#app/modules/permits/load-permit.server.ts";
import { makePermitPaper, makeSlip } from "#app/modules/permits/make-papers.server.ts";
import { getPermit } from "#app/modules/permits/permits.server.ts";
import { permitPersonData } from "#app/modules/permits/person-data.server.ts";
import { permitQueue } from "#app/modules/permits/queue.server.ts";
import { permitReceipts } from "#app/modules/permits/receipt-subject.server.ts";
import { recordConsent, removeConsent } from "#app/modules/permits/record-consent.server.ts";
import { saveConsentSetting, savePlace } from "#app/modules/permits/save-place.server.ts";
import { findReceipt } from "#app/modules/receipts/issue-receipt.server.ts";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { seedResident } from "#app/seed/seed-resident.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { readPdfText } from "#tests/support/pdf-text.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { createPopulationVillage } from "../population/population-village.ts";

let village: TestVillage;
let head: OfficeCtx;
let clerk: OfficeCtx;
let resident = "";
let hall = "";
let road = "";

const NIK = "5201091206850001";

beforeAll(async () => {
  ({ village } = await createPopulationVillage());
  head = await village.ctxAs("kepala-desa");
  clerk = await village.ctxAs("kasi-pelayanan");
  resident = await seedResident(clerk, { name: "Lalu Suwandi", nik: NIK, address: "Jl. Melati 3" });
  const place = (jenis: string, nama: string, jaminan: string) =>
    savePlace(head, PlaceInput.parse({ jenis, nama, jaminan }));
  hall = (await place("hall", "Balai Dusun Montong", "Rp250.000")).id;
  road = (await place("road", "Jalan Melati", "")).id;
});

/** Each test has a day of its own, so that none stands in another's way. */
let day = 0;
function nextDay(): string {
  day++;
  return `2027-01-${String(day).padStart(2, "0")}`;
}

const FIELDS = { jenis: "hall", keperluan: "Resepsi pernikahan", jam_mulai: "08:00", jam_selesai: "17:00" };
const ask = (on: string, more: Record<string, string> = {}, who: string | null = resident) =>
  askPermit(clerk, who, AskInput.parse({ ...FIELDS, tempat: hall, mulai: on, selesai: on, ...more }));
const rowOf = (id: string) => getPermit(village.db, id);
const versionOf = async (id: string) => (await rowOf(id)).version;
const grant = async (id: string, catatan: string | null = null, ctx = head) =>
  grantPermit(ctx, id, { versi: await versionOf(id), catatan });
const onDay = async (id: string, tanggal = "2026-11-24") => ({ versi: await versionOf(id), tanggal });

describe("a hall", () => {
  it("goes from the request at the counter to the deposit that went back", async () => {
    const { id, number } = await ask(nextDay());
    expect((await ask(nextDay())).number).toBe(number + 1);
    expect((await rowOf(id)).applicantSealed).not.toContain(NIK);
    const { queue } = await readTogether(head.db, { queue: permitQueue.read(head) });
    expect(queue.map(({ href }) => href)).toContain(`/kantor/izin/${id}`);
    await grant(id);
    await expect(openPlace(clerk, id, await onDay(id))).rejects.toThrow("Jaminannya belum diterima");
    await expect(payDeposit(clerk, id, await onDay(id, "2026-11-25"))).rejects.toMatchObject({
      field: "tanggal",
    });
    await payDeposit(clerk, id, await onDay(id));
    await expect(payDeposit(clerk, id, await onDay(id))).rejects.toThrow("tidak dapat dilakukan");
    await openPlace(clerk, id, await onDay(id));
    const back = { versi: await versionOf(id), keadaan: "Bersih dan lengkap" };
    expect(await returnPlace(clerk, id, back)).toEqual({ holdsDeposit: true });
    await expect(refundDeposit(clerk, id, await onDay(id, "2026-11-23"))).rejects.toMatchObject({
      field: "tanggal",
    });
    await refundDeposit(clerk, id, await onDay(id));
    expect(await rowOf(id)).toMatchObject({
      state: "closed",
      deposit: 250_000,
      depositPaidOn: "2026-11-24",
      depositReturnedOn: "2026-11-24",
      returnedCondition: "Bersih dan lengkap",
    });
    const { steps } = await loadPermit(clerk, id);
    expect(steps.map(({ step }) => step)).toEqual(["refund", "return", "open", "pay", "grant", "ask"]);
    const audited = await village.db.select().from(auditLog).where(eq(auditLog.entityId, id));
    expect(audited.map(({ action }) => action).sort()).toEqual(
      ["ask", "grant", "open", "pay", "refund", "return"].map((step) => `permit.${step}`),
    );
    expect(JSON.stringify(audited)).not.toContain(NIK);
  });

  it("is never granted twice for one moment, also where two grant at once", async () => {
    const on = nextDay();
    const asked = await Promise.all([
      ask(on),
      ask(on, { jam_mulai: "16:59", jam_selesai: "20:00" }),
      ask(on, { jam_mulai: "17:00", jam_selesai: "20:00" }),
    ]);
    const [first, clashing, after] = asked.map(({ id }) => id);
    if (!first || !clashing || !after) return expect.fail("not asked");
    const tries = await Promise.allSettled([grant(first), grant(clashing)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = tries.find(({ status }) => status === "rejected");
    expect(String((lost as PromiseRejectedResult).reason)).toContain("sudah diberikan kepada izin nomor");
    const [winner = "", loser = ""] =
      tries[0]?.status === "fulfilled" ? [first, clashing] : [clashing, first];
    expect((await loadPermit(head, loser)).inTheWay.map(({ id }) => id)).toContain(winner);
    expect((await loadPermit(head, loser)).may.grant).toBe(false);
    await cancelPermit(clerk, winner, { versi: await versionOf(winner), alasan: "Ditunda" });
    await grant(loser);
    // What begins as the other ends stands in nobody's way.
    if (loser === first) await grant(after);
    else await expect(grant(after)).rejects.toThrow("sudah diberikan");
  });

  it("may be moved to a free day while nothing is decided, and not afterwards", async () => {
    const { id } = await ask(nextDay());
    const on = nextDay();
    const change = async () =>
      ChangeInput.parse({
        ...FIELDS,
        versi: await versionOf(id),
        tempat: hall,
        mulai: on,
        selesai: on,
        keperluan: "Rapat karang taruna",
      });
    await changePermit(clerk, id, await change());
    expect(await rowOf(id)).toMatchObject({ fromAt: `${on}T08:00`, purpose: "Rapat karang taruna" });
    await refusePermit(head, id, { versi: await versionOf(id), alasan: "Balai sedang diperbaiki" });
    await expect(changePermit(clerk, id, await change())).rejects.toThrow("tidak dapat dilakukan");
    await expect(grant(id)).rejects.toThrow("tidak dapat dilakukan");
  });
});

describe("a road for a feast", () => {
  it("is granted without the neighbours' consent only for a reason", async () => {
    const { id } = await ask(nextDay(), { jenis: "road", tempat: road });
    await expect(grant(id)).rejects.toMatchObject({ field: "catatan" });
    const consent = (more: object) =>
      recordConsent(clerk, id, ConsentInput.parse({ tetangga: "Amaq Rohani", jawaban: "setuju", ...more }));
    expect(ConsentInput.safeParse({ tetangga: "Inaq", jawaban: "tidak" }).success).toBe(false);
    await consent({});
    await consent({ tetangga: "Inaq Sahir", jawaban: "tidak", alasan: "Bising" });
    await expect(grant(id)).rejects.toMatchObject({ field: "catatan" });
    const { consents } = await loadPermit(clerk, id);
    const refused = consents.find(({ agrees }) => !agrees);
    await removeConsent(clerk, id, { pernyataan: refused?.id ?? "" });
    await grant(id);
    expect(await rowOf(id)).toMatchObject({ state: "granted", decisionNote: null });
    const other = await ask(nextDay(), { jenis: "road", tempat: road });
    await grant(other.id, "Hanya satu rumah di jalan itu");
    expect((await rowOf(other.id)).decisionNote).toContain("satu rumah");
  });

  it("asks for it as the village has set", async () => {
    await saveConsentSetting(head, { jenis: ["hall"] });
    const [first, second] = [await ask(nextDay(), { jenis: "road", tempat: road }), await ask(nextDay())];
    await saveConsentSetting(head, { jenis: ["road", "recommendation-police"] });
    expect((await rowOf(first.id)).needsConsent).toBe(false);
    expect((await rowOf(second.id)).needsConsent).toBe(true);
  });
});

describe("a recommendation", () => {
  it("is handed to the Polsek, and its answer is written down", async () => {
    const police = { jenis: "recommendation-police", tempat: "", lokasi: "Lapangan Montong" };
    const { id } = await ask(nextDay(), police);
    await expect(handOver(clerk, id, { ...(await onDay(id)), kepada: "Polsek" })).rejects.toThrow();
    await grant(id, "Sudah dimusyawarahkan");
    await handOver(clerk, id, { ...(await onDay(id, "2026-11-23")), kepada: "Polsek Gunungsari" });
    const answer = async (tanggal: string) =>
      recordAnswer(clerk, id, { ...(await onDay(id, tanggal)), jawaban: "Diizinkan sampai pukul 22.00" });
    await expect(answer("2026-11-22")).rejects.toMatchObject({ field: "tanggal" });
    await answer("2026-11-24");
    expect(await rowOf(id)).toMatchObject({
      state: "answered",
      handedTo: "Polsek Gunungsari",
      answerText: "Diizinkan sampai pukul 22.00",
    });
  });
});

describe("a request", () => {
  it("may come from outside, with a name of its own", async () => {
    const research = { jenis: "research", tempat: "", lokasi: "Dusun Montong" };
    await expect(ask(nextDay(), research, null)).rejects.toMatchObject({ field: "nama" });
    const { id } = await ask(nextDay(), { ...research, nama: "Ratna", nik: "3201014101000001" }, null);
    await grant(id);
    await returnPlace(clerk, id, { versi: await versionOf(id), keadaan: "Laporan diterima" });
    expect(await rowOf(id)).toMatchObject({ state: "closed", residentId: null, applicantName: "Ratna" });
  });

  it("needs a place of its kind, and ends after it begins", async () => {
    await expect(ask(nextDay(), { tempat: road })).rejects.toMatchObject({ field: "tempat" });
    await expect(ask(nextDay(), { tempat: "" })).rejects.toMatchObject({ field: "tempat" });
    await expect(ask(nextDay(), { jenis: "research", tempat: "" })).rejects.toMatchObject({
      field: "lokasi",
    });
    const wrong = { ...FIELDS, tempat: hall, mulai: "2027-02-02", selesai: "2027-02-01" };
    expect(AskInput.safeParse(wrong).error?.issues[0]?.path).toEqual(["selesai"]);
    expect(AskInput.safeParse({ ...wrong, selesai: "2027-02-30" }).success).toBe(false);
  });

  it("prints a permit with its number and a slip whose code tells the steps without names", async () => {
    const { id, number } = await ask(nextDay());
    const profile = requireProfile((await village.db.select().from(villageProfile))[0]);
    await expect(makePermitPaper(clerk, id, profile)).rejects.toThrow("setelah diizinkan");
    await grant(id);
    const [paper] = await readPdfText(await makePermitPaper(clerk, id, profile));
    expect(paper).toContain(`${number}/IZIN/XI/2026`);
    expect(paper).toContain(NIK);
    const [slip] = await readPdfText(await makeSlip(clerk, id, profile));
    const code = await findReceipt(clerk, village.db, { subject: "permit", subjectId: id });
    expect(slip).toContain(code);
    expect(slip).not.toContain("Suwandi");
    const story = await permitReceipts.read(village.anonymous(), id);
    expect(story?.steps.map(({ what }) => what)).toEqual(["Diizinkan", "Permohonan dicatat"]);
    expect(JSON.stringify(story)).not.toMatch(/Suwandi|pernikahan/);
  });

  it("stands in the month and in the person's file", async () => {
    const on = nextDay();
    const { id } = await ask(on);
    expect((await listMonth(clerk, "2027-01")).map((row) => row.id)).toContain(id);
    expect((await listMonth(clerk, "2027-02")).map((row) => row.id)).not.toContain(id);
    const { held } = await readTogether(clerk.db, { held: permitPersonData.read(clerk, resident) });
    expect((await held)[0]?.facts.map(({ value }) => value).join()).toContain("Pemakaian balai");
  });
});

describe("who may not", () => {
  it("neither decides nor writes nor reads beyond his part", async () => {
    const { id } = await ask(nextDay());
    await expect(grant(id, null, clerk)).rejects.toThrow("tidak berwenang");
    await expect(savePlace(clerk, PlaceInput.parse({ jenis: "hall", nama: "Balai baru" }))).rejects.toThrow(
      "tidak berwenang",
    );
    const money = await village.ctxAs("kaur-keuangan");
    await expect(payDeposit(money, id, { versi: 1, tanggal: "2026-11-24" })).rejects.toThrow(
      "tidak berwenang",
    );
    expect((await loadPermit(money, id)).applicant.nik).not.toBe(NIK);
    const council = await village.ctxAs("ketua-bpd");
    await expect(loadPermit(council, id)).rejects.toThrow("tidak berwenang");
    await expect(listPermits(council, "putusan", null)).rejects.toThrow("tidak berwenang");
  });

  it("sees nothing of another village, nor sends an old page", async () => {
    const { id } = await ask(nextDay());
    const elsewhere = await (await createTestVillage()).ctxAs("kepala-desa");
    await expect(loadPermit(elsewhere, id)).rejects.toThrow("tidak ada");
    await expect(grantPermit(elsewhere, id, { versi: 1, catatan: null })).rejects.toThrow("tidak ada");
    await expect(grantPermit(head, id, { versi: 2, catatan: null })).rejects.toThrow("baru saja diubah");
  });

  it("does the same submit once", async () => {
    const twice = await village.ctxAs("kasi-pelayanan", { submitKey: "kunci-izin-1" });
    const on = nextDay();
    const input = AskInput.parse({ ...FIELDS, tempat: hall, mulai: on, selesai: on });
    const first = await askPermit(twice, resident, input);
    expect(await askPermit(twice, resident, input)).toEqual(first);
  });
});
