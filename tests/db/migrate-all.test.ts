import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { findVillage, registerMissingDue, type VillageRow, verifyVillage } from "#db/directory/villages.ts";
import { type MigrateOptions, migrateAllVillages } from "#db/migrate-all.ts";
import { migrateVillage, VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { openVillage } from "#db/open.ts";
import { openPlace, type Place } from "#db/place.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { addLaggingVillage } from "#tests/support/lagging-village.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";

vi.setConfig({ testTimeout: 60_000 });
const NOW = new Date("2026-11-24T05:00:00.000Z");
const ALL: MigrateOptions = { concurrency: 3, limit: 1000 };

describe("migrating all villages", () => {
  let portal: TestPortal;
  let place: Place;
  beforeAll(async () => {
    portal = await createTestPortal();
    place = openPlace(portal.home);
  });
  afterAll(() => portal.stop());

  const addVillage = (changes: Partial<VillageRow> = {}) => addLaggingVillage(place, 0, changes);
  const versionOf = async (id: string) =>
    (await place.directory.select().from(villages).where(eq(villages.id, id)))[0]?.schemaVersion;

  it("takes at most as many as it is told, and the next run takes the others", async () => {
    const made = [];
    for (let index = 0; index < 5; index++) made.push(await addVillage());
    expect(await migrateAllVillages(place, () => NOW, { ...ALL, limit: 2 })).toMatchObject({ migrated: 2 });
    expect(await migrateAllVillages(place, () => NOW, ALL)).toMatchObject({ migrated: 3, failed: [] });
    expect(await migrateAllVillages(place, () => NOW, ALL)).toMatchObject({ migrated: 0 });
    for (const village of made) {
      expect(await versionOf(village.id)).toBe(VILLAGE_SCHEMA_VERSION);
      expect(await openVillage(place.home, village).select().from(accounts)).toEqual([]);
    }
  });

  it("reports one that fails, gives its lease back, and does the others", async () => {
    const broken = await addVillage({ database: "desa-tidak-ada" });
    const whole = await addVillage();
    const told: string[] = [];
    const report = await migrateAllVillages(place, () => NOW, {
      ...ALL,
      onResult: (village, result) => void told.push(`${village.slug}:${result instanceof Error}`),
    });
    expect(report).toMatchObject({ migrated: 1, failed: [{ slug: broken.slug }] });
    expect(told.sort()).toEqual([`${broken.slug}:true`, `${whole.slug}:false`].sort());
    const [row] = await place.directory.select().from(villages).where(eq(villages.id, broken.id));
    expect(row).toMatchObject({
      schemaVersion: 0,
      migrationLeasedUntil: null,
      migrationError: expect.stringContaining("404"),
    });
    await place.directory.delete(villages).where(eq(villages.id, broken.id));
  });

  it("leaves alone what somebody else migrates, until his lease is over", async () => {
    const village = await addVillage({ migrationLeasedUntil: "2026-11-24T05:00:30.000Z" });
    expect(await migrateAllVillages(place, () => NOW, ALL)).toMatchObject({ migrated: 0, busy: 1 });
    const later = new Date("2026-11-24T05:00:30.000Z");
    expect(await migrateAllVillages(place, () => later, ALL)).toMatchObject({ migrated: 1, busy: 0 });
    expect(await versionOf(village.id)).toBe(VILLAGE_SCHEMA_VERSION);
  });

  it("applies each migration once where two come at once", async () => {
    const village = await addVillage();
    const both = await Promise.all(
      [1, 2].map(() => migrateVillage(place.home, place.directory, village, NOW)),
    );
    expect(both.filter((version) => version === VILLAGE_SCHEMA_VERSION).length).toBeGreaterThanOrEqual(1);
    expect(await versionOf(village.id)).toBe(VILLAGE_SCHEMA_VERSION);
  });

  it("puts active villages on the calendar for new kinds of work, and moves no date that stands there", async () => {
    const village = await addVillage();
    const sleeping = await addVillage({ state: "provisioning" });
    const kept = "2027-01-01T00:00:00.000Z";
    await place.directory.insert(dueJobs).values({ villageId: village.id, kind: "lama", dueAt: kept });
    await registerMissingDue(place.directory, ["lama", "baru"], NOW);
    await registerMissingDue(place.directory, ["lama", "baru"], NOW);
    const due = await place.directory.select().from(dueJobs).where(eq(dueJobs.villageId, village.id));
    expect(due.map(({ kind, dueAt }) => [kind, dueAt]).sort()).toEqual([
      ["baru", NOW.toISOString()],
      ["lama", kept],
    ]);
    expect(await place.directory.select().from(dueJobs).where(eq(dueJobs.villageId, sleeping.id))).toEqual(
      [],
    );
  });

  it("verifies a village once, by address name, code or id", async () => {
    const village = await addVillage();
    for (const name of [
      village.slug.toUpperCase(),
      village.regionCode,
      village.regionCode.replaceAll(".", ""),
      village.id,
    ])
      expect((await findVillage(place.directory, name))?.id).toBe(village.id);
    expect(await findVillage(place.directory, "tidak-ada")).toBeNull();
    expect(await verifyVillage(place.directory, village.id, NOW)).toBe(true);
    expect(await verifyVillage(place.directory, village.id, new Date())).toBe(false);
    expect(await findVillage(place.directory, village.id)).toMatchObject({
      trust: "verified",
      verifiedAt: NOW.toISOString(),
      epoch: 2,
    });
  });
});
