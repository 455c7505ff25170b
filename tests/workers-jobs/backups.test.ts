import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { provisionVillageDatabase } from "#app/seed/provision-village.ts";
import { backups } from "#db/directory/schema/backups.ts";
import { dueJobs, sweepRuns } from "#db/directory/schema/jobs.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { newId } from "#db/ids.ts";
import { villageDatabaseName } from "#db/names.ts";
import { letClockSettle } from "#tests/support/settled-clock.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { TEST_BACKUP_KEY } from "#tests/support/test-vault.ts";
import { createJobEnv, type JobEnv } from "./job-env.ts";

vi.setConfig({ testTimeout: 60_000 });

const CRON = "47 * * * *";
/** 01.05 WITA of 25 November. */
const NIGHT = "2026-11-24T17:05:00.000Z";

describe("backups by the clock", () => {
  let portal: TestPortal;
  let jobs: JobEnv;
  let villageId: string;
  beforeAll(async () => {
    vi.spyOn(console, "log").mockImplementation(() => {});
    portal = await createTestPortal();
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await portal.stop();
  });
  beforeEach(async () => {
    for (const table of [backups, dueJobs, alerts, sweepRuns]) await portal.directory.delete(table);
    jobs = createJobEnv(portal.home);
    Object.assign(jobs.env, { BACKUP_KEY: TEST_BACKUP_KEY, BACKUP_KEEP_DAYS: "30", BACKUP_VERIFY_DAYS: "7" });
    await portal.directory.update(villages).set({ state: "suspended" });
    villageId = newId(new Date());
    const database = villageDatabaseName(villageId);
    await provisionVillageDatabase(portal.home, { database }, new Date(NIGHT));
    await portal.directory.insert(villages).values({
      id: villageId,
      slug: `uji-${villageId.slice(-12)}`,
      name: "Senggigi",
      regionCode: `99.${villageId.slice(-12)}`,
      state: "active",
      timeZone: "WITA",
      home: "utama",
      database,
      schemaVersion: 1_000,
      createdAt: "2026-11-20T02:00:00.000Z",
      activatedAt: "2026-11-20T02:00:00.000Z",
    });
  });

  const putDue = (dueAt: string) =>
    portal.directory.insert(dueJobs).values({ villageId, kind: "backup", dueAt });
  const due = async () => (await portal.directory.select().from(dueJobs))[0];
  const runDue = async (now: string) => {
    jobs.setNow(now);
    await jobs.sweep();
    await jobs.consumeSent();
  };
  const rowsOf = (owner: string) =>
    portal.directory.select().from(backups).where(eq(backups.owner, owner)).orderBy(asc(backups.takenAt));
  const openAlerts = async () =>
    (await portal.directory.select().from(alerts)).filter(({ settledAt }) => settledAt === null);

  it("come each night in the village's own minute, and are tried out once a week", async () => {
    await putDue(NIGHT);
    let now = NIGHT;
    for (let night = 0; night < 8; night++) {
      await runDue(now);
      now = (await due())?.dueAt ?? "";
      const local = new Date(Date.parse(now) + 8 * 3_600_000).toISOString();
      expect(Number(local.slice(11, 13))).toBeGreaterThanOrEqual(1);
      expect(Number(local.slice(11, 13))).toBeLessThan(5);
    }
    const rows = await rowsOf(villageId);
    expect(rows.map(({ takenAt }) => takenAt.slice(0, 10))).toHaveLength(8);
    expect(new Set(rows.map(({ takenAt }) => takenAt.slice(0, 10))).size).toBe(8);
    const tried = rows.flatMap(({ state }, night) => (state === "verified" ? [night] : []));
    expect(tried).toEqual([0, 7]);
    expect(await openAlerts()).toEqual([]);
  });

  it("wait for a new village's first night, and are made up for where the machine slept", async () => {
    await portal.directory.update(villages).set({ activatedAt: NIGHT }).where(eq(villages.id, villageId));
    await putDue(NIGHT);
    await runDue(NIGHT);
    expect(await rowsOf(villageId)).toEqual([]);
    await runDue("2026-11-27T03:00:00.000Z");
    expect(await rowsOf(villageId)).toMatchObject([{ takenAt: "2026-11-27T03:00:00.000Z" }]);
    expect((await due())?.dueAt.slice(0, 10)).toBe("2026-11-27");
  });

  it("that fail are told to the operator and tried again, and the alert closes with the next good one", async () => {
    await putDue(NIGHT);
    const broken = vi.spyOn(jobs.env.FILES, "put").mockRejectedValue(new Error("disk is full"));
    await runDue(NIGHT);
    expect(await openAlerts()).toMatchObject([{ alertKey: `backup-failed:${villageId}`, villageId }]);
    expect((await openAlerts())[0]?.sentence).toContain("desa Senggigi");
    broken.mockRestore();
    await runDue("2026-11-24T17:15:00.000Z");
    expect((await rowsOf(villageId)).map(({ state }) => state)).toEqual(["failed", "verified"]);
    expect(await openAlerts()).toEqual([]);
  });

  it("that can't be restored are an alert of their own", async () => {
    await putDue(NIGHT);
    const { put } = jobs.env.FILES;
    const damaged = vi.spyOn(jobs.env.FILES, "put").mockImplementation(((key: string, bytes: Uint8Array) =>
      put(
        key,
        bytes.map((byte, at) => (at === 3_000 ? byte ^ 1 : byte)),
      )) as typeof put);
    await runDue(NIGHT);
    expect(await openAlerts()).toMatchObject([
      { alertKey: `backup-unverified:${villageId}`, severity: "gawat" },
    ]);
    expect(await rowsOf(villageId)).toMatchObject([{ state: "failed" }]);
    damaged.mockRestore();
    await runDue("2026-11-25T22:00:00.000Z");
    expect(await openAlerts()).toEqual([]);
  });

  it("of directory and comparison come at 01 WIB, once, and every one is tried out", async () => {
    await portal.directory.update(villages).set({ state: "suspended" });
    const times = [
      "2026-11-24T18:47",
      "2026-11-24T19:47",
      "2026-11-25T17:47",
      "2026-11-25T18:47",
      "2026-11-27T02:47",
    ];
    for (const time of times) {
      jobs.setNow(`${time}:00.000Z`);
      await jobs.sweep(CRON);
    }
    for (const owner of ["direktori", "perbandingan"])
      expect((await rowsOf(owner)).map(({ state, takenAt }) => [state, takenAt.slice(0, 13)])).toEqual([
        ["verified", "2026-11-24T18"],
        ["verified", "2026-11-25T18"],
        ["verified", "2026-11-27T02"],
      ]);
    expect(await openAlerts()).toEqual([]);
  });

  it("are deleted after their days, and villages without any are told of", async () => {
    await putDue(NIGHT);
    await runDue(NIGHT);
    jobs.setNow("2026-11-26T17:47:00.000Z");
    await jobs.sweep(CRON);
    expect(await openAlerts()).toEqual([]);
    jobs.setNow("2026-12-25T10:47:00.000Z");
    await jobs.sweep(CRON);
    expect(await rowsOf(villageId)).toMatchObject([{ state: "verified" }]);
    await letClockSettle(portal.directory, new Date("2026-12-25T10:47:00.000Z"));
    await jobs.sweep(CRON);
    expect(await rowsOf(villageId)).toMatchObject([{ state: "deleted" }]);
    expect([...jobs.files.held.keys()].filter((key) => key.includes(villageId))).toEqual([]);
    expect(await openAlerts()).toMatchObject([{ alertKey: "backup-late" }]);
    expect((await openAlerts())[0]?.sentence).toContain("Senggigi");
  });

  it("are none without a key, and the operator learns of it", async () => {
    jobs.env.BACKUP_KEY = undefined;
    await putDue(NIGHT);
    await runDue(NIGHT);
    await jobs.sweep(CRON);
    expect(await rowsOf(villageId)).toEqual([]);
    expect(await openAlerts()).toMatchObject([{ alertKey: "backup-key-missing", severity: "gawat" }]);
    expect((await due())?.lastError).toBeNull();
  });
});
