import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { listInbox } from "#app/modules/desk/list-inbox.server.ts";
import { loadDesk } from "#app/modules/desk/load-desk.server.ts";
import { markInboxRead } from "#app/modules/desk/mark-inbox-read.server.ts";
import { activityView } from "#app/modules/programme/activity-view.server.ts";
import { boardView } from "#app/modules/programme/board-view.ts";
import { createUpdate } from "#app/modules/programme/create-update.server.ts";
import { loadActivity } from "#app/modules/programme/load-activity.server.ts";
import { loadCountedRows } from "#app/modules/programme/load-counted-rows.server.ts";
import { loadProgrammeMeasures } from "#app/modules/programme/load-measures.server.ts";
import { loadUpdate } from "#app/modules/programme/load-update.server.ts";
import { loadWaitingUpdates } from "#app/modules/programme/load-waiting-updates.server.ts";
import { returnUpdate } from "#app/modules/programme/return-update.server.ts";
import { UpdateInput } from "#app/modules/programme/update-input.ts";
import { activities, programmes } from "#db/village/schema/programme.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { type SeededActivity, seedRunningProgramme } from "./running-programme.ts";

const COUNTED = "programme.updates-on-time";
const NOTHING_SWITCHED = new Map<string, boolean>();

let village: TestVillage;
let kasi: OfficeCtx;
let kades: OfficeCtx;
let letters: SeededActivity;
let reporting: SeededActivity;
let later: SeededActivity;
let updateId: string;

beforeAll(async () => {
  village = await createTestVillage();
  village.setNow("2027-04-05T02:00:00.000Z");
  kasi = await village.ctxAs("kasi-pemerintahan");
  kades = await village.ctxAs("kepala-desa");
  const mine = { responsibleAccountId: kasi.actor.accountId };
  const { activities: seeded } = await seedRunningProgramme(village, {
    year: 2027,
    activities: [
      { ...mine, budget: 1_000_000, indicators: [{ targets: [10, 10, 10, 10] }] },
      { ...mine, name: "Pelaporan", indicators: [{ countedKey: COUNTED, targets: [1, 1, 1, 0] }] },
      { name: "Musim kemarau", months: [9, 10], indicators: [{ targets: [0, 0, 1, 1] }] },
    ],
  });
  [letters, reporting, later] = seeded as [SeededActivity, SeededActivity, SeededActivity];
  const capaian = [{ id: letters.indicatorIds[0], nilai: "10" }];
  const input = UpdateInput.parse({ triwulan: "1", capaian, maksud: "kirim" });
  updateId = (await createUpdate(kasi, letters.id, input)).id;
  kasi = await village.ctxAs("kasi-pemerintahan");
});

async function inOneRoundTrip<Result>(read: () => Promise<Result>): Promise<Result> {
  village.takeRoundTrips();
  const result = await read();
  expect(village.takeRoundTrips()).toBe(1);
  return result;
}

describe("pages of a running programme", () => {
  it("show an activity with its history in one round trip", async () => {
    const view = await activityView(kasi, await inOneRoundTrip(() => loadActivity(kasi, letters.id)));
    expect(view.history[0]?.sentence).toBe(
      `${kasi.actor.name} mengirim laporan Triwulan I untuk keadaan 31 Maret 2027.`,
    );
    expect(view.indicators[0]?.quarters[0]).toEqual({ quarter: 1, target: 10, value: null });
    expect(view.may).toMatchObject({ update: true, spend: false, handOver: true });
  });

  it("show the board by state, narrowed to a person or a section", async () => {
    const measures = await inOneRoundTrip(() => loadProgrammeMeasures(kasi, 2027, "2027-04-05"));
    const all = boardView(measures, { person: null, section: null });
    expect(all.columns.not_started.map((card) => card.id)).toEqual([later.id]);
    expect(all.columns.behind.map((card) => card.id)).toEqual([letters.id]);
    expect(all.columns.on_track.map((card) => card.id)).toEqual([reporting.id]);
    expect(all.columns.behind[0]?.asksExplanation).toBe(true);
    const own = boardView(measures, { person: kasi.actor.accountId, section: null });
    expect(own.columns.not_started).toEqual([]);
    expect(boardView(measures, { person: null, section: "lain" }).columns.behind).toEqual([]);
  });

  it("show a report to all and its two answers to the Kepala Desa", async () => {
    const seen = await inOneRoundTrip(() => loadUpdate(kasi, updateId));
    expect(seen.may).toMatchObject({ change: false, decide: false, approve: false });
    expect((await loadUpdate(kades, updateId)).may).toMatchObject({
      change: false,
      decide: true,
      approve: true,
    });
    const waiting = await inOneRoundTrip(() => loadWaitingUpdates(kades));
    expect(waiting).toMatchObject([{ id: updateId, version: 2, values: [{ value: 10, target: 10 }] }]);
  });

  it("list exactly the rows that a counted number stands on", async () => {
    const id = reporting.indicatorIds[0] ?? "";
    const found = await inOneRoundTrip(() => loadCountedRows(kasi, id));
    expect(found.values).toMatchObject([
      { quarter: 1, value: 1 },
      { quarter: 2, value: 0 },
    ]);
    expect(found.rows).toMatchObject([
      { quarter: 1, title: "Pelayanan surat", href: `/kantor/program-kerja/pembaruan/${updateId}` },
    ]);
    await expect(loadCountedRows(kasi, letters.indicatorIds[0] ?? "")).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });

  it("are not there for another village", async () => {
    const other = await createTestVillage();
    const stranger = await other.ctxAs("kepala-desa");
    await expect(loadActivity(stranger, letters.id)).rejects.toMatchObject({ name: "NotFoundError" });
    await expect(loadUpdate(stranger, updateId)).rejects.toMatchObject({ name: "NotFoundError" });
    await expect(loadCountedRows(stranger, reporting.indicatorIds[0] ?? "")).rejects.toMatchObject({
      name: "NotFoundError",
    });
    expect(await loadWaitingUpdates(stranger)).toEqual([]);
    expect(ofWork((await loadDesk(stranger, NOTHING_SWITCHED)).waiting)).toEqual([]);
  });
});

/** What waits of the programme; a Kepala Desa is asked for the terms as well. */
function ofWork<Item extends { key: string }>(items: readonly Item[]): Item[] {
  return items.filter(({ key }) => !key.startsWith("privacy."));
}

describe("Meja kerja", () => {
  const hrefs = (items: readonly { key: string; href: string }[]) => ofWork(items).map((item) => item.href);

  it("leads the Kasi to what he owes, the Kepala Desa to what he must decide, in one round trip", async () => {
    const mine = await inOneRoundTrip(() => loadDesk(kasi, NOTHING_SWITCHED));
    // The lag of the first waits for the report that may close it.
    expect(hrefs(mine.waiting)).toEqual([
      `/kantor/program-kerja/kegiatan/${reporting.id}/pembaruan/baru?triwulan=1`,
    ]);
    expect(hrefs(mine.current)).toEqual([`/kantor/program-kerja/kegiatan/${letters.id}/pembaruan/baru`]);
    const his = await loadDesk(kades, NOTHING_SWITCHED);
    expect(hrefs(his.waiting)).toEqual([`/kantor/program-kerja/pembaruan/${updateId}`]);
    expect(his.news).toHaveLength(1);
  });

  it("says how many reports wait where there are several, and shows money work to who keeps it", async () => {
    const note = UpdateInput.parse({ triwulan: "1", catatan: "Terkumpul", maksud: "kirim" });
    await createUpdate(kasi, reporting.id, note);
    const his = await loadDesk(kades, NOTHING_SWITCHED);
    expect(ofWork(his.waiting).map((item) => [item.title, item.href])).toEqual([
      ["2 laporan menunggu persetujuan Anda", "/kantor/program-kerja/pembaruan"],
    ]);
    const treasurer = await loadDesk(await village.ctxAs("kaur-keuangan"), NOTHING_SWITCHED);
    expect(hrefs(treasurer.current)).toEqual([
      "/kantor/program-kerja/2027/impor",
      `/kantor/program-kerja/kegiatan/${letters.id}/belanja`,
    ]);
  });

  it("keeps a report that was sent this quarter off the list and this month's work at hand", async () => {
    const ctx = { ...kasi, now: new Date("2027-05-03T02:00:00.000Z") };
    const { current, waiting } = await loadDesk(ctx, NOTHING_SWITCHED);
    expect(waiting).toEqual([]);
    expect(hrefs(current)).toEqual([
      `/kantor/program-kerja/kegiatan/${letters.id}/pembaruan/baru`,
      `/kantor/program-kerja/kegiatan/${reporting.id}/pembaruan/baru`,
    ]);
  });

  it("brings a returned report back to its author, with the reason, and marks late ones", async () => {
    await returnUpdate(kades, updateId, { versi: 2, alasan: "Foto belum ada" });
    const ctx = { ...kasi, now: new Date("2027-04-12T02:00:00.000Z") };
    const { waiting } = await loadDesk(ctx, NOTHING_SWITCHED);
    const mend = waiting.find((item) => item.href.endsWith(updateId));
    expect(mend).toMatchObject({ meta: "Foto belum ada" });
    expect(waiting.some((item) => item.href.includes(`${letters.id}/pembaruan/baru`))).toBe(false);
    expect(waiting.some((item) => item.href.endsWith(`${letters.id}/penyimpangan`))).toBe(true);
    expect((await loadDesk(kades, NOTHING_SWITCHED)).news.map((each) => each.href)).not.toContain(
      `/kantor/program-kerja/pembaruan/${updateId}`,
    );
  });

  it("shows nothing of a module that is switched off", async () => {
    const { waiting, current } = await loadDesk(kasi, new Map([["programme", false]]));
    expect([...waiting, ...current]).toEqual([]);
  });

  it("leads planners and the Kepala Desa through a plan", async () => {
    const fresh = await createTestVillage();
    fresh.setNow("2026-11-24T02:00:00.000Z");
    const planner = await fresh.ctxAs("kasi-pemerintahan");
    const desk = async (ctx: OfficeCtx) => hrefs((await loadDesk(ctx, NOTHING_SWITCHED)).waiting);
    expect(await desk(planner)).toEqual(["/kantor/program-kerja"]);
    const { id } = await seedRunningProgramme(fresh, { year: 2027, state: "draft", activities: [{}] });
    expect(await desk(planner)).toEqual(["/kantor/program-kerja/2027"]);
    await fresh.db.update(programmes).set({ state: "submitted" }).where(eq(programmes.id, id));
    const head = await fresh.ctxAs("kepala-desa");
    expect(await desk(head)).toEqual(["/kantor/program-kerja/2027/pemeriksaan"]);
    await fresh.db.update(activities).set({ reviewState: "returned", reviewReason: "Anggaran?" });
    expect((await desk(planner))[0]).toMatch(/\/rencana$/);
  });
});

describe("messages", () => {
  it("are marked as read one by one, leading to the thing, or all at once, and only one's own", async () => {
    const { items } = await inOneRoundTrip(() => listInbox(kades, null));
    const first = items.find((item) => item.readAt === null);
    expect(await markInboxRead(kasi, first?.id ?? "")).toEqual({ href: null });
    expect(await markInboxRead(kades, first?.id ?? "")).toEqual({ href: first?.href });
    await markInboxRead(kades, null);
    expect((await listInbox(kades, null)).items.every((item) => item.readAt !== null)).toBe(true);
    const own = (await listInbox(kasi, null)).items;
    expect(own.some((item) => item.readAt === null)).toBe(true);
  });
});
