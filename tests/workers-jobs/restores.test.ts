import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { listRestoreOrders, orderRestore } from "#app/platform/backup/order-restore.server.ts";
import { provisionVillageDatabase } from "#app/seed/provision-village.ts";
import { takeBackup } from "#db/backup/take-backup.ts";
import { villageSubject } from "#db/backup/vault.ts";
import { restores } from "#db/directory/schema/backups.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import { newId } from "#db/ids.ts";
import { villageDatabaseName } from "#db/names.ts";
import { openVillage } from "#db/open.ts";
import { openPlace } from "#db/place.ts";
import { settings } from "#db/village/schema/village.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { createTestVault, TEST_BACKUP_KEY } from "#tests/support/test-vault.ts";
import { createJobEnv, type JobEnv } from "./job-env.ts";

vi.setConfig({ testTimeout: 60_000 });

const NOW = "2026-11-24T03:00:00.000Z";

describe("restores that are asked for", () => {
  let portal: TestPortal;
  let jobs: JobEnv;
  let village: VillageRow;
  beforeAll(async () => {
    vi.spyOn(console, "log").mockImplementation(() => {});
    portal = await createTestPortal();
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await portal.stop();
  });
  beforeEach(async () => {
    await portal.directory.delete(alerts);
    jobs = createJobEnv(portal.home);
    Object.assign(jobs.env, { BACKUP_KEY: TEST_BACKUP_KEY, BACKUP_KEEP_DAYS: "30", BACKUP_VERIFY_DAYS: "7" });
    jobs.setNow(NOW);
    const id = newId(new Date());
    const database = villageDatabaseName(id);
    const schemaVersion = await provisionVillageDatabase(portal.home, { database }, new Date(NOW));
    const [row] = await portal.directory
      .insert(villages)
      .values({
        id,
        slug: `uji-${id.slice(-12)}`,
        name: "Senggigi",
        regionCode: `99.${id.slice(-12)}`,
        state: "active",
        timeZone: "WITA",
        home: "utama",
        database,
        schemaVersion,
        createdAt: NOW,
      })
      .returning();
    if (!row) throw new Error("no village");
    village = row;
  });

  const note = (key: string) =>
    openVillage(portal.home, { database: village.database })
      .insert(settings)
      .values({ key, value: 1, updatedAt: "-" });
  const backUp = async () => {
    const place = openPlace(portal.home);
    const vault = { ...createTestVault(place, () => new Date(NOW)), files: jobs.files };
    return takeBackup(vault, villageSubject(village), "nightly", new Date(NOW));
  };
  const ctx = () => ({
    directory: portal.directory,
    now: new Date(NOW),
    queue: { send: async (message: (typeof jobs.sent)[number]) => void jobs.sent.push(message) },
  });
  const order = (backupId: string) =>
    orderRestore(ctx(), {
      villageId: village.id,
      source: { kind: "backup", backupId },
      askedBy: "Sari, operator",
    });
  const now = async () =>
    (await portal.directory.select().from(villages).where(eq(villages.id, village.id)))[0];
  const orders = () => listRestoreOrders(ctx(), village.id);
  const proofs = () => portal.directory.select().from(restores).where(eq(restores.villageId, village.id));

  it("are carried out once, however often they are asked for or their message comes", async () => {
    await note("awal");
    const { id } = await backUp();
    await note("sesudah");
    const asked = await order(id);
    expect(await order(id)).toEqual(asked);
    const messages = jobs.sent.splice(0);
    await jobs.consume([...messages, ...messages]);
    const [proof, ...more] = await proofs();
    expect(more).toEqual([]);
    expect(proof).toMatchObject({ id: asked.id, askedBy: "Sari, operator", restoredTo: NOW });
    expect(await orders()).toMatchObject([{ state: "done", attempts: 1, lastError: null }]);
    const restored = openVillage(portal.home, { database: (await now())?.database ?? "" });
    expect((await restored.select().from(settings)).map(({ key }) => key)).toEqual(["awal"]);
  });

  it("are woken by the sweep where the message was lost, and go on where a run was killed", async () => {
    const { id } = await backUp();
    await order(id);
    jobs.sent.splice(0);
    await jobs.sweep();
    expect(jobs.sent).toContainEqual({ kind: "resume-restore", orderId: (await orders())[0]?.id });
    const broken = vi.spyOn(jobs.env.FILES, "get").mockRejectedValue(new Error("power cut"));
    await jobs.consumeSent();
    expect(await orders()).toMatchObject([{ state: "waiting", attempts: 1 }]);
    broken.mockRestore();
    jobs.setNow("2026-11-24T03:05:00.000Z");
    await jobs.sweep();
    await jobs.consumeSent();
    expect(await orders()).toMatchObject([{ state: "done", attempts: 2 }]);
    expect(await proofs()).toHaveLength(1);
    expect(await portal.directory.select().from(alerts)).toEqual([]);
  });

  it("end with their reason where the source can't be had, and the operator is told", async () => {
    await order("tidak-ada");
    await jobs.consumeSent();
    expect(await orders()).toMatchObject([{ state: "failed", lastError: "cadangan itu tidak ada lagi" }]);
    expect(await now()).toEqual(village);
    expect(await portal.directory.select().from(alerts)).toMatchObject([
      { alertKey: `restore-failed:${village.id}`, villageId: village.id },
    ]);
    await note("masih dapat ditulis");
  });

  it("of a minute say why there is none on a server without a log", async () => {
    await orderRestore(ctx(), {
      villageId: village.id,
      source: { kind: "moment", at: new Date("2026-11-24T02:00:00.000Z") },
      askedBy: "uji",
    });
    await jobs.consumeSent();
    const [row] = await orders();
    expect(row?.state).toBe("failed");
    expect(row?.lastError).toContain("hanya memiliki cadangan malam");
  });
});
