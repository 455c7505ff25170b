import { beforeAll, describe, expect, it } from "vitest";
import { loadActivityMeasures, loadProgrammeMeasures } from "#app/modules/programme/load-measures.server.ts";
import { measureProgramme } from "#app/modules/programme/measures.ts";
import { newId } from "#app/platform/ids.ts";
import { activityUpdates, deviations, spending, updateValues } from "#db/village/schema/programme.ts";
import { settings } from "#db/village/schema/village.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { type SeededActivity, seedRunningProgramme } from "./running-programme.ts";

const COUNTED = "programme.updates-on-time";

describe("measures of a programme", () => {
  let village: TestVillage;
  let letters: SeededActivity;
  let reporting: SeededActivity;

  beforeAll(async () => {
    village = await createTestVillage();
    village.setNow("2027-05-20T02:00:00.000Z");
    const { activities } = await seedRunningProgramme(village, {
      year: 2027,
      activities: [
        { budget: 10_000_000, indicators: [{ targets: [10, 10, 10, 10] }] },
        { name: "Pelaporan", indicators: [{ countedKey: COUNTED, targets: [1, 1, 1, 1] }] },
      ],
    });
    [letters, reporting] = activities as [SeededActivity, SeededActivity];
    const update = {
      activityId: letters.id,
      note: "",
      createdBy: "a",
      createdAt: "2027-04-05T01:00:00.000Z",
    };
    const rows = [
      {
        id: "u1",
        quarter: 1,
        asOf: "2027-03-31",
        state: "approved",
        submittedAt: "2027-04-10T14:00:00.000Z",
      },
      {
        id: "u2",
        quarter: 2,
        asOf: "2027-05-10",
        state: "submitted",
        submittedAt: "2027-05-11T01:00:00.000Z",
      },
    ] as const;
    await village.db.insert(activityUpdates).values(
      rows.map((row) => ({
        ...update,
        ...row,
        decidedAt: row.state === "approved" ? "2027-04-11T01:00:00.000Z" : null,
      })),
    );
    await village.db.insert(updateValues).values([
      { updateId: "u1", indicatorId: letters.indicatorIds[0] ?? "", value: 12 },
      { updateId: "u2", indicatorId: letters.indicatorIds[0] ?? "", value: 5 },
    ]);
    const entry = {
      activityId: letters.id,
      note: "kertas",
      createdBy: "a",
      createdAt: "2027-02-01T00:00:00.000Z",
    };
    await village.db.insert(spending).values([
      { ...entry, id: "s1", amount: 3_000_000, spentOn: "2027-02-01" },
      { ...entry, id: "s2", amount: -500_000, spentOn: "2027-02-02" },
      { ...entry, id: "s3", amount: 1_000_000, spentOn: "2027-06-01" },
    ]);
  });

  it("puts a whole programme together in one round trip, counting approved reports only", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    village.takeRoundTrips();
    const measures = await loadProgrammeMeasures(ctx, 2027, "2027-05-20");
    expect(village.takeRoundTrips()).toBe(1);
    const { sections, totals } = measureProgramme(measures);
    const row = sections[0]?.rows[0];
    expect(row).toMatchObject({ physical: 30, financial: 25, budget: 10_000_000, spending: 2_500_000 });
    expect(row?.indicators[0]).toMatchObject({ realised: 12, targetOfYear: 40, targetToDate: 20 });
    expect(totals.physical).toBe(30);
    expect(measures.facts.get(letters.id)?.updates.map((each) => each.id)).toEqual(["u2", "u1"]);
  });

  it("leaves out spending after the day", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const { input } = await loadActivityMeasures(ctx, letters.id, "2027-06-30");
    expect(input.spending).toBe(3_500_000);
  });

  it("counts an indicator from records, up to the day, for quarters that have begun", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const at = async (day: string) =>
      (await loadActivityMeasures(ctx, reporting.id, day)).input.indicators[0];
    expect((await at("2027-05-20"))?.counted).toEqual([1, 1, null, null]);
    const whole = await loadProgrammeMeasures(ctx, 2027, "2027-05-20");
    expect(whole.sections[0]?.activities[1]?.indicators[0]?.counted).toEqual([1, 1, null, null]);
    expect((await at("2027-05-10"))?.counted).toEqual([1, 0, null, null]);
    // Of a quarter that is over all that came by its deadline belongs to it, as of its last day, too.
    expect((await at("2027-03-31"))?.counted).toEqual([1, null, null, null]);
    expect((await at("2027-03-30"))?.counted).toEqual([0, null, null, null]);
    expect((await at("2026-12-31"))?.counted).toEqual([null, null, null, null]);
  });

  it("counts a report sent at 22.00 village time of the last day, and none after the days that the setting gives", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const row = { key: "programme.updateDays", value: 9, updatedAt: "2027-01-01T00:00:00.000Z" };
    await village.db.insert(settings).values(row);
    const { input, owing } = await loadActivityMeasures(ctx, reporting.id, "2027-05-20");
    await village.db.delete(settings);
    expect(owing.days).toBe(9);
    expect(input.indicators[0]?.counted).toEqual([0, 1, null, null]);
  });

  it("shows the latest deviation up to the day", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    const row = { activityId: letters.id, gapPoints: 12, correction: "lembur", createdBy: "a" };
    await village.db.insert(deviations).values(
      ["2027-04-01", "2027-05-01", "2027-07-01"].map((asOf) => ({
        ...row,
        id: newId(new Date(asOf)),
        asOf,
        cause: `sebab ${asOf}`,
        createdAt: `${asOf}T00:00:00.000Z`,
      })),
    );
    const { input } = await loadActivityMeasures(ctx, letters.id, "2027-05-20");
    expect(input.deviation).toEqual({ cause: "sebab 2027-05-01", correction: "lembur" });
  });

  it("does not find a year without a programme, or another village's activity", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan");
    await expect(loadProgrammeMeasures(ctx, 2028, "2028-01-01")).rejects.toThrow("belum disusun");
    const other = await createTestVillage();
    const stranger = await other.ctxAs("kasi-pemerintahan");
    await expect(loadActivityMeasures(stranger, letters.id, "2027-05-20")).rejects.toThrow("tidak ada");
  });
});
