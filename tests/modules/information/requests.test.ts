import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { answerRequest } from "#app/modules/information/answer-request.server.ts";
import { exportRegister } from "#app/modules/information/export-register.server.ts";
import { extendRequest } from "#app/modules/information/extend-request.server.ts";
import { loadHalfYear } from "#app/modules/information/half-year.server.ts";
import { INDICATORS } from "#app/modules/information/indicators.ts";
import {
  AnswerInput,
  CounterRequestInput,
  HolidaysInput,
  RequestInput,
} from "#app/modules/information/input.ts";
import { listRequests, readRequestFilter } from "#app/modules/information/list-requests.server.ts";
import { loadRequest, revealIdentity } from "#app/modules/information/load-request.server.ts";
import { applicantData, applicantKind } from "#app/modules/information/person-data.server.ts";
import { informationQueue } from "#app/modules/information/queue.server.ts";
import { informationReceipts } from "#app/modules/information/receipt-subject.server.ts";
import { enterRequest, sendRequest } from "#app/modules/information/receive-request.server.ts";
import { parseHalfYear } from "#app/modules/information/request-rules.ts";
import { requestSlip } from "#app/modules/information/request-slip.server.ts";
import { informationRetention } from "#app/modules/information/retention.ts";
import { saveHolidays } from "#app/modules/information/save-holidays.server.ts";
import { withdrawRequest } from "#app/modules/information/withdraw-request.server.ts";
import { lookUpReceipt } from "#app/modules/receipts/look-up-receipt.server.ts";
import { ConflictError, ForbiddenError, LimitError, NotFoundError } from "#app/platform/errors.ts";
import { rowsStatement } from "#app/platform/indicators.ts";
import { runRetention } from "#app/platform/privacy/run-retention.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { auditLog, submits } from "#db/village/schema/accounts.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { termsAcceptances } from "#db/village/schema/privacy.ts";
import { accessLog } from "#db/village/schema/security.ts";
import { readPdfText } from "#tests/support/pdf-text.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage, profileOf, withKey } from "../village/support.ts";
import { acceptTerms } from "./accept-terms.ts";

const NIK = "5201145206900003";
const ASKED = {
  nama: "Amaq Rahmat",
  alamat: "Dusun Kebun Lauk",
  kontak: "0812 7000 1234",
  identitas: NIK,
  informasi: "Laporan realisasi APBDes 2025",
  tujuan: "Penelitian",
  cara: "copy",
};

let village: TestVillage;
let head: OfficeCtx;
let clerk: OfficeCtx;

beforeAll(async () => {
  village = await createVillage();
  head = await village.ctxAs("kepala-desa");
  clerk = await village.ctxAs("kaur-umum");
  await acceptTerms(village);
});

let sender = 0;
/** From an address of its own: the limit is for its own test. */
const send = (changed: object = {}) =>
  sendRequest(
    { ...village.anonymous(), address: `203.0.${++sender}.7` },
    RequestInput.parse({ ...ASKED, ...changed }),
  );
const enter = (ctx = clerk, changed: object = {}) =>
  enterRequest(ctx, CounterRequestInput.parse({ ...ASKED, ...changed }));
const rowOf = async (id: string) => {
  const [row] = await village.db.select().from(informationRequests).where(eq(informationRequests.id, id));
  if (!row) throw new Error("no request");
  return row;
};
const answer = async (ctx: OfficeCtx, id: string, changed: object = {}) =>
  answerRequest(
    ctx,
    id,
    AnswerInput.parse({
      versi: (await rowOf(id)).version,
      hasil: "given",
      jawaban: "Terlampir.",
      ...changed,
    }),
  );

describe("a request for information", () => {
  it("is taken from anybody with a number, ten working days and a code, and holds nobody's data in the clear", async () => {
    const { id, number, due, code } = await send();
    expect([number, due]).toEqual(["1/2026", "2026-12-08"]);
    const stored = JSON.stringify([
      await rowOf(id),
      await village.db.select().from(auditLog),
      await village.db.select().from(submits),
    ]);
    for (const secret of [NIK, "Amaq Rahmat", "0812 7000 1234", code]) expect(stored).not.toContain(secret);
    const { story } = await lookUpReceipt(village.anonymous(), code);
    expect(story).toMatchObject({ title: "Permohonan informasi", promised: "2026-12-08" });
    expect(JSON.stringify(story)).not.toContain("Rahmat");
  });

  it("is taken once though it is sent twice, and from one address only so often", async () => {
    const ctx = { ...village.anonymous(), address: "198.51.100.9", submitKey: "kunci-informasi" };
    const first = await sendRequest(ctx, RequestInput.parse(ASKED));
    expect(await sendRequest(ctx, RequestInput.parse(ASKED))).toEqual(first);
    const often = { ...ctx, address: "198.51.101.9", submitKey: null };
    const tries = async () => {
      for (let each = 0; each < 21; each++) await sendRequest(often, RequestInput.parse(ASKED));
    };
    await expect(tries()).rejects.toThrow(LimitError);
  });

  it("is not taken on the web before the terms are accepted, and then says where to go", async () => {
    const other = await createVillage();
    await expect(sendRequest(other.anonymous(), RequestInput.parse(ASKED))).rejects.toThrow(/kantor desa/);
    expect(await other.db.$count(termsAcceptances)).toBe(0);
  });

  it("is entered at the counter on the day on which it came, by whoever handles them", async () => {
    const { id, due } = await enter(clerk, { diterima: "2026-11-20" });
    expect([due, (await rowOf(id)).channel]).toEqual(["2026-12-04", "counter"]);
    const [slip = ""] = await readPdfText(await requestSlip(clerk, id, await profileOf(village)));
    const { receipt } = await loadRequest(clerk, id);
    for (const told of ["4 Desember 2026", receipt?.code ?? "no code"]) expect(slip).toContain(told);
    for (const hidden of [ASKED.nama, ASKED.informasi, "0812"]) expect(slip).not.toContain(hidden);
    await expect(enter(clerk, { diterima: "2026-11-25" })).rejects.toMatchObject({ field: "diterima" });
    await expect(enter(clerk, { diterima: "2026-09-01" })).rejects.toMatchObject({ field: "diterima" });
    await expect(enter(await village.ctxAs("kaur-keuangan"))).rejects.toThrow(ForbiddenError);
  });

  it("waits seven days more once, with a reason, and not after its last day", async () => {
    const { id } = await enter();
    expect(await extendRequest(clerk, id, { versi: 1, alasan: "Dokumen dicari." })).toEqual({
      due: "2026-12-17",
    });
    const story = await informationReceipts.read(village.anonymous(), id);
    expect(story).toMatchObject({ promised: "2026-12-17", answer: "Alasan perpanjangan: Dokumen dicari." });
    await expect(extendRequest(clerk, id, { versi: 2, alasan: "Lagi." })).rejects.toThrow(ConflictError);
    const late = await enter();
    village.setNow("2026-12-20T02:00:00.000Z");
    const later = await village.ctxAs("kaur-umum");
    await expect(extendRequest(later, late.id, { versi: 1, alasan: "x" })).rejects.toThrow(ConflictError);
    village.setNow("2026-11-24T02:00:00.000Z");
  });

  it("is answered by whoever handles it, and kept back only by who leads, with its ground", async () => {
    const given = await enter();
    await answer(clerk, given.id);
    await expect(answer(clerk, given.id)).rejects.toThrow(ConflictError);
    const refused = await enter();
    const no = { hasil: "refused", jawaban: "Rahasia pribadi.", dasar: "17-h" };
    await expect(answer(clerk, refused.id, no)).rejects.toThrow(ForbiddenError);
    await answer(head, refused.id, no);
    expect(await rowOf(refused.id)).toMatchObject({
      state: "refused",
      ground: "17-h",
      answeredOn: "2026-11-24",
    });
    const story = await informationReceipts.read(village.anonymous(), refused.id);
    expect(story).toMatchObject({ tone: "danger", promised: null });
    expect(story?.answer).toMatch(/^Rahasia pribadi\.\nDasar: UU 14\/2008 Pasal 17 huruf h/);
    const gone = await enter();
    await withdrawRequest(clerk, gone.id, { versi: 1, alasan: "Sudah dapat." });
    await expect(answer(head, gone.id)).rejects.toThrow(ConflictError);
  });

  it("is another village's business there", async () => {
    const { id } = await enter();
    const theirs = await (await createVillage()).ctxAs("kepala-desa");
    await expect(loadRequest(theirs, id)).rejects.toThrow(NotFoundError);
    await expect(revealIdentity(theirs, id)).rejects.toThrow(NotFoundError);
    const input = AnswerInput.parse({ versi: 1, hasil: "given", jawaban: "x" });
    await expect(answerRequest(theirs, id, input)).rejects.toThrow(NotFoundError);
    expect(await informationReceipts.read(theirs, id)).toBeNull();
  });
});

describe("who asks", () => {
  it("is shown with the number masked, and in full only to who may, with a line in the log", async () => {
    const { id } = await enter();
    const { applicant, mayReveal } = await loadRequest(clerk, id);
    expect([applicant.name, applicant.identity?.endsWith("0003"), mayReveal]).toEqual([
      "Amaq Rahmat",
      true,
      false,
    ]);
    expect(applicant.identity).not.toContain("520114");
    await expect(revealIdentity(clerk, id)).rejects.toThrow(ForbiddenError);
    expect(await revealIdentity(head, id)).toBe(NIK);
    const log = await village.db.select().from(accessLog).where(eq(accessLog.subjectId, id));
    expect(log.map(({ kind, what }) => [kind, what])).toEqual([["reveal", "information.identity"]]);
  });

  it("stands in no list, and in the register for those who may see contacts", async () => {
    const { rows } = await listRequests(clerk, readRequestFilter(new URLSearchParams("tahun=2026")));
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain("Rahmat");
    const profile = await profileOf(village);
    const file = (ctx: OfficeCtx) => exportRegister(ctx, { year: 2026, format: "xlsx" }, profile);
    expect((await file(head)).fileName).toMatch(/^register-informasi-2026-.*\.xlsx$/);
    await file(clerk);
    const csv = await exportRegister(clerk, { year: 2026, format: "csv" }, profile);
    expect(new TextDecoder().decode(csv.bytes)).not.toContain("Rahmat");
    const pdf = await exportRegister(head, { year: 2026, format: "pdf" }, profile);
    expect(new TextDecoder().decode(pdf.bytes.subarray(0, 5))).toBe("%PDF-");
    const log = await village.db.select().from(accessLog).where(eq(accessLog.what, "information.register"));
    expect(log).toHaveLength(4);
  });

  it("is known as a person who may ask for his data, and forgotten when he does or when the time is over", async () => {
    const { id, number } = await enter();
    const found = await readTogether(village.db, { found: applicantKind.find(head, number, 20) });
    expect(found.found.map((each) => each.id)).toContain(id);
    const held = async () =>
      JSON.stringify(await (await readTogether(village.db, { held: applicantData.read(head, id) })).held);
    expect(await held()).toContain(NIK);
    const forget = () =>
      village.db.transaction((tx) => applicantData.remove(head, { tx, audit: async () => {} }, id));
    expect(await forget()).toEqual([]);
    await answer(clerk, id);
    expect(await forget()).toHaveLength(1);
    expect(await forget()).toEqual([]);
    expect(await held()).not.toContain(NIK);
    const old = await enter();
    await answer(clerk, old.id);
    village.setNow("2028-12-24T02:00:00.000Z");
    expect(await runRetention(village.anonymous(), informationRetention)).toEqual({ isMore: false });
    village.setNow("2026-11-24T02:00:00.000Z");
    const { applicant, request } = await loadRequest(head, old.id);
    expect([applicant.identity, request.purpose, request.information]).toEqual([null, "", ASKED.informasi]);
    expect(JSON.stringify(applicant)).not.toContain("Rahmat");
  });
});

describe("the clock of the office", () => {
  it("counts open requests anew when holidays change, by whoever saw the present list", async () => {
    const other = await createVillage();
    await acceptTerms(other);
    const theirs = await other.ctxAs("kaur-umum");
    const { id } = await enterRequest(theirs, CounterRequestInput.parse(ASKED));
    const list = HolidaysInput.parse({ libur: "2026-12-01 Libur daerah" });
    expect(await saveHolidays(withKey(theirs, "kunci-libur-1"), list)).toEqual({ moved: 1 });
    await expect(saveHolidays(theirs, list)).rejects.toThrow(ConflictError);
    const [row] = await other.db.select().from(informationRequests).where(eq(informationRequests.id, id));
    expect(row?.dueOn).toBe("2026-12-09");
  });

  it("puts what waits on the desk of who handles it, counts half a year and what was in time", async () => {
    const { queue } = await readTogether(village.db, { queue: informationQueue.read(clerk) });
    expect(queue.length).toBeGreaterThan(0);
    const other = await readTogether(village.db, {
      queue: informationQueue.read(await village.ctxAs("kaur-keuangan")),
    });
    expect(other.queue).toEqual([]);
    const period = parseHalfYear("2026-2");
    if (!period) throw new Error("no half year");
    const { figures } = await loadHalfYear(clerk, period);
    expect(figures).toMatchObject({ refused: 1, withdrawn: 1, late: 0, meanDays: 0 });
    expect(figures.received).toBe(await village.db.$count(informationRequests));
    const [indicator] = INDICATORS;
    if (!indicator) throw new Error("no indicator");
    const range = { year: 2026, asOf: "2026-12-31", zone: "WITA" as const };
    const rows = await rowsStatement(village.db, indicator, range);
    expect(rows).toHaveLength(figures.received - figures.withdrawn);
  });
});
