import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { loadPublicActivity } from "#app/modules/programme/load-public-activity.server.ts";
import { loadPublicProgramme, loadPublicYears } from "#app/modules/programme/load-public-programme.server.ts";
import { PROGRAMME_STATES } from "#app/modules/programme/rules.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { activityComments, deviations, indicatorTargets, programmes } from "#db/village/schema/programme.ts";
import { moduleSwitches } from "#db/village/schema/village.ts";
import { readPicture } from "#tests/platform/image/pictures.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import {
  type SeededProgramme,
  seedDeviation,
  seedEvidence,
  seedFirstQuarter,
  seedProfile,
  seedProgramme,
  seedUpdate,
} from "../reports/seeded-programme.ts";

let village: TestVillage;
let programme: SeededProgramme;
let draft: SeededProgramme;

beforeAll(async () => {
  village = await createTestVillage();
  programme = await seedProgramme(village);
  await seedFirstQuarter(village, programme);
  await seedDeviation(village, programme.b);
  draft = await seedProgramme(village, "draft", 2028);
  await seedProgramme(village, "closed", 2026);
  await seedProfile(village);
  const update = { activityId: programme.a, values: { [programme.letters]: 999 }, decidedAt: null };
  await seedUpdate(village, { ...update, id: "u-draft", state: "draft", note: "Catatan rahasia" });
  await seedUpdate(village, { ...update, id: "u-sent", state: "submitted", note: "Catatan rahasia" });
  await seedUpdate(village, { ...update, id: "u-back", state: "returned", note: "Catatan rahasia" });
  const jpeg = { bytes: readPicture("sawah.jpg"), mediaType: "image/jpeg" };
  await seedEvidence(village, "u-a", { ...jpeg, id: "foto-kantor" });
  await seedEvidence(village, "u-a", { ...jpeg, id: "foto-umum", isPublic: true });
  await seedEvidence(village, "u-draft", { ...jpeg, id: "foto-rancangan", isPublic: true });
  await seedDeviation(village, programme.a);
  await village.db
    .update(deviations)
    .set({ cause: "Alasan rahasia", agreedAt: null })
    .where(eq(deviations.activityId, programme.a));
  await village.db.insert(activityComments).values({
    id: "k1",
    activityId: programme.a,
    accountId: "kasi",
    mentions: [],
    body: "Catatan rahasia",
    createdAt: "2027-04-01T02:00:00.000Z",
  });
  await village.db.insert(indicatorTargets).values({
    id: "t-2",
    indicatorId: programme.cases,
    version: 2,
    q1: 9,
    q2: 8,
    q3: 4,
    q4: 2,
    reason: "Mediator bertambah",
    validFrom: "2027-04-05",
    createdBy: "kasi",
    createdAt: "2027-04-05T02:00:00.000Z",
  });
  village.setNow("2027-03-31T04:00:00.000Z");
});

describe("what residents see of a year", () => {
  test("the three percentages and the money of the same calculation as the report's", async () => {
    const page = await loadPublicProgramme(village.anonymous(), 2027);
    // As in the quarterly report: (32.5 x 30 + 40 x 10) / 40 = 34.375, 7 / 40 = 17.5, 31.198.
    expect(page.totals).toMatchObject({
      physical: 34.375,
      financial: 17.5,
      budget: 40_000_000,
      spending: 7_000_000,
    });
    expect(page.totals.elapsed).toBeCloseTo(31.198, 3);
    expect(page).toMatchObject({ state: "running", asOf: "2027-03-31", otherYears: [2026] });
    expect(page.brand).toMatchObject({ name: "Desa Sesela" });
    const [, late] = page.sections[0]?.rows ?? [];
    expect(late?.deviation).toEqual({ cause: "Mediator sakit", correction: "Menunjuk mediator pengganti" });
    expect(JSON.stringify(page)).not.toContain("rahasia");
  });

  test("costs one round trip a page", async () => {
    const ctx = village.anonymous();
    village.takeRoundTrips();
    await loadPublicProgramme(ctx, 2027);
    expect(village.takeRoundTrips()).toBe(1);
    await loadPublicActivity(ctx, programme.a);
    expect(village.takeRoundTrips()).toBe(1);
    await loadPublicYears(ctx);
    expect(village.takeRoundTrips()).toBe(1);
  });

  test("names only the years that were approved, newest first", async () => {
    expect((await loadPublicYears(village.anonymous())).years).toEqual([2027, 2026]);
  });
});

describe("what residents see of an activity", () => {
  test("approved reports only, and of the pictures only public ones", async () => {
    const page = await loadPublicActivity(village.anonymous(), programme.a);
    expect(page.updates.map(({ id }) => id)).toEqual(["u-a"]);
    expect(page.updates[0]?.values).toMatchObject([
      { name: "Surat yang diselesaikan", value: 130, unit: "surat" },
    ]);
    expect(page.pictures.map(({ id }) => id)).toEqual(["foto-umum"]);
    expect(JSON.stringify(page)).not.toContain("rahasia");
    expect(page.row.physical).toBe(32.5);
  });

  test("each change of a target with its reason, and why it lags", async () => {
    const page = await loadPublicActivity(village.anonymous(), programme.b);
    expect(page.indicators[0]?.versions.map(({ reason }) => reason)).toEqual([null, "Mediator bertambah"]);
    expect(page.deviations).toMatchObject([{ cause: "Mediator sakit" }]);
  });
});

describe("residents never see", () => {
  test("a year that was not approved, nor an activity of it", async () => {
    const other = await createTestVillage();
    const hidden = PROGRAMME_STATES.filter((state) => ["draft", "submitted", "returned"].includes(state));
    for (const [index, state] of hidden.entries()) {
      const seeded = await seedProgramme(other, state, 2030 + index);
      await expect(loadPublicProgramme(other.anonymous(), 2030 + index)).rejects.toThrow(NotFoundError);
      await expect(loadPublicActivity(other.anonymous(), seeded.a)).rejects.toThrow(NotFoundError);
    }
    expect((await loadPublicYears(other.anonymous())).years).toEqual([]);
    await expect(loadPublicActivity(village.anonymous(), draft.a)).rejects.toThrow(NotFoundError);
  });

  test("a year without a programme, an unknown activity, another village's", async () => {
    const other = await createTestVillage();
    await expect(loadPublicProgramme(other.anonymous(), 2027)).rejects.toThrow(NotFoundError);
    await expect(loadPublicActivity(other.anonymous(), programme.a)).rejects.toThrow(NotFoundError);
    await expect(loadPublicActivity(village.anonymous(), "tidak-ada")).rejects.toThrow(NotFoundError);
  });

  test("anything where the village has switched the module off", async () => {
    const other = await createTestVillage();
    await seedProgramme(other);
    const changedAt = "2027-01-01T00:00:00.000Z";
    await other.db
      .insert(moduleSwitches)
      .values({ module: "programme", isOn: false, changedBy: "kades", changedAt });
    await expect(loadPublicProgramme(other.anonymous(), 2027)).rejects.toThrow(NotFoundError);
    await expect(loadPublicYears(other.anonymous())).rejects.toThrow(NotFoundError);
    expect(await other.db.select().from(programmes)).toHaveLength(1);
  });
});
