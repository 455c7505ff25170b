import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { VillageCtx } from "#app/context.ts";
import { addStep } from "#app/modules/programme/add-step.server.ts";
import { createUpdate } from "#app/modules/programme/create-update.server.ts";
import { programmeDue } from "#app/modules/programme/due.ts";
import { explainDeviation } from "#app/modules/programme/explain-deviation.server.ts";
import { saveStep } from "#app/modules/programme/save-step.server.ts";
import { UpdateInput } from "#app/modules/programme/update-input.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { dueItems, inboxItems } from "#db/village/schema/jobs.ts";
import { activities, programmes } from "#db/village/schema/programme.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { type SeededActivity, seedRunningProgramme } from "./running-programme.ts";

let village: TestVillage;
let programmeId: string;
let letters: SeededActivity;
let ownerId: string;

beforeEach(async () => {
  village = await createTestVillage();
  village.setNow("2027-01-01T00:00:00.000Z");
  ownerId = (await village.ctxAs("kasi-pelayanan")).actor.accountId;
  const seeded = await seedRunningProgramme(village, {
    year: 2027,
    activities: [
      { months: [1, 2, 3], responsibleAccountId: ownerId, indicators: [{ targets: [10, 0, 0, 0] }] },
    ],
  });
  programmeId = seeded.id;
  [letters] = seeded.activities as [SeededActivity];
});

async function runAt(iso: string) {
  village.setNow(iso);
  return programmeDue.run(village.anonymous());
}

async function keysTold(accountId = ownerId): Promise<string[]> {
  const rows = await village.db.select().from(inboxItems).where(eq(inboxItems.accountId, accountId));
  return rows.map((row) => row.onceKey.replace(/[\w-]{36}/g, "*")).sort();
}

async function report() {
  const ctx = await village.ctxAs("kasi-pelayanan");
  const capaian = [{ id: letters.indicatorIds[0], nilai: "10" }];
  return createUpdate(ctx, letters.id, UpdateInput.parse({ triwulan: "1", capaian, maksud: "kirim" }));
}

async function explain() {
  const ctx = await village.ctxAs("kasi-pelayanan");
  await explainDeviation(ctx, letters.id, { penyebab: "Hujan", perbaikan: "Lembur" });
}

describe("programmeDue", () => {
  it("asks for a report once the quarter is over, and again once when it is late, at seven in the village", async () => {
    village.setNow("2027-03-31T02:00:00.000Z");
    await explain();
    await runAt("2027-03-31T22:59:00.000Z");
    expect(await keysTold()).toEqual([]);
    village.setNow("2027-03-31T23:00:00.000Z");
    await explain();
    for (let i = 0; i < 3; i++) await runAt("2027-03-31T23:00:00.000Z");
    expect(await keysTold()).toEqual(["programme.update:*:1"]);
    await runAt("2027-04-10T23:00:00.000Z");
    await runAt("2027-04-12T23:00:00.000Z");
    expect(await keysTold()).toEqual(["programme.update-late:*:1", "programme.update:*:1"]);
  });

  it("tells nobody of a report that was sent in time, or of an activity that was dropped", async () => {
    await runAt("2027-01-02T23:00:00.000Z");
    village.setNow("2027-03-31T02:00:00.000Z");
    await explain();
    await report();
    await runAt("2027-03-31T23:00:00.000Z");
    expect((await keysTold()).filter((key) => key.startsWith("programme.update:"))).toEqual([]);
    const [item] = await village.db.select().from(dueItems).where(eq(dueItems.kind, "programme.update"));
    expect(item).toMatchObject({ state: "cancelled", notifiedAt: null });
    await village.db.update(activities).set({ droppedAt: "2027-04-01T00:00:00.000Z" });
    await runAt("2027-05-31T23:00:00.000Z");
    expect((await keysTold()).filter((key) => key.includes("late"))).toEqual([]);
  });

  it("follows a step that is moved, and tells its owner once on its day", async () => {
    village.setNow("2027-01-01T02:00:00.000Z");
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const step = { judul: "Cetak blanko", pemilik: ownerId, tanggal: "2027-01-05" };
    const { id } = await addStep(ctx, letters.id, step);
    await runAt("2027-01-03T23:00:00.000Z");
    await saveStep(ctx, id, { ...step, tanggal: "2027-01-08" });
    await runAt("2027-01-04T23:00:00.000Z");
    const told = async () => (await keysTold()).filter((key) => key.startsWith("programme.step:"));
    expect(await told()).toEqual([]);
    await runAt("2027-01-07T23:00:00.000Z");
    await runAt("2027-01-08T23:00:00.000Z");
    expect(await told()).toEqual(["programme.step:*:2027-01-08"]);
  });

  it("opens an item again whose date is moved back before it told anybody", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const step = { judul: "Cetak blanko", pemilik: ownerId, tanggal: "2027-01-05" };
    const { id } = await addStep(ctx, letters.id, step);
    await runAt("2027-01-01T23:00:00.000Z");
    await saveStep(ctx, id, { ...step, tanggal: "2027-01-09" });
    await runAt("2027-01-02T23:00:00.000Z");
    await saveStep(ctx, id, step);
    await runAt("2027-01-04T23:00:00.000Z");
    expect(await keysTold()).toContain("programme.step:*:2027-01-05");
  });

  it("asks for an explanation of a lag once a quarter, and not where one was given", async () => {
    await runAt("2027-01-04T23:00:00.000Z");
    expect((await keysTold()).filter((key) => key.includes("deviation"))).toEqual([]);
    await runAt("2027-01-31T23:00:00.000Z");
    await runAt("2027-02-01T23:00:00.000Z");
    expect((await keysTold()).filter((key) => key.includes("deviation"))).toEqual([
      "programme.deviation:*:1",
    ]);
    await explain();
    await runAt("2027-02-02T23:00:00.000Z");
    const [item] = await village.db.select().from(dueItems).where(eq(dueItems.kind, "programme.deviation"));
    expect(item?.state).toBe("done");
    const [message] = await village.db
      .select()
      .from(inboxItems)
      .where(eq(inboxItems.onceKey, item?.dueKey ?? ""));
    expect(message?.readAt).toBe("2027-02-02T23:00:00.000Z");
  });

  it("starts an approved programme at midnight of 1 January in the village, once, with a trace", async () => {
    await village.db.update(programmes).set({ state: "approved" });
    const before = await runAt("2026-12-31T15:30:00.000Z");
    expect(before.nextDueAt?.toISOString()).toBe("2026-12-31T16:00:00.000Z");
    const [waiting] = await village.db.select().from(programmes);
    expect(waiting?.state).toBe("approved");
    await Promise.all([runAt("2026-12-31T16:00:00.000Z"), runAt("2026-12-31T16:00:00.000Z")]);
    const [running] = await village.db.select().from(programmes);
    expect(running?.state).toBe("running");
    const starts = await village.db.select().from(auditLog).where(eq(auditLog.entityId, programmeId));
    expect(
      starts.filter((row) => row.action === "programme.start" && row.details.sudah !== true),
    ).toHaveLength(1);
    expect((await keysTold()).filter((key) => key.startsWith("programme.start"))).toHaveLength(1);
  });

  it("comes again every morning while a year is open, once a week without one", async () => {
    const open = await runAt("2027-02-01T23:30:00.000Z");
    expect(open.nextDueAt?.toISOString()).toBe("2027-02-02T23:00:00.000Z");
    await village.db.update(programmes).set({ state: "closed" });
    const idle = await runAt("2027-02-01T23:30:00.000Z");
    expect(idle.nextDueAt?.toISOString()).toBe("2027-02-08T23:00:00.000Z");
  });

  it("ends the same wherever a run dies between two writes", { timeout: 30_000 }, async () => {
    village.setNow("2027-04-01T00:00:00.000Z");
    const ctx = await village.ctxAs("kasi-pemerintahan");
    for (const judul of ["Satu", "Dua", "Tiga"])
      await addStep(ctx, letters.id, { judul, pemilik: ownerId, tanggal: "2027-04-02" });
    village.setNow("2027-04-01T23:00:00.000Z");
    for (let allowed = 0; allowed < 12; allowed++) {
      const dying = dyingAfter(village.anonymous(), allowed);
      await programmeDue.run(dying).catch((error: Error) => expect(error.message).toBe("power cut"));
    }
    await programmeDue.run(village.anonymous());
    const told = await keysTold();
    expect(told.filter((key) => key.startsWith("programme.step:"))).toHaveLength(3);
    expect(told.filter((key) => key.startsWith("programme.update:"))).toHaveLength(1);
    const open = await village.db.select().from(dueItems);
    expect(open.every((item) => item.notifiedAt !== null)).toBe(true);
  });
});

/** The same village whose power fails before its batch number `allowed`. */
function dyingAfter(ctx: VillageCtx, allowed: number): VillageCtx {
  let batches = 0;
  const db = new Proxy(ctx.db, {
    get(target, name, receiver) {
      if (name !== "batch") return Reflect.get(target, name, receiver);
      return (...statements: Parameters<typeof target.batch>) => {
        if (batches++ >= allowed) throw new Error("power cut");
        return target.batch(...statements);
      };
    },
  });
  return { ...ctx, db };
}
