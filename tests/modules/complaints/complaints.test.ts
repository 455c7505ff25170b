import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { answerComplaint, refuseComplaint } from "#app/modules/complaints/answer-complaint.server.ts";
import { assignComplaint } from "#app/modules/complaints/assign-complaint.server.ts";
import { closeComplaint } from "#app/modules/complaints/close-complaint.server.ts";
import { complaintSlip } from "#app/modules/complaints/complaint-slip.server.ts";
import { complaintsDue } from "#app/modules/complaints/due.ts";
import { complaintsHandover } from "#app/modules/complaints/handover.server.ts";
import { INDICATORS } from "#app/modules/complaints/indicators.ts";
import { OwnInput, SendInput } from "#app/modules/complaints/input.ts";
import {
  listComplaints,
  listPublicComplaints,
  loadComplaint,
  loadOwnComplaints,
} from "#app/modules/complaints/load-complaints.server.ts";
import { complaintsPersonData } from "#app/modules/complaints/person-data.server.ts";
import { publishComplaint } from "#app/modules/complaints/publish-complaint.server.ts";
import { complaintsQueue } from "#app/modules/complaints/queue.server.ts";
import { saveDays } from "#app/modules/complaints/save-days.server.ts";
import {
  enterComplaint,
  sendComplaint,
  sendOwnComplaint,
} from "#app/modules/complaints/send-complaint.server.ts";
import { findReceipt } from "#app/modules/receipts/issue-receipt.server.ts";
import { lookUpReceipt } from "#app/modules/receipts/look-up-receipt.server.ts";
import { ConflictError, ForbiddenError, LimitError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { rowsStatement } from "#app/platform/indicators.ts";
import { hashTerms, TERMS_VERSIONS } from "#app/platform/privacy/processor-terms.ts";
import { presentTerms } from "#app/platform/privacy/terms-rules.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { HOLIDAYS_SETTING } from "#app/platform/working-day-rules.ts";
import { write } from "#app/platform/write.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { termsAcceptances } from "#db/village/schema/privacy.ts";
import { complaints } from "#db/village/schema/residents.ts";
import { moduleSwitches, settings } from "#db/village/schema/village.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import { residentCtx } from "#tests/support/resident-client.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";

const SAID = { kategori: "jalan", judul: "Jalan berlubang", isi: "Di depan masjid." };
const SENDER = { ...SAID, nama: "Inaq Sahrum", telepon: "0812 7000 1234" };

async function readyVillage(): Promise<TestVillage> {
  const made = await createVillage();
  const terms = presentTerms(TERMS_VERSIONS, "2026-11-24");
  await made.db.insert(termsAcceptances).values({
    id: newId(made.now()),
    version: terms.version,
    textHash: await hashTerms(terms),
    acceptedBy: "uji",
    acceptedName: "Uji",
    acceptedPosition: "kepala-desa",
    acceptedAt: made.now().toISOString(),
  });
  return made;
}

let village: TestVillage;
let head: OfficeCtx;
let kasi: OfficeCtx;

beforeAll(async () => {
  village = await readyVillage();
  head = await village.ctxAs("kepala-desa", { name: "Asmuni" });
  kasi = await village.ctxAs("kasi-pelayanan", { name: "Nurul Aini" });
});

const entered = async (ctx = head) => (await enterComplaint(ctx, SendInput.parse(SENDER))).id;
const row = async (id: string) => {
  const [found] = await village.db.select().from(complaints).where(eq(complaints.id, id));
  if (!found) throw new Error("no complaint");
  return found;
};
const assigned = async (batas = "2026-12-01") => {
  const id = await entered();
  await assignComplaint(head, id, { versi: 1, petugas: kasi.actor.accountId, batas });
  return id;
};
const desk = async (ctx: OfficeCtx) =>
  (await readTogether(ctx.db, { items: complaintsQueue.read(ctx) })).items;

describe("a complaint by anybody", () => {
  it("is kept with a number, its sender sealed, a day for its answer, and a code that shows no name", async () => {
    const anybody = { ...village.anonymous(), submitKey: "satu-kali-saja" };
    const { code } = await sendComplaint(anybody, SendInput.parse(SENDER));
    expect(await sendComplaint(anybody, SendInput.parse(SENDER))).toEqual({ code });
    const rows = await village.db.select().from(complaints);
    expect(rows).toMatchObject([
      { number: 1, year: 2026, state: "new", dueOn: "2026-12-08", accountId: null },
    ]);
    expect(JSON.stringify(rows)).not.toContain("Sahrum");
    const story = JSON.stringify((await lookUpReceipt(village.anonymous(), code)).story);
    expect(story).toContain("Pengaduan nomor 1/2026");
    for (const told of ["Sahrum", "0812", "masjid"]) expect(story).not.toContain(told);
    const { sender } = await loadComplaint(kasi, rows[0]?.id ?? "");
    expect(sender).toEqual({ name: "Inaq Sahrum", phone: "6281270001234" });
  });

  it("is answered by working days: neither weekends nor the village's holidays count", async () => {
    const day = { day: "2026-12-07", name: "Cuti bersama" };
    await village.db
      .insert(settings)
      .values({ key: HOLIDAYS_SETTING, value: [day], updatedAt: village.now().toISOString() });
    expect((await row(await entered())).dueOn).toBe("2026-12-09");
    await village.db.delete(settings).where(eq(settings.key, HOLIDAYS_SETTING));
  });

  it("is refused after too many from one address, and where complaints are off", async () => {
    const neighbour = await readyVillage();
    const eager = { ...neighbour.anonymous(), address: "198.51.100.9" };
    for (let sent = 0; sent < 20; sent++) await sendComplaint(eager, SendInput.parse(SENDER));
    await expect(sendComplaint(eager, SendInput.parse(SENDER))).rejects.toBeInstanceOf(LimitError);
    await neighbour.db
      .insert(moduleSwitches)
      .values({ module: "complaints", isOn: false, changedBy: "uji", changedAt: head.now.toISOString() });
    await expect(sendComplaint(neighbour.anonymous(), SendInput.parse(SENDER))).rejects.toBeInstanceOf(
      NotFoundError,
    );
    await expect(listPublicComplaints(neighbour.anonymous())).rejects.toBeInstanceOf(NotFoundError);
  });

  it("gets a slip at the counter, and twenty at once get twenty numbers", async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => entered()));
    const numbers = new Set((await Promise.all(ids.map(row))).map(({ number }) => number));
    expect(numbers.size).toBe(20);
    const slip = JSON.stringify(await readPdf(await complaintSlip(kasi, ids[0] ?? "")));
    const request = { subject: "complaint" as const, subjectId: ids[0] ?? "" };
    expect(slip).toContain(await findReceipt(kasi, village.db, request));
    expect(slip).not.toContain("Sahrum");
  });
});

describe("a complaint on its way", () => {
  it("is given to somebody, answered by him, closed, and read by its code", async () => {
    const id = await assigned();
    expect((await desk(kasi)).map(({ key }) => key)).toEqual([`complaint:${id}`]);
    await answerComplaint(kasi, id, { versi: 2, jawaban: "Sudah ditambal." });
    expect(await desk(kasi)).toEqual([]);
    const code = (await findReceipt(head, village.db, { subject: "complaint", subjectId: id })) ?? "";
    expect((await lookUpReceipt(village.anonymous(), code)).story).toMatchObject({
      answer: "Sudah ditambal.",
      promised: null,
      steps: [{ what: "Pengaduan dijawab" }, { what: "Petugas ditetapkan" }, { what: "Pengaduan diterima" }],
    });
    await closeComplaint(kasi, id, { versi: 3, catatan: null });
    expect(await row(id)).toMatchObject({ state: "closed", version: 4 });
  });

  it("is answered by nobody else, from no older state, and refused with a reason by who assigns", async () => {
    const id = await assigned();
    const kaur = await village.ctxAs("kaur-umum");
    const kadus = await village.ctxAs("kepala-dusun");
    const answer = { versi: 2, jawaban: "-" };
    await expect(answerComplaint(kaur, id, answer)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(loadComplaint(kadus, id)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(
      assignComplaint(kasi, id, { versi: 2, petugas: "x", batas: "2026-12-01" }),
    ).rejects.toBeInstanceOf(ForbiddenError);
    const to = { versi: 2, petugas: kadus.actor.accountId, batas: "2026-12-01" };
    await expect(assignComplaint(head, id, to)).rejects.toMatchObject({ field: "petugas" });
    await expect(assignComplaint(head, id, { ...to, batas: "2026-11-01" })).rejects.toMatchObject({
      field: "batas",
    });
    await expect(answerComplaint(kasi, id, { ...answer, versi: 1 })).rejects.toBeInstanceOf(ConflictError);
    await expect(refuseComplaint(kasi, id, { versi: 2, alasan: "-" })).rejects.toBeInstanceOf(ForbiddenError);
    await refuseComplaint(head, id, { versi: 2, alasan: "Bukan wewenang desa." });
    expect(await row(id)).toMatchObject({ state: "refused", answer: "Bukan wewenang desa." });
    await expect(closeComplaint(head, id, { versi: 3, catatan: null })).rejects.toBeInstanceOf(ConflictError);
  });

  it("is another village's nothing", async () => {
    const id = await assigned();
    const stranger = await (await createVillage()).ctxAs("kepala-desa");
    await expect(loadComplaint(stranger, id)).rejects.toBeInstanceOf(NotFoundError);
    await expect(answerComplaint(stranger, id, { versi: 2, jawaban: "-" })).rejects.toBeInstanceOf(
      NotFoundError,
    );
    expect((await listComplaints(stranger, { state: null, after: null })).rows).toEqual([]);
  });

  it("reminds its owner the day before, and who assigns once it is late", async () => {
    const id = await assigned("2026-12-01");
    const titles = async (ctx: OfficeCtx) =>
      (await village.db.select().from(inboxItems).where(eq(inboxItems.accountId, ctx.actor.accountId)))
        .filter(({ onceKey }) => onceKey.includes(`${id}:2026`))
        .map(({ onceKey }) => onceKey.split(":")[0]);
    await complaintsDue.run({ ...village.anonymous(), now: new Date("2026-11-30T00:00:00Z") });
    expect(await titles(kasi)).toEqual(["complaints.due"]);
    await complaintsDue.run({ ...village.anonymous(), now: new Date("2026-12-02T00:00:00Z") });
    expect(await titles(kasi)).toEqual(["complaints.due", "complaints.late"]);
    expect(await titles(head)).toEqual(["complaints.late"]);
  });

  it("goes to the successor of who leaves", async () => {
    const id = await assigned();
    const kaur = await village.ctxAs("kaur-umum");
    const handover = {
      fromId: kasi.actor.accountId,
      toId: kaur.actor.accountId,
      toName: kaur.actor.name,
      note: "-",
    };
    await write(head, (writing) => complaintsHandover.handOver(head, writing, handover));
    expect((await row(id)).ownerAccountId).toBe(kaur.actor.accountId);
  });
});

describe("what everybody reads", () => {
  it("is only what staff wrote anew, and not before somebody looked where it names the sender", async () => {
    const id = await entered();
    await expect(
      publishComplaint(head, id, { versi: 1, ringkasan: "x", diperiksa: true }),
    ).rejects.toBeInstanceOf(ConflictError);
    await answerComplaint(head, id, { versi: 1, jawaban: "Sudah ditambal." });
    const naming = { versi: 2, ringkasan: "Keluhan Sahrum sudah ditangani.", diperiksa: false };
    await expect(publishComplaint(head, id, naming)).rejects.toMatchObject({ field: "ringkasan" });
    await publishComplaint(head, id, { ...naming, ringkasan: "Jalan sudah ditambal." });
    const { rows: list } = await listPublicComplaints(village.anonymous());
    expect(list).toMatchObject([{ text: "Jalan sudah ditambal.", category: "jalan" }]);
    for (const told of ["Sahrum", "berlubang", "masjid"]) expect(JSON.stringify(list)).not.toContain(told);
    await publishComplaint(head, id, { versi: 3, ringkasan: null, diperiksa: false });
    expect((await listPublicComplaints(village.anonymous())).rows).toEqual([]);
  });
});

describe("a resident's own complaints", () => {
  it("are his alone, stand in his file, and lose him where he asks for it", async () => {
    const own = await residentCtx(village);
    const other = await residentCtx(village);
    await sendOwnComplaint(own, OwnInput.parse(SAID));
    expect((await loadOwnComplaints(own)).rows).toMatchObject([{ subject: "Jalan berlubang", state: "new" }]);
    expect((await loadOwnComplaints(other)).rows).toEqual([]);
    const { residentId } = own.resident;
    const read = async () => {
      const { file } = await readTogether(village.db, { file: complaintsPersonData.read(head, residentId) });
      return file;
    };
    expect(JSON.stringify(await read())).toContain("Di depan masjid.");
    await write(head, async (writing) => {
      const removed = await complaintsPersonData.remove(head, writing, residentId);
      await writing.audit({ action: "test", entity: "test", entityId: residentId });
      return removed;
    });
    expect(await read()).toEqual([]);
    expect((await loadOwnComplaints(own)).rows).toEqual([]);
  });
});

describe("complaints counted", () => {
  it("are those whose day is past or that were answered, by whether it was kept", async () => {
    await village.db.update(complaints).set({ dueOn: "2020-01-01", answeredAt: null });
    await saveDays(head, 3);
    const [kept, late] = [await entered(), await entered()];
    await entered();
    expect((await row(kept)).dueOn).toBe("2026-11-27");
    await answerComplaint(head, kept, { versi: 1, jawaban: "Ya." });
    const after = { ...head, now: new Date("2026-12-01T01:00:00Z") };
    await answerComplaint(after, late, { versi: 1, jawaban: "Ya." });
    const [indicator] = INDICATORS;
    if (!indicator) throw new Error("no indicator");
    const rowsOn = (asOf: string) => rowsStatement(village.db, indicator, { year: 2026, asOf, zone: "WITA" });
    expect((await rowsOn("2026-11-26")).map(({ note }) => note)).toEqual(["tepat waktu"]);
    expect((await rowsOn("2026-12-31")).map(({ note }) => note).sort()).toEqual([
      "tepat waktu",
      "terlambat",
      "terlambat",
    ]);
  });
});
