import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { addActivity } from "#app/modules/programme/add-activity.server.ts";
import { addIndicator } from "#app/modules/programme/add-indicator.server.ts";
import { approveProgramme } from "#app/modules/programme/approve-programme.server.ts";
import { closeProgramme } from "#app/modules/programme/close-programme.server.ts";
import { dropActivity } from "#app/modules/programme/drop-activity.server.ts";
import { ActivityInput, IndicatorInput } from "#app/modules/programme/input.ts";
import { loadPlan } from "#app/modules/programme/load-plan.server.ts";
import { openProgramme } from "#app/modules/programme/open-programme.server.ts";
import { resubmitActivity } from "#app/modules/programme/resubmit-activity.server.ts";
import { retargetIndicator } from "#app/modules/programme/retarget-indicator.server.ts";
import { retireIndicator } from "#app/modules/programme/retire-indicator.server.ts";
import { returnProgramme } from "#app/modules/programme/return-programme.server.ts";
import { reviewActivity } from "#app/modules/programme/review-activity.server.ts";
import { saveActivity } from "#app/modules/programme/save-activity.server.ts";
import { submitProgramme } from "#app/modules/programme/submit-programme.server.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import {
  activities,
  activityUpdates,
  budgetChanges,
  indicators,
  indicatorTargets,
  programmes,
} from "#db/village/schema/programme.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

const YEAR = 2027;

describe("planning a year", () => {
  let village: TestVillage;
  let kasi: OfficeCtx;
  let head: OfficeCtx;

  beforeEach(async () => {
    village = await createTestVillage();
    kasi = await village.ctxAs("kasi-pemerintahan");
    head = await village.ctxAs("kepala-desa");
    await openProgramme(kasi, { tahun: YEAR });
  });

  const plan = () => loadPlan(kasi, YEAR);
  const programmeVersion = async () => (await plan()).programme.version;
  const firstActivity = async () => {
    const [activity] = (await plan()).activities;
    if (!activity) throw new Error("no activity");
    return activity;
  };
  const formOf = (activity: typeof activities.$inferSelect, changes: Record<string, unknown> = {}) =>
    ActivityInput.parse({
      versi: String(activity.version),
      nama: activity.name,
      tujuan: activity.purpose || "Tujuan kegiatan",
      tupoksi: activity.duty,
      kode: activity.activityCode ?? "",
      bulan: ["1", "2"],
      pelaksana: [kasi.actor.accountId],
      anggaran: "1.000.000",
      sumber_dana: "dds",
      ...changes,
    });
  /** Sets months, a person, a budget and every indicator's targets on all activities. */
  const completeAll = async () => {
    const { activities: rows, indicators: all } = await plan();
    for (const row of rows) {
      const mine = all.filter((each) => each.activityId === row.id);
      const indikator = mine.map(({ id, direction }) => {
        const awal = direction === "falling" ? "100" : "";
        return { id, awal, t1: "1", t2: "2", t3: "3", t4: "4" };
      });
      await saveActivity(kasi, row.id, formOf(row, { indikator }));
    }
  };
  const submitComplete = async () => {
    await completeAll();
    await submitProgramme(kasi, YEAR, { versi: await programmeVersion() });
  };

  it("starts with the template's four programmes and fourteen activities", async () => {
    const { sections, activities: rows } = await plan();
    expect(sections).toHaveLength(4);
    expect(rows).toHaveLength(14);
    expect(new Set(rows.map((row) => row.templateKey)).size).toBe(14);
  });

  it("refuses a second programme of a year, also when both arrive at once", async () => {
    await expect(openProgramme(kasi, { tahun: YEAR })).rejects.toBeInstanceOf(FieldError);
    const both = await Promise.allSettled([
      openProgramme(kasi, { tahun: 2028 }),
      openProgramme(kasi, { tahun: 2028 }),
    ]);
    expect(both.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await village.db.select().from(programmes)).toHaveLength(2);
  });

  it("refuses planning by whoever holds no planning position", async () => {
    for (const position of ["kepala-desa", "kaur-keuangan", "ketua-bpd", "operator", "ketua-rt"]) {
      const other = await village.ctxAs(position);
      await expect(openProgramme(other, { tahun: 2029 })).rejects.toBeInstanceOf(ForbiddenError);
      await expect(
        dropActivity(other, (await firstActivity()).id, { versi: 1, alasan: "x" }),
      ).rejects.toBeInstanceOf(ForbiddenError);
    }
  });

  it("cannot see another village's activity", async () => {
    const other = await createTestVillage();
    const stranger = await other.ctxAs("kasi-pemerintahan");
    await openProgramme(stranger, { tahun: YEAR });
    const mine = await firstActivity();
    await expect(saveActivity(stranger, mine.id, formOf(mine))).rejects.toBeInstanceOf(NotFoundError);
  });

  it("saves a plan: months, people, budget, code and targets, and keeps the budget's history", async () => {
    const activity = await firstActivity();
    const [indicator] = (await plan()).indicators.filter((each) => each.activityId === activity.id);
    const indikator = [{ id: indicator?.id, awal: "10", t1: "12,5", t2: "", t3: "", t4: "20" }];
    await saveActivity(
      kasi,
      activity.id,
      formOf(activity, { kode: "1.3.1", anggaran: "Rp12.500.000,00", indikator }),
    );
    const saved = await firstActivity();
    expect(saved).toMatchObject({
      activityCode: "01.03.01",
      budget: 12_500_000,
      months: 0b11,
      fundSource: "dds",
      version: 2,
    });
    const { targets, people } = await plan();
    expect(targets[0]).toMatchObject({ q1: 12.5, q2: null, q4: 20, version: 1 });
    expect(people).toEqual([
      expect.objectContaining({ activityId: activity.id, accountId: kasi.actor.accountId }),
    ]);
    expect(await village.db.select().from(budgetChanges)).toHaveLength(1);
  });

  it("refuses a form made from an older version and changes nothing", async () => {
    const activity = await firstActivity();
    await saveActivity(kasi, activity.id, formOf(activity));
    await expect(saveActivity(kasi, activity.id, formOf(activity, { nama: "Lama" }))).rejects.toBeInstanceOf(
      ConflictError,
    );
    expect((await firstActivity()).name).toBe(activity.name);
  });

  it("refuses people who are not of this office, and leaves nothing half-written", async () => {
    const activity = await firstActivity();
    const input = formOf(activity, { pelaksana: [kasi.actor.accountId, "orang-lain"], anggaran: "5" });
    await expect(saveActivity(kasi, activity.id, input)).rejects.toMatchObject({ field: "pelaksana" });
    expect(await firstActivity()).toMatchObject({ version: 1, budget: 0 });
    expect((await plan()).people).toEqual([]);
  });

  it("refuses a target that contradicts its baseline at that field", async () => {
    const activity = await firstActivity();
    const [indicator] = (await plan()).indicators.filter((each) => each.activityId === activity.id);
    const indikator = [{ id: indicator?.id, awal: "50", t1: "10", t2: "", t3: "", t4: "" }];
    await expect(saveActivity(kasi, activity.id, formOf(activity, { indikator }))).rejects.toMatchObject({
      field: "indikator[0].t1",
    });
  });

  it("adds a blank activity and a ready one once, and drops one with its reason", async () => {
    const [section] = (await plan()).sections;
    const program = section?.id ?? "";
    const { id } = await addActivity(kasi, YEAR, { program, rak: null, nama: "Ronda bersama" });
    await addActivity(kasi, YEAR, { program, rak: "profil-desa", nama: null }).catch(() => null);
    await dropActivity(kasi, id, { versi: 1, alasan: "Tidak ada dana" });
    const [dropped] = await village.db.select().from(activities).where(eq(activities.id, id));
    expect(dropped?.dropReason).toBe("Tidak ada dana");
    expect((await plan()).activities.map((row) => row.id)).not.toContain(id);
    await expect(dropActivity(kasi, id, { versi: 2, alasan: "lagi" })).rejects.toBeInstanceOf(NotFoundError);
  });

  it("refuses a ready activity that stands already, and takes it again once it was dropped", async () => {
    const activity = await firstActivity();
    const again = { program: activity.sectionId, rak: activity.templateKey, nama: null };
    await expect(addActivity(kasi, YEAR, again)).rejects.toMatchObject({ field: "rak" });
    await dropActivity(kasi, activity.id, { versi: 1, alasan: "Salah" });
    await addActivity(kasi, YEAR, again);
    expect((await plan()).activities).toHaveLength(14);
  });

  it("refuses submission while an activity lacks something", async () => {
    await expect(submitProgramme(kasi, YEAR, { versi: 1 })).rejects.toBeInstanceOf(FieldError);
    expect((await plan()).programme.state).toBe("draft");
  });

  it("goes from submission over a returned activity to approval", async () => {
    await submitComplete();
    const activity = await firstActivity();
    await reviewActivity(head, activity.id, {
      versi: activity.version,
      putusan: "returned",
      alasan: "Anggaran terlalu besar",
    });
    await expect(approveProgramme(head, YEAR, { versi: await programmeVersion() })).rejects.toBeInstanceOf(
      FieldError,
    );
    const returned = await firstActivity();
    await saveActivity(kasi, returned.id, formOf(returned, { anggaran: "500.000" }));
    const mended = await firstActivity();
    await resubmitActivity(kasi, mended.id, { versi: mended.version });
    await approveProgramme(head, YEAR, { versi: await programmeVersion() });
    const after = await plan();
    expect(after.programme.state).toBe("approved");
    expect(new Set(after.activities.map((row) => row.reviewState))).toEqual(new Set(["accepted"]));
    expect(new Set(after.targets.map((row) => row.validFrom))).toEqual(new Set(["2026-11-24"]));
    const budgets = await village.db.select().from(budgetChanges);
    expect(new Set(budgets.map((row) => row.validFrom))).toEqual(new Set(["2027-01-01"]));
    expect(budgets).toHaveLength(after.activities.length);
    expect(budgets.filter((row) => row.activityId === mended.id)).toMatchObject([{ amount: 500_000 }]);
  });

  it("locks the plan once submitted, except what was returned", async () => {
    await submitComplete();
    const [first, second] = (await plan()).activities;
    if (!first || !second) throw new Error("no activities");
    await reviewActivity(head, first.id, { versi: first.version, putusan: "returned", alasan: "Perbaiki" });
    await expect(saveActivity(kasi, second.id, formOf(second))).rejects.toBeInstanceOf(ConflictError);
    const returned = await firstActivity();
    await saveActivity(kasi, first.id, formOf(returned, { nama: "Diperbaiki" }));
    expect((await firstActivity()).name).toBe("Diperbaiki");
  });

  it("refuses a return without a reason, review by the Kasi, and a decision on what was decided", async () => {
    await submitComplete();
    const activity = await firstActivity();
    const answer = { versi: activity.version, putusan: "returned" as const, alasan: null };
    await expect(reviewActivity(head, activity.id, answer)).rejects.toMatchObject({ field: "alasan" });
    await expect(reviewActivity(kasi, activity.id, { ...answer, alasan: "x" })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    const versi = await programmeVersion();
    const both = await Promise.allSettled([
      approveProgramme(head, YEAR, { versi }),
      returnProgramme(head, YEAR, { versi, alasan: "x" }),
    ]);
    expect(both.filter((each) => each.status === "fulfilled")).toHaveLength(1);
  });

  it("changes a target after approval only as a new version with its reason", async () => {
    await submitComplete();
    await approveProgramme(head, YEAR, { versi: await programmeVersion() });
    const [indicator] = (await plan()).indicators;
    const id = indicator?.id ?? "";
    const change = { versi: 1, t1: 2, t2: 3, t3: 4, t4: 6, alasan: "Peserta bertambah" };
    await retargetIndicator(kasi, id, change);
    await expect(retargetIndicator(kasi, id, change)).rejects.toBeInstanceOf(ConflictError);
    const versions = await village.db
      .select()
      .from(indicatorTargets)
      .where(eq(indicatorTargets.indicatorId, id));
    expect(versions.map(({ version, q4, reason }) => ({ version, q4, reason }))).toEqual([
      { version: 1, q4: 4, reason: null },
      { version: 2, q4: 6, reason: "Peserta bertambah" },
    ]);
  });

  it("adds and retires an indicator while the plan may change, and refuses an unknown count", async () => {
    const activity = await firstActivity();
    const fields = {
      nama: "Aduan",
      satuan: "aduan",
      arah: "falling",
      kumulatif: "tidak",
      awal: "10",
      t1: "8",
      t2: "",
      t3: "",
      t4: "4",
    };
    await addIndicator(kasi, activity.id, IndicatorInput.parse(fields), []);
    const counted = IndicatorInput.parse({ ...fields, sumber: "counted", kunci_hitung: "tidak.ada" });
    await expect(addIndicator(kasi, activity.id, counted, ["lain"])).rejects.toMatchObject({
      field: "kunci_hitung",
    });
    const [added] = await village.db.select().from(indicators).where(eq(indicators.name, "Aduan"));
    await retireIndicator(kasi, added?.id ?? "");
    expect((await plan()).indicators.map((each) => each.name)).not.toContain("Aduan");
  });

  it("closes a running year only from its last day on", async () => {
    await submitComplete();
    await approveProgramme(head, YEAR, { versi: await programmeVersion() });
    village.setNow("2027-06-01T00:00:00.000Z");
    const early = await village.ctxAs("kepala-desa");
    const versi = await programmeVersion();
    await expect(closeProgramme(early, YEAR, { versi })).rejects.toBeInstanceOf(FieldError);
    village.setNow("2027-12-31T00:00:00.000Z");
    const late = await village.ctxAs("kepala-desa");
    const activity = await firstActivity();
    const left = { id: "l1", activityId: activity.id, quarter: 4, asOf: "2027-12-30", createdBy: "kasi" };
    await village.db
      .insert(activityUpdates)
      .values({ ...left, state: "submitted", createdAt: "2027-12-30T00:00:00.000Z" });
    await expect(closeProgramme(late, YEAR, { versi, tanpa_rancangan: "ya" })).rejects.toThrow(
      "menunggu persetujuan",
    );
    await village.db.update(activityUpdates).set({ state: "returned" });
    await expect(closeProgramme(late, YEAR, { versi })).rejects.toMatchObject({ field: "tanpa_rancangan" });
    await closeProgramme(late, YEAR, { versi, tanpa_rancangan: "ya" });
    expect((await plan()).programme.state).toBe("closed");
  });

  it("traces each change and reads a whole plan in one round trip", async () => {
    await submitComplete();
    const rows = await village.db.select().from(auditLog);
    expect(rows.map((row) => row.action)).toEqual([
      "programme.open",
      ...Array(14).fill("activity.save"),
      "programme.submit",
    ]);
    village.takeRoundTrips();
    await plan();
    expect(village.takeRoundTrips()).toBe(1);
  });
});
