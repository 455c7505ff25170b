import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createKeys } from "#app/platform/keys/keys.ts";
import { readMasterKeys } from "#app/platform/keys/master-keys.ts";
import { newDataKeys } from "#app/platform/keys/new-data-keys.ts";
import type { BackupRow } from "#db/backup/backup-rows.ts";
import { takeBackup } from "#db/backup/take-backup.ts";
import { villageSubject } from "#db/backup/vault.ts";
import { addDataKeys, markUnused, retireDataKeys } from "#db/directory/data-keys.ts";
import { dataKeys } from "#db/directory/schema/keys.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import { openVillage, type VillageDb } from "#db/open.ts";
import { restoreVillage } from "#db/restore/restore-village.ts";
import { accounts, auditLog, sessions } from "#db/village/schema/accounts.ts";
import { dueItems, inboxItems, outbox } from "#db/village/schema/jobs.ts";
import { lostNumbers, restoreEpochs } from "#db/village/schema/privacy.ts";
import { residentAccounts } from "#db/village/schema/residents.ts";
import { bookNumbers } from "#db/village/schema/village.ts";
import { TEST_MASTER_KEYS } from "#tests/support/test-keys.ts";
import { type Drill, provisionDrill, startDrill } from "./drill-stage.ts";

vi.setConfig({ testTimeout: 120_000 });

let code = 2000;

describe("the epoch that a restore opens", () => {
  let drill: Drill;
  let village: VillageRow;
  let db: VillageDb;
  beforeAll(async () => {
    drill = await startDrill();
    await provisionDrill(drill);
  });
  afterAll(() => drill.stop());
  beforeEach(async () => {
    village = await drill.addVillage(`52.01.10.${++code}`);
    db = openVillage(drill.place.home, { database: village.database });
  });

  const at = () => drill.now().toISOString();
  const book = (book: string, year: number, lastNumber: number, on = db) =>
    on
      .insert(bookNumbers)
      .values({ book, year, lastNumber, updatedAt: at() })
      .onConflictDoUpdate({ target: [bookNumbers.book, bookNumbers.year], set: { lastNumber } });
  const backUp = async () => {
    const backup = await takeBackup(
      drill.vault,
      villageSubject(await drill.rowOf(village)),
      "nightly",
      drill.now(),
    );
    await drill.minute(5);
    return backup;
  };
  const restore = async (backup: BackupRow) => {
    const proof = await restoreVillage(drill.deps(), village.id, {
      source: { kind: "backup", backup },
      askedBy: "uji",
    });
    await drill.minute(5);
    return { proof, now: openVillage(drill.place.home, { database: proof.database }) };
  };
  const account = (id: string) =>
    db.insert(accounts).values({ id, name: id, passwordHash: "-", createdAt: at() });

  it("goes on above the highest number known before, and shows the lost ones once and for good", async () => {
    await book("surat-keluar", 2026, 5);
    await book("surat-masuk", 2026, 7);
    const backup = await backUp();
    await book("surat-keluar", 2026, 9);
    await book("ekspedisi", 2027, 2);
    const { proof, now } = await restore(backup);
    const numbers = async (of: VillageDb) =>
      (await of.select().from(bookNumbers)).map((row) => `${row.book} ${row.year} ${row.lastNumber}`).sort();
    expect(await numbers(now)).toEqual(["ekspedisi 2027 2", "surat-keluar 2026 9", "surat-masuk 2026 7"]);
    const lost = async (of: VillageDb) =>
      (await of.select().from(lostNumbers))
        .map((row) => `${row.series} ${row.year} ${row.fromNumber}-${row.toNumber} #${row.epoch}`)
        .sort();
    const first = ["buku:ekspedisi 2027 1-2 #2", "buku:surat-keluar 2026 6-9 #2"];
    expect(await lost(now)).toEqual(first);
    expect(proof.outcome).toMatchObject({
      before: "database",
      numbers: expect.arrayContaining([{ series: "buku:surat-keluar", year: 2026, restored: 5, highest: 9 }]),
    });
    // A second restore of the same backup keeps what the first one noted, and what was given in between.
    await book("surat-keluar", 2026, 11, now);
    const again = await restore(backup);
    expect(await numbers(again.now)).toContain("surat-keluar 2026 11");
    expect(await lost(again.now)).toEqual(
      expect.arrayContaining([...first, "buku:surat-keluar 2026 6-11 #3"]),
    );
    expect((await again.now.select().from(restoreEpochs)).map(({ epoch }) => epoch)).toEqual([2, 3]);
  });

  it("knows the numbers of a database that was destroyed from its log", async () => {
    await book("surat-keluar", 2026, 5);
    const backup = await backUp();
    await book("surat-keluar", 2026, 40);
    await drill.minute();
    await drill.place.provisioner.deleteDatabase(village.database);
    const { proof, now } = await restore(backup);
    expect(proof.outcome).toMatchObject({ before: "log" });
    expect(await now.select().from(bookNumbers)).toMatchObject([{ lastNumber: 40 }]);
  });

  it("sends nothing again that was sent, and still sends what was not", async () => {
    const row = (id: string, doneAt: string | null = null) => ({
      id,
      topic: "uji",
      payload: {},
      createdAt: at(),
      doneAt,
    });
    const item = (key: string) => ({
      id: key,
      dueKey: key,
      kind: "uji",
      subjectId: "-",
      dueAt: at(),
      state: "open" as const,
      createdAt: at(),
    });
    await db.insert(outbox).values([row("terkirim"), row("menunggu")]);
    await db.insert(dueItems).values([item("diberitahu"), item("belum")]);
    const backup = await backUp();
    await db.update(outbox).set({ doneAt: at() }).where(eq(outbox.id, "terkirim"));
    await db.update(dueItems).set({ notifiedAt: at() }).where(eq(dueItems.id, "diberitahu"));
    await db.insert(outbox).values(row("baru", at()));
    await db.insert(dueItems).values({ ...item("jatuh tempo baru"), notifiedAt: at() });
    await db
      .insert(inboxItems)
      .values({ id: "i", accountId: "a", onceKey: "k", title: "Kabar", href: "/", createdAt: at() });
    const { proof, now } = await restore(backup);
    const open = (await now.select().from(outbox)).filter(({ doneAt }) => doneAt === null);
    expect(open.map(({ id }) => id)).toEqual(["menunggu"]);
    const untold = (await now.select().from(dueItems)).filter(({ notifiedAt }) => notifiedAt === null);
    expect(untold.map(({ id }) => id)).toEqual(["belum"]);
    // The same event tells nobody twice: its key is taken, and the old message asks for nothing.
    const [told] = await now.select().from(inboxItems);
    expect(told).toMatchObject({ onceKey: "k", readAt: expect.any(String) });
    expect(proof.outcome.carried).toMatchObject({ outbox: 1, due_items: 2, inbox_items: 1 });
  });

  it("lets nobody back in who was signed out or has left, and keeps what the logs said", async () => {
    await account("pergi");
    await account("tetap");
    await db.insert(sessions).values({
      id: "s",
      secretHash: "-",
      accountId: "tetap",
      createdAt: at(),
      lastSeenAt: at(),
      expiresAt: "2030-01-01",
      device: "-",
    });
    const backup = await backUp();
    await db.delete(sessions);
    await db.update(accounts).set({ state: "dismissed", dismissedAt: at() }).where(eq(accounts.id, "pergi"));
    await db.insert(auditLog).values({
      id: "x",
      at: at(),
      actorName: "Kades",
      action: "account.dismiss",
      entity: "account",
      entityId: "pergi",
      details: {},
      requestId: "-",
    });
    const { now } = await restore(backup);
    expect(await now.select().from(sessions)).toEqual([]);
    const states = (await now.select().from(accounts)).map(({ id, state }) => `${id} ${state}`).sort();
    expect(states).toEqual(["pergi dismissed", "tetap active"]);
    expect(await now.select().from(auditLog)).toMatchObject([{ id: "x" }]);
  });

  it("keeps residents' accounts blocked that the office has blocked since, and no others", async () => {
    const resident = (id: string, blockedAt: string | null = null) => ({
      ...{ id, residentId: id, passwordHash: "-", createdAt: at(), updatedAt: at(), blockedAt },
      state: blockedAt ? ("blocked" as const) : ("active" as const),
    });
    await db.insert(residentAccounts).values([resident("a"), resident("b"), resident("c", at())]);
    const backup = await backUp();
    const set = (id: string, change: Partial<typeof residentAccounts.$inferInsert>) =>
      db
        .update(residentAccounts)
        .set({ ...change, version: 2, updatedAt: at() })
        .where(eq(residentAccounts.id, id));
    await set("a", { state: "blocked", blockedAt: at() });
    await set("b", { passwordHash: "+" });
    await set("c", { state: "active", blockedAt: null });
    const { now } = await restore(backup);
    const states = (await now.select().from(residentAccounts)).map(({ id, state }) => `${id} ${state}`);
    // Opened again since: the office opens it once more, which harms less than the other way round.
    expect(states.sort()).toEqual(["a blocked", "b active", "c blocked"]);
  });

  it("opens what a key sealed that was rotated away since, even where the directory has lost it", async () => {
    const masterKeys = readMasterKeys(TEST_MASTER_KEYS);
    const deps = { masterKeys, directory: drill.place.directory, now: drill.now() };
    const keys = () => createKeys(deps, village.id);
    await account("a");
    const sealed = await keys().seal("accounts.phone", "628123");
    await db.update(accounts).set({ phoneSealed: sealed });
    const backup = await backUp();
    const old = backup.keyIds ?? [];
    expect(old).toHaveLength(2);
    const fresh = await newDataKeys(masterKeys, village.id, ["seal", "index"]);
    await addDataKeys(drill.place.directory, village.id, fresh, { mostLive: 2, now: drill.now() });
    await retireDataKeys(drill.place.directory, old, drill.now());
    await db.update(accounts).set({ phoneSealed: await keys().seal("accounts.phone", "628999") });
    await markUnused(drill.place.directory, old, drill.now());
    await drill.place.directory.delete(dataKeys).where(eq(dataKeys.id, old[0] ?? ""));

    const { now } = await restore(backup);
    const [row] = await now.select().from(accounts);
    expect(row?.phoneSealed).toBe(sealed);
    expect(await keys().open("accounts.phone", row?.phoneSealed ?? "")).toBe("628123");
    const rows = await drill.place.directory.select().from(dataKeys).where(eq(dataKeys.owner, village.id));
    for (const key of rows.filter(({ id }) => old.includes(id)))
      expect(key).toMatchObject({ unusedSince: null, retiredAt: expect.any(String) });
    expect((await keys().presentIds()).seal).toBe(fresh.find(({ purpose }) => purpose === "seal")?.id);
  });
});
