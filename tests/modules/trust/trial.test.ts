import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contestVillage } from "#app/modules/trust/contest-village.server.ts";
import { trustDue } from "#app/modules/trust/due.ts";
import { endTrial } from "#app/modules/trust/end-trial.server.ts";
import { verifyVillage } from "#app/modules/trust/verify-village.server.ts";
import { TRUST_WORDS } from "#app/modules/trust/words.ts";
import { erasures } from "#db/directory/schema/backups.ts";
import { sweepRuns } from "#db/directory/schema/jobs.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { days, setTrustStage, type TrustStage } from "./trust-stage.ts";

let portal: TestPortal;
let stage: TrustStage;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterAll(() => portal.stop());
beforeEach(async () => {
  stage = await setTrustStage(portal);
});

/** Runs the work at each of its own due times until there is none, as sweeps do. */
async function runOn(from: Date, most = 12): Promise<Date[]> {
  const runs: Date[] = [];
  let next: Date | null = from;
  while (next && runs.length < most) {
    runs.push(next);
    next = (await trustDue.run(await stage.job(next))).nextDueAt;
  }
  return runs;
}
const erasure = async () =>
  (
    await portal.directory
      .select()
      .from(erasures)
      .where(eq(erasures.villageId, stage.seeded.tenant.villageId))
  )[0];

describe("the trial of a village", () => {
  it("is told 30, 14, 7 and 1 days before, and ends in erasure; each notice once", async () => {
    const runs = await runOn(days(0));
    expect(runs).toEqual([days(0), days(30), days(46), days(53), days(59), days(60)]);
    expect(await stage.news()).toEqual(
      [30, 14, 7, 1].map((left) => `Masa uji coba desa Anda tinggal ${left} hari`),
    );
    expect(await stage.village()).toMatchObject({ state: "erased" });
    expect(await erasure()).toMatchObject({ reason: "trial-over", askedBy: "Balai", askedAt: null });
    expect(stage.portal.sent).toContainEqual({
      kind: "resume-erasure",
      villageId: stage.seeded.tenant.villageId,
    });
  });

  it("is told again by no second run, and to whom it concerns", async () => {
    await trustDue.run(await stage.job(days(30)));
    await trustDue.run(await stage.job(days(31)));
    expect(await stage.news()).toHaveLength(1);
  });

  it("does not end unwarned where no sweep ran, or a clock jumped: the village gets seven days and two notices", async () => {
    const runs = await runOn(days(200));
    expect(runs).toEqual([days(200), days(206), days(207)]);
    expect(await stage.news()).toEqual([7, 1].map((left) => `Masa uji coba desa Anda tinggal ${left} hari`));
    expect(await stage.village()).toMatchObject({ state: "erased" });
  });

  it("does not end by a clock that has only just jumped, however often it was told", async () => {
    await runOn(days(0), 5);
    const ctx = await stage.job(days(61));
    await ctx.directory.delete(sweepRuns);
    expect((await trustDue.run({ ...ctx, now: days(400) })).nextDueAt).toEqual(days(400 + 1 / 24));
    expect(await stage.village()).toMatchObject({ state: "active" });
  });

  it("never ends while a claim waits, however long that takes", async () => {
    await contestVillage(stage.portal.ctx({ now: days(50) }), {
      kode_desa: stage.regionCode,
      nama: "Lalu Muhammad",
      jabatan: "kepala-desa",
      telepon: "6281999000111",
      nomor_sk: "141/77/Pem/2025",
      pernyataan: "Saya Kepala Desa yang dilantik.",
      berkas: new File(["%PDF-1.4\n%%EOF"], "surat.pdf"),
    });
    await runOn(days(100), 5);
    expect(await stage.village()).toMatchObject({ state: "active" });
    expect(await endTrial(await stage.job(days(100)), days(60).toISOString())).toBe(false);
    expect(await erasure()).toBeUndefined();
  });

  it("is over for a verified village, which is never erased", async () => {
    await verifyVillage(stage.above("operator"), stage.seeded.tenant.villageId);
    expect(await runOn(days(100))).toEqual([days(100)]);
    expect(await endTrial(await stage.job(days(100)), days(60).toISOString())).toBe(false);
    expect(await stage.village()).toMatchObject({ state: "active", trust: "verified" });
  });

  it("starts with its first look for a village from before trials", async () => {
    await stage.portal.directory
      .update(villages)
      .set({ trialEndsAt: null })
      .where(eq(villages.id, stage.seeded.tenant.villageId));
    expect(await trustDue.run(await stage.job(days(10)))).toEqual({ nextDueAt: days(40) });
    expect(await stage.village()).toMatchObject({ trialEndsAt: days(70).toISOString() });
  });

  it("is finished where the end was cut off half-way", async () => {
    await stage.portal.directory
      .update(villages)
      .set({ state: "suspended", suspendedReason: TRUST_WORDS.trialOver })
      .where(eq(villages.id, stage.seeded.tenant.villageId));
    await trustDue.run(await stage.job(days(61)));
    expect(await stage.village()).toMatchObject({ state: "erased" });
  });

  it("stands still while an operator has suspended the village", async () => {
    await stage.portal.directory
      .update(villages)
      .set({ state: "suspended", suspendedReason: "Dilaporkan warga." })
      .where(eq(villages.id, stage.seeded.tenant.villageId));
    expect(await runOn(days(100))).toEqual([days(100)]);
    expect(await erasure()).toBeUndefined();
  });
});
