import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { changeBudget } from "#app/modules/programme/change-budget.server.ts";
import { loadActivityMeasures } from "#app/modules/programme/load-measures.server.ts";
import { recordSpending } from "#app/modules/programme/record-spending.server.ts";
import { DONE } from "#app/modules/programme/running-words.ts";
import { BudgetChangeInput, SpendingInput } from "#app/modules/programme/update-input.ts";
import { activities, budgetChanges, programmes, spending } from "#db/village/schema/programme.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { type SeededActivity, seedRunningProgramme } from "./running-programme.ts";

let village: TestVillage;
let programmeId: string;
let letters: SeededActivity;
let free: SeededActivity;

beforeAll(async () => {
  village = await createTestVillage();
  village.setNow("2027-03-10T02:00:00.000Z");
  const seeded = await seedRunningProgramme(village, {
    year: 2027,
    activities: [
      { budget: 10_000_000, indicators: [{ targets: [1, 1, 1, 1] }] },
      { name: "Tanpa biaya", indicators: [{ targets: [1, 1, 1, 1] }] },
    ],
  });
  programmeId = seeded.id;
  [letters, free] = seeded.activities as [SeededActivity, SeededActivity];
});

const spend = (changes: Record<string, unknown> = {}) =>
  SpendingInput.parse({ tanggal: "2027-03-09", jumlah: "Rp1.250.000", keterangan: "Kertas", ...changes });
const budget = (changes: Record<string, unknown> = {}) =>
  BudgetChangeInput.parse({ versi: 1, anggaran: "12.000.000", alasan: "Perdes 3/2027", ...changes });

async function setState(state: "approved" | "running" | "closed" | "draft") {
  await village.db.update(programmes).set({ state }).where(eq(programmes.id, programmeId));
}

async function totalOf(id: string): Promise<number> {
  const rows = await village.db.select().from(spending).where(eq(spending.activityId, id));
  return rows.reduce((sum, row) => sum + row.amount, 0);
}

describe("recordSpending", () => {
  it("adds entries, and takes a correction off again, never below nothing", async () => {
    const ctx = await village.ctxAs("kaur-keuangan");
    await recordSpending(ctx, letters.id, spend());
    await recordSpending(ctx, letters.id, spend({ jenis: "koreksi", jumlah: "250000" }));
    expect(await totalOf(letters.id)).toBe(1_000_000);
    const tooMuch = spend({ jenis: "koreksi", jumlah: "1.000.001" });
    await expect(recordSpending(ctx, letters.id, tooMuch)).rejects.toMatchObject({ field: "jumlah" });
    expect(await totalOf(letters.id)).toBe(1_000_000);
  });

  it("says by how much all spending passes the budget, and what was a correction", async () => {
    const ctx = await village.ctxAs("kaur-keuangan");
    expect(await recordSpending(ctx, letters.id, spend({ jumlah: "14.000.000" }))).toMatchObject({
      isCorrection: false,
      overspent: 5_000_000,
    });
    const back = spend({ jenis: "koreksi", jumlah: "14.000.000" });
    expect(await recordSpending(ctx, letters.id, back)).toMatchObject({ isCorrection: true, overspent: 0 });
    expect(DONE.spendingRecorded({ isCorrection: true, over: null })).toBe("Koreksi belanja tercatat.");
    expect(DONE.spendingRecorded({ isCorrection: false, over: "Rp5.000.000" })).toContain(
      "melebihi anggaran",
    );
  });

  it("lets only one of two corrections at once take the same money off", async () => {
    const ctx = await village.ctxAs("kaur-keuangan");
    await recordSpending(ctx, free.id, spend({ jumlah: "100" }));
    const correction = spend({ jenis: "koreksi", jumlah: "60" });
    const answers = await Promise.allSettled([
      recordSpending(ctx, free.id, correction),
      recordSpending(ctx, free.id, correction),
    ]);
    expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
    expect(await totalOf(free.id)).toBe(40);
  });

  it("refuses another year, tomorrow, and what is no amount", async () => {
    const ctx = await village.ctxAs("kaur-keuangan");
    for (const tanggal of ["2026-12-31", "2028-01-01", "2027-03-11"])
      await expect(recordSpending(ctx, letters.id, spend({ tanggal }))).rejects.toMatchObject({
        field: "tanggal",
      });
    for (const jumlah of ["", "0", "-5", "12,5", "sejuta", "9999999999999999"])
      expect(SpendingInput.safeParse({ ...spend(), jumlah }).success).toBe(false);
    expect(SpendingInput.safeParse({ tanggal: "2027-02-29", jumlah: "1", keterangan: "x" }).success).toBe(
      false,
    );
  });

  it("is for who keeps the money, in a programme that runs", async () => {
    for (const position of ["kasi-pemerintahan", "kepala-desa", "ketua-bpd"]) {
      const attempt = recordSpending(await village.ctxAs(position), letters.id, spend());
      await expect(attempt).rejects.toMatchObject({ name: "ForbiddenError" });
    }
    const ctx = await village.ctxAs("sekretaris-desa");
    await setState("closed");
    await expect(recordSpending(ctx, letters.id, spend())).rejects.toMatchObject({ name: "ConflictError" });
    await setState("draft");
    await expect(recordSpending(ctx, letters.id, spend())).rejects.toMatchObject({ name: "ConflictError" });
    await setState("running");
    const stranger = await (await createTestVillage()).ctxAs("kaur-keuangan");
    await expect(recordSpending(stranger, letters.id, spend())).rejects.toMatchObject({
      name: "NotFoundError",
    });
  });

  it("writes one entry for a form that is sent twice", async () => {
    const before = await totalOf(letters.id);
    const ctx = await village.ctxAs("kaur-keuangan", { submitKey: "belanja-0001" });
    await Promise.all([recordSpending(ctx, letters.id, spend()), recordSpending(ctx, letters.id, spend())]);
    expect(await totalOf(letters.id)).toBe(before + 1_250_000);
  });
});

describe("changeBudget", () => {
  it("keeps the old pagu for reports of earlier days and the reason of the new one", async () => {
    const ctx = await village.ctxAs("kaur-keuangan");
    await changeBudget(ctx, letters.id, budget());
    const at = async (day: string) => (await loadActivityMeasures(ctx, letters.id, day)).input.budget;
    expect(await at("2027-03-09")).toBe(10_000_000);
    expect(await at("2027-03-10")).toBe(12_000_000);
    const versions = await village.db
      .select()
      .from(budgetChanges)
      .where(eq(budgetChanges.activityId, letters.id));
    expect(versions.find((each) => each.amount === 12_000_000)?.reason).toBe("Perdes 3/2027");
  });

  it("refuses a stale form, no change, no reason, and money without a source", async () => {
    const ctx = await village.ctxAs("kaur-keuangan");
    await expect(changeBudget(ctx, letters.id, budget())).rejects.toMatchObject({ name: "ConflictError" });
    await expect(changeBudget(ctx, letters.id, budget({ versi: 2 }))).rejects.toMatchObject({
      field: "anggaran",
    });
    expect(BudgetChangeInput.safeParse({ versi: 1, anggaran: "1", alasan: " " }).success).toBe(false);
    await expect(changeBudget(ctx, free.id, budget())).rejects.toMatchObject({ field: "sumber_dana" });
    await changeBudget(ctx, free.id, budget({ sumber_dana: "add" }));
    const [row] = await village.db.select().from(activities).where(eq(activities.id, free.id));
    expect(row).toMatchObject({ budget: 12_000_000, fundSource: "add", version: 2 });
  });

  it("is for who keeps the money, from approval until the year is closed", async () => {
    const other = await village.ctxAs("kasi-pemerintahan");
    await expect(changeBudget(other, letters.id, budget({ versi: 2 }))).rejects.toMatchObject({
      name: "ForbiddenError",
    });
    const ctx = await village.ctxAs("kaur-keuangan");
    for (const state of ["draft", "closed"] as const) {
      await setState(state);
      const attempt = changeBudget(ctx, letters.id, budget({ versi: 2, anggaran: "1" }));
      await expect(attempt).rejects.toMatchObject({ name: "ConflictError" });
    }
    await setState("approved");
    expect(await changeBudget(ctx, letters.id, budget({ versi: 2, anggaran: "0" }))).toEqual({ budget: 0 });
  });
});
