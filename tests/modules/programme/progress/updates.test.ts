import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { approveUpdates } from "#app/modules/programme/approve-updates.server.ts";
import { createUpdate } from "#app/modules/programme/create-update.server.ts";
import { loadActivityMeasures } from "#app/modules/programme/load-measures.server.ts";
import { removeEvidence } from "#app/modules/programme/remove-evidence.server.ts";
import { measureActivity } from "#app/modules/programme/report-rules.ts";
import { returnUpdate } from "#app/modules/programme/return-update.server.ts";
import { saveUpdate } from "#app/modules/programme/save-update.server.ts";
import { submitUpdate } from "#app/modules/programme/submit-update.server.ts";
import { UpdateInput } from "#app/modules/programme/update-input.ts";
import { EVIDENCE } from "#app/modules/programme/update-parts.server.ts";
import { storeUpload } from "#app/platform/files/store-upload.ts";
import { auditLog, positionTerms } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import {
  activities,
  activityUpdates,
  programmes,
  updateEvidence,
  updateValues,
} from "#db/village/schema/programme.ts";
import { files } from "#db/village/schema/village.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { type SeededActivity, seedRunningProgramme } from "./running-programme.ts";

const PDF = new TextEncoder().encode("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

let village: TestVillage;
let programmeId: string;
let letters: SeededActivity;
let counted: SeededActivity;

beforeAll(async () => {
  village = await createTestVillage();
  village.setNow("2027-04-05T02:00:00.000Z");
  const { accountId } = (await village.ctxAs("kasi-pelayanan")).actor;
  const seeded = await seedRunningProgramme(village, {
    year: 2027,
    activities: [
      {
        responsibleAccountId: accountId,
        indicators: [
          { targets: [10, 10, 10, 10] },
          {
            name: "Keluhan",
            isCumulative: false,
            direction: "falling",
            baseline: 20,
            targets: [15, 10, 5, 0],
          },
        ],
      },
      {
        name: "Pelaporan",
        indicators: [{ countedKey: "programme.updates-on-time", targets: [1, 1, 1, 1] }],
      },
    ],
  });
  programmeId = seeded.id;
  [letters, counted] = seeded.activities as [SeededActivity, SeededActivity];
});

beforeEach(async () => {
  village.setNow("2027-04-05T02:00:00.000Z");
  await village.db.update(programmes).set({ state: "running" }).where(eq(programmes.id, programmeId));
});

function input(values: (string | null)[] = ["12"], changes: Record<string, unknown> = {}) {
  const capaian = values.map((nilai, index) => ({ id: letters.indicatorIds[index], nilai: nilai ?? "" }));
  return UpdateInput.parse({ triwulan: "1", capaian, maksud: "kirim", ...changes });
}

async function send(values?: (string | null)[], changes?: Record<string, unknown>): Promise<string> {
  const { id } = await createUpdate(
    await village.ctxAs("kasi-pemerintahan"),
    letters.id,
    input(values, changes),
  );
  return id;
}

async function rowOf(id: string) {
  const [row] = await village.db.select().from(activityUpdates).where(eq(activityUpdates.id, id));
  return row;
}

async function storePdf(name = "bukti.pdf", position = "kasi-pemerintahan") {
  return storeUpload(await village.ctxAs(position), new File([PDF], name), EVIDENCE);
}

async function inboxOf(position: string) {
  const { accountId } = (await village.ctxAs(position)).actor;
  return village.db.select().from(inboxItems).where(eq(inboxItems.accountId, accountId));
}

describe("createUpdate", () => {
  it("sends values, note and evidence for approval and tells the Kepala Desa once", async () => {
    await village.ctxAs("kepala-desa");
    const { id: fileId } = await storePdf();
    const id = await send(["12,5", "14"], { catatan: "Lancar.", berkas: fileId });
    expect(await rowOf(id)).toMatchObject({
      state: "submitted",
      quarter: 1,
      asOf: "2027-03-31",
      note: "Lancar.",
      submittedAt: "2027-04-05T02:00:00.000Z",
    });
    const values = await village.db.select().from(updateValues).where(eq(updateValues.updateId, id));
    expect(values.map((each) => each.value).sort()).toEqual([12.5, 14]);
    expect(
      await village.db.select().from(updateEvidence).where(eq(updateEvidence.updateId, id)),
    ).toHaveLength(1);
    const told = (await inboxOf("kepala-desa")).filter((each) => each.href.endsWith(id));
    expect(told).toHaveLength(1);
  });

  it("keeps a draft that says nothing yet, and refuses to send it", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const { id, state } = await createUpdate(ctx, letters.id, input([null], { maksud: "simpan" }));
    expect(state).toBe("draft");
    await expect(submitUpdate(ctx, id, { versi: 1 })).rejects.toThrow("paling sedikit satu capaian");
    await expect(createUpdate(ctx, letters.id, input([null]))).rejects.toThrow("paling sedikit satu capaian");
  });

  it("lets a note stand alone where every indicator is counted from records", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const noted = UpdateInput.parse({ triwulan: "1", catatan: "Terkumpul.", maksud: "kirim" });
    expect((await createUpdate(ctx, counted.id, noted)).state).toBe("submitted");
    const empty = UpdateInput.parse({ triwulan: "1", maksud: "kirim" });
    await expect(createUpdate(ctx, counted.id, empty)).rejects.toThrow("catatan");
  });

  it("refuses a value for an indicator that is counted, that belongs elsewhere, or below 0", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const forId = (id: string | undefined) =>
      UpdateInput.parse({ triwulan: "1", capaian: [{ id, nilai: "3" }], maksud: "kirim" });
    const attempt = (activityId: string, id?: string) => createUpdate(ctx, activityId, forId(id));
    await expect(attempt(counted.id, counted.indicatorIds[0])).rejects.toThrow("dihitung dari catatan");
    await expect(attempt(counted.id, letters.indicatorIds[0])).rejects.toMatchObject({
      field: "capaian[0].nilai",
    });
    const negative = { triwulan: "1", capaian: [{ id: "a", nilai: "-3" }], maksud: "kirim" };
    expect(UpdateInput.safeParse(negative).success).toBe(false);
  });

  it("refuses a day outside the quarter, in the future, and a quarter that has not begun", async () => {
    await expect(send(["1"], { tanggal: "2027-04-01" })).rejects.toMatchObject({ field: "tanggal" });
    await expect(send(["1"], { triwulan: "2", tanggal: "2027-04-06" })).rejects.toMatchObject({
      field: "tanggal",
    });
    await expect(send(["1"], { triwulan: "3" })).rejects.toMatchObject({ field: "triwulan" });
    // 16.30 in London is half past midnight of the next day in the village.
    village.setNow("2027-04-04T16:30:00.000Z");
    expect(await rowOf(await send(["1"], { triwulan: "2", tanggal: "2027-04-05" }))).toMatchObject({
      quarter: 2,
    });
  });

  it("runs from 1 January of an approved programme without a sweep, and not a minute earlier", async () => {
    await village.db.update(programmes).set({ state: "approved" }).where(eq(programmes.id, programmeId));
    village.setNow("2026-12-31T15:59:00.000Z");
    await expect(send(["1"])).rejects.toThrow("sedang berjalan");
    village.setNow("2026-12-31T16:00:00.000Z");
    expect(await rowOf(await send(["1"]))).toMatchObject({ asOf: "2027-01-01" });
  });

  it.each(["draft", "submitted", "returned", "closed"] as const)("refuses a %s programme", async (state) => {
    await village.db.update(programmes).set({ state }).where(eq(programmes.id, programmeId));
    await expect(send(["1"])).rejects.toMatchObject({ name: "ConflictError" });
  });

  it("refuses people without the permission and another village's activity", async () => {
    const council = await village.ctxAs("ketua-bpd");
    await expect(createUpdate(council, letters.id, input())).rejects.toMatchObject({
      name: "ForbiddenError",
    });
    const other = await createTestVillage();
    other.setNow("2027-04-05T02:00:00.000Z");
    const stranger = await other.ctxAs("kasi-pemerintahan");
    await expect(createUpdate(stranger, letters.id, input())).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });

  it("does one thing for a form that is sent twice", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan", { submitKey: "kirim-dua-kali" });
    const [first, second] = await Promise.all([
      createUpdate(ctx, letters.id, input()),
      createUpdate(ctx, letters.id, input()),
    ]);
    expect(second).toEqual(first);
  });

  it("writes nothing at all where the file is somebody else's or was used before", async () => {
    const before = await village.db.select().from(activityUpdates);
    const { id: foreign } = await storePdf("asing.pdf", "kaur-umum");
    await expect(send(["1"], { berkas: foreign })).rejects.toMatchObject({ field: "berkas" });
    const { id: own } = await storePdf();
    await send(["1"], { berkas: own });
    await expect(send(["1"], { berkas: own })).rejects.toMatchObject({ field: "berkas" });
    expect(await village.db.select().from(activityUpdates)).toHaveLength(before.length + 1);
  });

  it("records cause and correction with the lag of today, and refuses one without the other", async () => {
    await expect(send(["1"], { penyebab: "Hujan" })).rejects.toMatchObject({ field: "perbaikan" });
    await send(["1"], { penyebab: "Hujan", perbaikan: "Menambah hari kerja" });
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const { facts } = await loadActivityMeasures(ctx, letters.id, "2027-04-05");
    expect(facts.deviations[0]).toMatchObject({ cause: "Hujan", asOf: "2027-04-05" });
    expect(facts.deviations[0]?.gapPoints).toBeGreaterThan(0);
  });
});

describe("saveUpdate, submitUpdate, removeEvidence", () => {
  it("mends a returned report with its reason and sends it again", async () => {
    const id = await send(["12"]);
    const kades = await village.ctxAs("kepala-desa");
    await returnUpdate(kades, id, { versi: 2, alasan: "Angka belum cocok" });
    expect(await rowOf(id)).toMatchObject({ state: "returned", returnReason: "Angka belum cocok" });
    expect((await inboxOf("kasi-pemerintahan")).some((each) => each.body === "Angka belum cocok")).toBe(true);
    const ctx = await village.ctxAs("kasi-pemerintahan");
    expect((await saveUpdate(ctx, id, input(["11"], { versi: 3 }))).state).toBe("submitted");
    expect((await inboxOf("kepala-desa")).filter((each) => each.href.endsWith(id))).toHaveLength(2);
    await approveUpdates(kades, { laporan: [{ id, version: 5 }] });
    expect(await rowOf(id)).toMatchObject({ state: "approved", returnReason: null });
  });

  it("may be changed by its author and by who answers for the activity, by nobody else", async () => {
    const id = await send(["12"], { maksud: "simpan" });
    const colleague = await village.ctxAs("kaur-umum");
    const change = input(["13"], { versi: 1, maksud: "simpan" });
    await expect(saveUpdate(colleague, id, change)).rejects.toMatchObject({ name: "ForbiddenError" });
    await expect(submitUpdate(colleague, id, { versi: 1 })).rejects.toMatchObject({ name: "ForbiddenError" });
    await saveUpdate(await village.ctxAs("kasi-pelayanan"), id, change);
    expect(await rowOf(id)).toMatchObject({ state: "draft", version: 2 });
  });

  it("refuses a stale form, and a report that lies with the Kepala Desa or was approved", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const id = await send(["12"], { maksud: "simpan" });
    await saveUpdate(ctx, id, input(["13"], { versi: 1, maksud: "simpan" }));
    await expect(saveUpdate(ctx, id, input(["14"], { versi: 1 }))).rejects.toMatchObject({
      name: "ConflictError",
    });
    await submitUpdate(ctx, id, { versi: 2 });
    await expect(saveUpdate(ctx, id, input(["14"], { versi: 3 }))).rejects.toMatchObject({
      name: "ConflictError",
    });
    await approveUpdates(await village.ctxAs("kepala-desa"), { laporan: [{ id, version: 3 }] });
    await expect(submitUpdate(ctx, id, { versi: 4 })).rejects.toMatchObject({ name: "ConflictError" });
    await expect(removeEvidence(ctx, id, { versi: 4, bukti: "x" })).rejects.toMatchObject({
      name: "ConflictError",
    });
  });

  it("takes evidence off again and lets go of the file", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const { id: fileId } = await storePdf();
    const id = await send(["12"], { maksud: "simpan", berkas: fileId });
    await expect(removeEvidence(ctx, id, { versi: 1, bukti: "lain" })).rejects.toMatchObject({
      name: "ConflictError",
    });
    await removeEvidence(ctx, id, { versi: 1, bukti: fileId });
    expect(await village.db.select().from(updateEvidence).where(eq(updateEvidence.updateId, id))).toEqual([]);
    const [file] = await village.db.select().from(files).where(eq(files.id, fileId));
    expect(file?.attachedAt).toBeNull();
  });
});

describe("approveUpdates, returnUpdate", () => {
  it("counts a report only once it is approved; a newer one of the quarter replaces it", async () => {
    village.setNow("2027-04-05T03:00:00.000Z");
    const ctx = await village.ctxAs("kepala-desa");
    const realised = async () => {
      const { input: activity, options } = await loadActivityMeasures(ctx, letters.id, "2027-04-05");
      return measureActivity(activity, options).indicators[0]?.realised;
    };
    const first = await send(["7"], { tanggal: "2027-03-30" });
    const before = await realised();
    expect(before).not.toBe(7);
    village.setNow("2027-04-05T03:00:00.001Z");
    const second = await send(["8"], { tanggal: "2027-03-31" });
    village.setNow("2027-04-05T03:00:00.002Z");
    const third = await send(["9"], { tanggal: "2027-03-31" });
    await approveUpdates(ctx, {
      laporan: [third, second, first].map((id) => ({ id, version: 2 })),
    });
    expect(await realised()).toBe(9);
  });

  it("approves ten at once, passes over what has moved, and refuses where nothing is left", async () => {
    const ctx = await village.ctxAs("kepala-desa");
    const ids: string[] = [];
    for (let i = 0; i < 10; i++) ids.push(await send([String(i + 1)]));
    const chosen = ids.map((id) => ({ id, version: 2 }));
    await returnUpdate(ctx, ids[0] ?? "", { versi: 2, alasan: "Periksa lagi" });
    expect(await approveUpdates(ctx, { laporan: chosen })).toEqual({ approved: 9, passed: 1 });
    await expect(approveUpdates(ctx, { laporan: chosen })).rejects.toMatchObject({ name: "ConflictError" });
  });

  it("lets one of two approvers at once decide and tells the other", async () => {
    const id = await send(["12"]);
    const ctx = await village.ctxAs("kepala-desa");
    const answers = await Promise.allSettled([
      approveUpdates({ ...ctx, requestId: "a" }, { laporan: [{ id, version: 2 }] }),
      returnUpdate({ ...ctx, requestId: "b" }, id, { versi: 2, alasan: "Belum lengkap" }),
      approveUpdates({ ...ctx, requestId: "c" }, { laporan: [{ id, version: 2 }] }),
    ]);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    const refused = answers.filter((answer) => answer.status === "rejected");
    expect(refused.map((answer) => answer.reason.name)).toEqual(["ConflictError", "ConflictError"]);
    const decided = await village.db.select().from(auditLog).where(eq(auditLog.entityId, id));
    expect(decided.filter((row) => /approve|return/.test(row.action))).toHaveLength(1);
  });

  it("lets the only Kepala Desa approve his own report and says so; with a second one it must be the other", async () => {
    const kades = await village.ctxAs("kepala-desa");
    const { id } = await createUpdate(kades, letters.id, input());
    await approveUpdates(kades, { laporan: [{ id, version: 2 }] });
    const [row] = await village.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.entityId, id))
      .orderBy(auditLog.id);
    expect(row).toBeDefined();
    const rows = await village.db.select().from(auditLog).where(eq(auditLog.entityId, id));
    expect(rows.find((each) => each.action === "update.approve")?.details).toMatchObject({ sendiri: true });

    const acting = await village.ctxAs("kepala-desa", { name: "Penjabat" });
    const { id: next } = await createUpdate(kades, letters.id, input());
    const choice = { laporan: [{ id: next, version: 2 }] };
    await expect(approveUpdates(kades, choice)).rejects.toMatchObject({ name: "ForbiddenError" });
    expect(await approveUpdates(acting, choice)).toMatchObject({ approved: 1 });
    await village.db.delete(positionTerms).where(eq(positionTerms.accountId, acting.actor.accountId));
  });

  it("keeps who rewrote or sent another's draft from approving it while somebody else could", async () => {
    const id = await send(["12"], { maksud: "simpan" });
    const kades = await village.ctxAs("kepala-desa");
    const kasi = (await village.ctxAs("kasi-pelayanan")).actor.accountId;
    const answerFor = (responsibleAccountId: string) =>
      village.db.update(activities).set({ responsibleAccountId }).where(eq(activities.id, letters.id));
    await answerFor(kades.actor.accountId);
    await saveUpdate(kades, id, input(["30"], { versi: 1 }));
    expect(await rowOf(id)).toMatchObject({
      editors: [kades.actor.accountId],
      submittedBy: kades.actor.accountId,
    });
    const acting = await village.ctxAs("kepala-desa", { name: "Pelaksana tugas" });
    const choice = { laporan: [{ id, version: 3 }] };
    await expect(approveUpdates(kades, choice)).rejects.toMatchObject({ name: "ForbiddenError" });
    await village.db.delete(positionTerms).where(eq(positionTerms.accountId, acting.actor.accountId));
    await approveUpdates(kades, choice);
    const rows = await village.db.select().from(auditLog).where(eq(auditLog.entityId, id));
    expect(rows.find((each) => each.action === "update.approve")?.details).toMatchObject({ sendiri: true });
    await answerFor(kasi);
  });

  it("is for the Kepala Desa alone, in a programme that runs", async () => {
    const id = await send(["12"]);
    for (const position of ["kasi-pemerintahan", "sekretaris-desa", "kaur-keuangan"]) {
      const ctx = await village.ctxAs(position);
      await expect(approveUpdates(ctx, { laporan: [{ id, version: 2 }] })).rejects.toMatchObject({
        name: "ForbiddenError",
      });
      await expect(returnUpdate(ctx, id, { versi: 2, alasan: "x" })).rejects.toMatchObject({
        name: "ForbiddenError",
      });
    }
    await village.db.update(programmes).set({ state: "closed" }).where(eq(programmes.id, programmeId));
    const kades = await village.ctxAs("kepala-desa");
    await expect(approveUpdates(kades, { laporan: [{ id, version: 2 }] })).rejects.toMatchObject({
      name: "ConflictError",
    });
    await expect(returnUpdate(kades, id, { versi: 2, alasan: "x" })).rejects.toMatchObject({
      name: "ConflictError",
    });
  });

  it("does not find another village's report", async () => {
    const id = await send(["12"]);
    const other = await createTestVillage();
    const stranger = await other.ctxAs("kepala-desa");
    await expect(approveUpdates(stranger, { laporan: [{ id, version: 2 }] })).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });
});
