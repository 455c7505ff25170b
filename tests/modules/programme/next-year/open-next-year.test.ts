import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { loadNextYear } from "#app/modules/programme/load-next-year.server.ts";
import { endsWithin, nextBaseline, yearToCarryOn } from "#app/modules/programme/next-year-rules.ts";
import { openNextYear } from "#app/modules/programme/open-next-year.server.ts";
import { dayUpToYearEnd } from "#app/modules/programme/report-asof-rules.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import {
  activities,
  activityPeople,
  activitySteps,
  budgetChanges,
  indicators,
  indicatorTargets,
  programmeSections,
  programmes,
} from "#db/village/schema/programme.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { type SeededProgramme, seedFirstQuarter, seedProgramme } from "../reports/seeded-programme.ts";

let village: TestVillage;
let programme: SeededProgramme;

beforeEach(async () => {
  village = await createTestVillage();
  programme = await seedProgramme(village);
  await seedFirstQuarter(village, programme);
  village.setNow("2027-11-20T02:00:00.000Z");
});

const kasi = (submitKey?: string) =>
  village.ctxAs("kasi-pemerintahan", { name: "Muhammad Zaini", submitKey });
const nextActivities = async () =>
  (await village.db.select().from(activities)).filter((row) => row.programmeId !== programme.programmeId);

describe("next year's draft", () => {
  test("takes the chosen activities with their indicators, without targets and budgets", async () => {
    const ctx = await kasi();
    const result = await openNextYear(ctx, 2027, {
      kegiatan: [programme.a, programme.b],
      cakupan: "terpilih",
    });
    expect(result).toEqual({ year: 2028, count: 2 });
    const [draft] = await village.db.select().from(programmes).where(eq(programmes.year, 2028));
    expect(draft).toMatchObject({ state: "draft", approvedAt: null });
    const sections = await village.db.select().from(programmeSections);
    expect(sections.filter((row) => row.programmeId === draft?.id).map((row) => row.name)).toEqual([
      "Pelayanan dan Administrasi",
      "Partisipasi Masyarakat",
    ]);
    const rows = await nextActivities();
    expect(rows.map(({ continuesId, budget, reviewState }) => [continuesId, budget, reviewState])).toEqual([
      [programme.a, 0, "open"],
      [programme.b, 0, "open"],
    ]);
    expect(sections.find((section) => section.id === rows[0]?.sectionId)?.programmeId).toBe(draft?.id);
    expect(await village.db.select().from(indicatorTargets)).toHaveLength(2);
    expect(await village.db.select().from(budgetChanges)).toHaveLength(2);
  });

  test("goes on from what was reached: 8 open cases become the baseline, letters start anew", async () => {
    await openNextYear(await kasi(), 2027, { kegiatan: [], cakupan: "semua" });
    const rows = await nextActivities();
    expect(rows).toHaveLength(3);
    const copies = (await village.db.select().from(indicators)).filter((row) =>
      rows.some(({ id }) => id === row.activityId),
    );
    expect(copies.map(({ name, baseline }) => [name, baseline]).toSorted()).toEqual([
      ["Sengketa yang belum selesai", 8],
      ["Surat yang diselesaikan", null],
    ]);
  });

  test("brings people who are still there and steps that are not done", async () => {
    const gone = await village.ctxAs("kepala-dusun", { name: "Sudah Pergi" });
    const here = await village.ctxAs("kasi-pelayanan", { name: "Masih Ada" });
    const ids = [gone.actor.accountId, here.actor.accountId];
    const addedAt = "2027-01-05T00:00:00.000Z";
    await village.db
      .insert(activityPeople)
      .values(ids.map((accountId) => ({ activityId: programme.a, accountId, addedAt })));
    await village.db
      .update(accounts)
      .set({ state: "dismissed" })
      .where(eq(accounts.id, gone.actor.accountId));
    const step = (id: string, more: object) => ({
      id,
      activityId: programme.a,
      title: id,
      position: 0,
      ...more,
    });
    await village.db
      .insert(activitySteps)
      .values([
        step("tersisa", { dueOn: "2027-05-01", ownerId: gone.actor.accountId }),
        step("selesai", { doneAt: addedAt }),
        step("dihapus", { removedAt: addedAt }),
      ]);
    await openNextYear(await kasi(), 2027, { kegiatan: [programme.a], cakupan: "terpilih" });
    const [copy] = await nextActivities();
    const people = await village.db
      .select()
      .from(activityPeople)
      .where(eq(activityPeople.activityId, copy?.id ?? ""));
    expect(people.map(({ accountId }) => accountId)).toEqual([here.actor.accountId]);
    const steps = await village.db
      .select()
      .from(activitySteps)
      .where(eq(activitySteps.activityId, copy?.id ?? ""));
    expect(steps).toMatchObject([{ title: "tersisa", dueOn: null, ownerId: null, doneAt: null }]);
  });

  test("proposes what is unfinished and tells whose term ends that year, in one round trip", async () => {
    const ctx = await kasi();
    const until = (name: string, endsOn: string) => ({ name, endsOn });
    for (const { name, endsOn } of [until("Tahun ini", "2028-01-01"), until("Tahun depan", "2029-01-01")]) {
      const person = await village.ctxAs("kepala-dusun", { name });
      await village.db
        .update(positionTerms)
        .set({ endsOn })
        .where(eq(positionTerms.accountId, person.actor.accountId));
    }
    village.takeRoundTrips();
    const proposal = await loadNextYear(ctx, 2027);
    expect(village.takeRoundTrips()).toBe(1);
    expect(proposal.unfinishedIds).toEqual([programme.a, programme.b, programme.c]);
    expect(proposal.endingTerms.map(({ name }) => name)).toEqual(["Tahun depan"]);
    expect(proposal.isTaken).toBe(false);
  });

  test("adds to a draft that is there, into its programmes, what doesn't stand in it yet", async () => {
    const some = { kegiatan: [programme.a], cakupan: "terpilih" as const };
    await openNextYear(await kasi(), 2027, some);
    const before = await village.db.select().from(programmeSections);
    expect((await loadNextYear(await kasi(), 2027)).unfinishedIds).toEqual([programme.b, programme.c]);
    const all = { kegiatan: [], cakupan: "semua" as const };
    expect(await openNextYear(await kasi(), 2027, all)).toEqual({ year: 2028, count: 2 });
    const rows = await nextActivities();
    expect(rows.map(({ continuesId }) => continuesId).toSorted()).toEqual(
      [programme.a, programme.b, programme.c].toSorted(),
    );
    expect(await village.db.select().from(programmeSections)).toHaveLength(before.length);
  });

  test("the same submit twice makes one draft", async () => {
    const input = { kegiatan: [programme.a], cakupan: "terpilih" as const };
    const first = await openNextYear(await kasi("kunci-sama"), 2027, input);
    expect(await openNextYear(await kasi("kunci-sama"), 2027, input)).toEqual(first);
    expect(await nextActivities()).toHaveLength(1);
  });
});

describe("openNextYear refuses", () => {
  const all = { kegiatan: [], cakupan: "semua" as const };

  test("who may not plan", async () => {
    await expect(openNextYear(await village.ctxAs("kepala-desa"), 2027, all)).rejects.toThrow(ForbiddenError);
  });

  test("a following year in which all of it stands, and one that is planned no more", async () => {
    await openNextYear(await kasi(), 2027, all);
    await expect(openNextYear(await kasi(), 2027, all)).rejects.toThrow("sudah ada");
    await village.db.update(programmes).set({ state: "submitted" }).where(eq(programmes.year, 2028));
    await expect(openNextYear(await kasi(), 2027, all)).rejects.toThrow("sudah diajukan");
  });

  test("a plan that was not approved, a year without one, another village's", async () => {
    await seedProgramme(village, "returned", 2024);
    await expect(openNextYear(await kasi(), 2024, all)).rejects.toThrow(ConflictError);
    await expect(openNextYear(await kasi(), 2031, all)).rejects.toThrow(NotFoundError);
    const other = await createTestVillage();
    await expect(openNextYear(await other.ctxAs("kasi-pemerintahan"), 2027, all)).rejects.toThrow(
      NotFoundError,
    );
  });

  test("nothing chosen, and what is not of this year; then no draft is left", async () => {
    const choose = (kegiatan: string[]) => ({ kegiatan, cakupan: "terpilih" as const });
    await expect(openNextYear(await kasi(), 2027, choose([]))).rejects.toThrow(FieldError);
    await expect(openNextYear(await kasi(), 2027, choose([programme.a, "lain"]))).rejects.toThrow(
      "sudah dicoret",
    );
    expect(await village.db.select().from(programmes)).toHaveLength(1);
  });
});

describe("rules of carrying on", () => {
  test("the offer is the newest approved year that has begun and whose follower is still planned", () => {
    const programmesOf = (...rows: [number, "draft" | "running" | "closed" | "approved"][]) =>
      rows.map(([year, state]) => ({ year, state }));
    expect(yearToCarryOn(programmesOf([2026, "closed"], [2027, "running"]), 2027)).toBe(2027);
    expect(yearToCarryOn(programmesOf([2027, "running"], [2028, "draft"]), 2027)).toBe(2027);
    expect(yearToCarryOn(programmesOf([2027, "running"], [2028, "approved"]), 2027)).toBeNull();
    expect(yearToCarryOn(programmesOf([2027, "approved"]), 2026)).toBeNull();
    expect(yearToCarryOn(programmesOf([2027, "draft"]), 2027)).toBeNull();
  });

  test("a sum keeps its baseline, a level goes on from what was reached", () => {
    expect(nextBaseline({ isCumulative: true, baseline: 5 }, 90)).toBe(5);
    expect(nextBaseline({ isCumulative: false, baseline: 5 }, 3)).toBe(3);
    expect(nextBaseline({ isCumulative: false, baseline: 5 }, null)).toBe(5);
  });

  test("is judged today, at the latest on the year's last day", () => {
    expect(dayUpToYearEnd(2027, "2027-11-20")).toBe("2027-11-20");
    expect(dayUpToYearEnd(2027, "2028-02-01")).toBe("2027-12-31");
  });

  test("a term whose first day without it is 1 January ended the year before", () => {
    expect([
      endsWithin("2028-01-01", 2028),
      endsWithin("2028-01-02", 2028),
      endsWithin("2029-01-01", 2028),
    ]).toEqual([false, true, true]);
  });
});
