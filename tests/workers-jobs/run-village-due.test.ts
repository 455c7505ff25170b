import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { VillageCtx } from "#app/context.ts";
import { type DueHandler, registerDue } from "#app/platform/jobs/due.ts";
import { deadLetters, dueJobs } from "#db/directory/schema/jobs.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { settings } from "#db/village/schema/village.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { runVillageDue } from "#workers/jobs/run-village-due.ts";
import { createJobEnv } from "./job-env.ts";

vi.setConfig({ testTimeout: 60_000 });

const START = "2026-11-24T02:00:00.000Z";
const LATER = "2026-11-25T02:00:00.000Z";

describe("due work of a village", () => {
  let village: TestVillage;
  beforeEach(async () => {
    village = await createTestVillage();
    await put("report");
  });

  const put = (kind: string, dueAt = START) =>
    village
      .anonymous()
      .directory.insert(dueJobs)
      .values({ villageId: village.tenant.villageId, kind, dueAt, leasedUntil: LATER });
  const rowsOf = () =>
    village
      .anonymous()
      .directory.select()
      .from(dueJobs)
      .where(eq(dueJobs.villageId, village.tenant.villageId))
      .orderBy(dueJobs.kind);

  /** Leaves one row a day in the village, however often it runs on it. */
  const daily = (kind = "report"): DueHandler & { runs: number } => ({
    kind,
    runs: 0,
    async run(ctx: VillageCtx) {
      this.runs++;
      const key = `${kind}:${ctx.now.toISOString().slice(0, 10)}`;
      await ctx.db
        .insert(settings)
        .values({ key, value: 1, updatedAt: ctx.now.toISOString() })
        .onConflictDoNothing();
      return { nextDueAt: new Date(ctx.now.getTime() + 86_400_000) };
    },
  });
  const failing = (kind = "report"): DueHandler => ({
    kind,
    run: () => Promise.reject(new Error("mail server is down")),
  });

  it("is done and put on the calendar for its next time", async () => {
    await runVillageDue(village.anonymous(), [daily()]);
    expect(await rowsOf()).toMatchObject([
      { kind: "report", dueAt: LATER, leasedUntil: null, attempts: 0, lastError: null },
    ]);
    expect(await village.db.select().from(settings)).toHaveLength(1);
  });

  it("is not done again by a doubled or late message", async () => {
    const handler = daily();
    await runVillageDue(village.anonymous(), [handler]);
    await runVillageDue(village.anonymous(), [handler]);
    village.setNow("2026-11-25T01:59:59.999Z");
    await runVillageDue(village.anonymous(), [handler]);
    expect(handler.runs).toBe(1);
  });

  it("leaves one trace where two messages are carried out at once", async () => {
    await Promise.all([1, 2].map(() => runVillageDue(village.anonymous(), [daily()])));
    expect(await village.db.select().from(settings)).toHaveLength(1);
    expect(await rowsOf()).toMatchObject([{ dueAt: LATER, leasedUntil: null }]);
  });

  it("leaves the calendar where nothing is due any more, and comes back when registered", async () => {
    const once: DueHandler = { kind: "report", run: async () => ({ nextDueAt: null }) };
    await runVillageDue(village.anonymous(), [once]);
    expect(await rowsOf()).toEqual([]);
    await registerDue(village.anonymous(), village.tenant.villageId, "report", new Date(LATER));
    expect(await rowsOf()).toMatchObject([{ dueAt: LATER, leasedUntil: null }]);
  });

  it("keeps the earlier of two registered times", async () => {
    const ctx = village.anonymous();
    const register = (iso: string) => registerDue(ctx, village.tenant.villageId, "meeting", new Date(iso));
    await register("2026-11-26T00:00:00.000Z");
    await register("2026-11-25T00:00:00.000Z");
    await register("2026-11-27T00:00:00.000Z");
    const [meeting] = await rowsOf();
    expect(meeting).toMatchObject({ kind: "meeting", dueAt: "2026-11-25T00:00:00.000Z" });
  });

  it("runs again where something was registered while it ran", async () => {
    const ctx = village.anonymous();
    village.setNow("2026-11-24T02:00:01.000Z");
    const registering: DueHandler = {
      kind: "report",
      run: async (inner) => {
        await registerDue(
          village.anonymous(),
          inner.tenant.villageId,
          "report",
          new Date("2026-11-24T05:00:00.000Z"),
        );
        return { nextDueAt: new Date(LATER) };
      },
    };
    await runVillageDue(ctx, [registering]);
    expect(await rowsOf()).toMatchObject([{ dueAt: "2026-11-24T02:00:01.000Z", leasedUntil: null }]);
  });

  it("comes again later and later where it fails, stops no other, and is written down after five times", async () => {
    await put("tidy");
    const tidy = daily("tidy");
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 6; attempt++) {
      await runVillageDue(village.anonymous(), [failing(), tidy]);
      const [report] = await rowsOf();
      expect(report).toMatchObject({ attempts: attempt, leasedUntil: null });
      expect(report?.lastError).toContain("mail server is down");
      waits.push((Date.parse(report?.dueAt ?? "") - village.now().getTime()) / 60_000);
      village.setNow(report?.dueAt ?? "");
    }
    expect(waits).toEqual([5, 10, 20, 40, 1440, 1440]);
    expect(tidy.runs).toBe(2);
    const letters = await village
      .anonymous()
      .directory.select()
      .from(deadLetters)
      .where(and(eq(deadLetters.queue, "due_jobs")));
    const ours = letters.filter((letter) => letter.body.includes(village.tenant.villageId));
    expect(ours).toHaveLength(1);
    await runVillageDue(village.anonymous(), [daily(), tidy]);
    expect(await rowsOf()).toMatchObject([{ attempts: 0, lastError: null }, {}]);
  });

  it("counts an attempt that killed the process, and is done after it", async () => {
    const send = globalThis.fetch;
    for (let survived = 0; survived < 3; survived++) {
      let count = 0;
      vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
        if (count++ >= survived) throw new Error("power cut");
        return send(...args);
      });
      await runVillageDue(village.anonymous(), [daily()]).catch(() => null);
      vi.unstubAllGlobals();
      const [row] = await rowsOf();
      expect(row?.dueAt).toBe(START);
      expect(row?.attempts).toBe(survived);
    }
    await runVillageDue(village.anonymous(), [daily()]);
    expect(await rowsOf()).toMatchObject([{ dueAt: LATER, attempts: 0 }]);
    expect(await village.db.select().from(settings)).toHaveLength(1);
  });

  it("of a kind that this code does not know waits a day", async () => {
    await runVillageDue(village.anonymous(), []);
    expect(await rowsOf()).toMatchObject([{ dueAt: LATER, leasedUntil: null }]);
  });

  it.each([
    ["suspended", [{ dueAt: LATER, leasedUntil: null }]],
    ["erased", []],
  ] as const)("is not done in a village that is %s", async (state, left) => {
    const { tenant } = village;
    await village
      .anonymous()
      .directory.insert(villages)
      .values({
        id: tenant.villageId,
        slug: tenant.slug,
        name: tenant.name,
        regionCode: `99.${tenant.slug}`,
        state,
        timeZone: tenant.timeZone,
        home: "utama",
        database: tenant.database,
        schemaVersion: 99,
        createdAt: START,
      });
    const jobs = createJobEnv(village.home);
    expect(await jobs.consume([{ kind: "run-village-due", villageId: tenant.villageId }])).toEqual(["acked"]);
    expect(await rowsOf()).toMatchObject(left);
    expect(await rowsOf()).toHaveLength(left.length);
  });
});
