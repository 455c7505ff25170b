import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { keyIdsInBackups, listBackups } from "#db/backup/backup-rows.ts";
import { hashDatabase } from "#db/backup/content-hash.ts";
import { clearCutOff, deleteExpired } from "#db/backup/keep-backups.ts";
import { BackupError, loadBackup } from "#db/backup/read-backup.ts";
import { takeBackup } from "#db/backup/take-backup.ts";
import { DIRECTORY_OWNER, SHARED_SUBJECTS, villageSubject } from "#db/backup/vault.ts";
import { verifyBackup } from "#db/backup/verify-backup.ts";
import { backups } from "#db/directory/schema/backups.ts";
import { dataKeys } from "#db/directory/schema/keys.ts";
import { regions } from "#db/directory/schema/regions.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import { connect, openVillage } from "#db/open.ts";
import { openPlace, type Place } from "#db/place.ts";
import { readBackupKeys, SealError } from "#db/sealed/seal-key.ts";
import { settings } from "#db/village/schema/village.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { createTestVault, type TestVault } from "#tests/support/test-vault.ts";
import { changeVillage, readAll, readSchema, storeVillage } from "../stored-village.ts";

vi.setConfig({ testTimeout: 120_000 });

const AT = new Date("2026-11-24T18:00:00.000Z");
const DAY_MS = 86_400_000;
let code = 6000;
const nextCode = () => `52.06.01.2${String(code++).slice(1)}`;

describe("a backup of a village", () => {
  let place: Place;
  let village: VillageRow;
  let vault: TestVault;
  let keyId: string;
  beforeAll(async () => {
    ({ place, village } = await storeVillage(nextCode()));
  });
  beforeEach(async () => {
    await place.directory.delete(backups).where(eq(backups.owner, village.id));
    await place.directory.delete(dataKeys).where(eq(dataKeys.owner, village.id));
    vault = createTestVault(place, () => AT);
    keyId = `k${village.id.slice(-11)}`;
    await place.directory.insert(dataKeys).values({
      id: keyId,
      owner: village.id,
      purpose: "seal",
      wrapped: "terbungkus",
      masterKeyId: "m1",
      createdAt: AT.toISOString(),
    });
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    for (const name of (await databases()) ?? [])
      if (name !== village.database) await place.provisioner.deleteDatabase(name);
  });

  const take = (now = AT) => takeBackup(vault, villageSubject(village), "nightly", now);
  const databases = () => place.provisioner.listDatabases(village.database);

  it("gives back every row and the schema, as they were while the village went on", async () => {
    await openVillage(place.home, village).insert(settings).values({ key: "b", value: 2, updatedAt: "-" });
    const before = await readAll(place.home, village.database);
    const schema = await readSchema(place.home, village.database);
    const backup = await take();
    await changeVillage(place.home, village.database);
    const database = `${village.database}-pulih-1`;
    const loaded = await loadBackup(vault, backup, { home: "utama", database });
    expect(await readAll(place.home, database)).toEqual(before);
    expect(await readSchema(place.home, database)).toEqual(schema);
    expect(loaded).toMatchObject({
      head: { owner: village.id, database: village.database, epoch: 1 },
      hash: backup.contentHash,
      dataKeys: [{ id: keyId, wrapped: "terbungkus" }],
    });
    expect(backup).toMatchObject({
      state: "stored",
      reason: "nightly",
      schemaVersion: before._migrations?.length,
      keyIds: [keyId],
      expiresAt: "2026-12-24T18:00:00.000Z",
    });
    expect(await databases()).toEqual([village.database, database]);
  });

  it("keeps values of every kind exactly, long rows too", async () => {
    const client = connect(place.home, village.database);
    await client.batch([
      "CREATE TABLE ragam (apa, teks TEXT, bulat INTEGER, pecahan REAL)",
      "INSERT INTO ragam VALUES (x'00ff10', 'NIK ''5201''', 9007199254740991, 0.1)",
      "INSERT INTO ragam VALUES (7, '', -1, 1e308), (7.5, NULL, 0, -0.0), ('7', '😀', 1, 1e999), (NULL, '[1]', 2, 3)",
      "INSERT INTO ragam SELECT NULL, hex(zeroblob(2000000)), value, value / 3.0 FROM json_each('[1,2,3]')",
    ]);
    const kinds =
      "SELECT typeof(apa), quote(apa), quote(bulat), quote(pecahan), length(teks), substr(teks, 1, 20) FROM ragam";
    const before = (await client.execute(kinds)).rows;
    const backup = await take();
    const database = `${village.database}-pulih-1`;
    await loadBackup(vault, backup, { home: "utama", database });
    expect((await connect(place.home, database).execute(kinds)).rows).toEqual(before);
    expect(before).toHaveLength(8);
    await client.execute("DROP TABLE ragam");
  });

  it("shows nothing of the village in the store", async () => {
    await take();
    const stored = Buffer.concat([...vault.files.held.values()].map(({ bytes }) => bytes));
    for (const secret of ["Ni Luh", "PEMERINTAH", "terbungkus", "village_profile"])
      expect(stored.includes(secret), secret).toBe(false);
  });

  it("is tried out by restoring it, and nothing is left of the trial", async () => {
    const later = new Date(AT.getTime() + 60_000);
    const verified = await verifyBackup(vault, await take(), village, later);
    expect(verified).toMatchObject({ state: "verified", verifiedAt: later.toISOString(), error: null });
    expect(await databases()).toEqual([village.database]);
  });

  it("is called failed where an object was changed, lost or swapped, and says why", async () => {
    const other = (await storeVillage(nextCode())).village;
    const foreign = await takeBackup(vault, villageSubject(other), "nightly", AT);
    const foreignBytes = vault.files.held.get(`${foreign.storageKey}00001`)?.bytes ?? new Uint8Array();
    for (const damage of ["changed", "cut", "lost", "foreign"]) {
      const backup = await take(new Date(AT.getTime() + damage.length * 1000));
      const key = `${backup.storageKey}00001`;
      const bytes = vault.files.held.get(key)?.bytes.slice() ?? new Uint8Array();
      bytes[2000] = (bytes[2000] ?? 0) ^ 1;
      if (damage === "changed") await vault.files.put(key, bytes, "x/y");
      if (damage === "cut") await vault.files.put(key, bytes.subarray(0, 1500), "x/y");
      if (damage === "lost") await vault.files.delete(key);
      if (damage === "foreign") await vault.files.put(key, foreignBytes, "x/y");
      await expect(verifyBackup(vault, backup, village, AT), damage).rejects.toThrow();
      const [row] = await place.directory.select().from(backups).where(eq(backups.id, backup.id));
      expect(row, damage).toMatchObject({ state: "failed", verifiedAt: null });
      expect(row?.error).toBeTruthy();
    }
    expect(await databases()).toEqual([village.database]);
    const claimed = { ...foreign, owner: village.id };
    await expect(
      loadBackup(vault, claimed, { home: "utama", database: `${village.database}-x` }),
    ).rejects.toThrow(BackupError);
  });

  it("is not called failed while the home or the store does not answer", async () => {
    const backup = await take();
    const get = () => Promise.reject(new Error("store is down"));
    const silent = { ...vault, files: { ...vault.files, get } };
    await expect(verifyBackup(silent, backup, village, AT)).rejects.toThrow("store is down");
    expect(await listBackups(place.directory, village.id)).toMatchObject([{ state: "stored" }]);
  });

  it("does not open under another key", async () => {
    const backup = await take();
    const strange = { ...vault, keys: readBackupKeys(Buffer.alloc(32, 8).toString("base64")) };
    await expect(
      loadBackup(strange, backup, { home: "utama", database: `${village.database}-x` }),
    ).rejects.toThrow(SealError);
  });

  it("leaves nothing where it fails, and says so in its row", async () => {
    const put = () => Promise.reject(new Error("disk is full"));
    const broken = { ...vault, files: { ...vault.files, put } };
    await expect(takeBackup(broken, villageSubject(village), "by-hand", AT)).rejects.toThrow("disk is full");
    expect(await databases()).toEqual([village.database]);
    const rows = await place.directory.select().from(backups).where(eq(backups.owner, village.id));
    expect(rows).toMatchObject([{ state: "failed", error: "Error: disk is full" }]);
    expect(await listBackups(place.directory, village.id)).toEqual([]);
  });

  it("is cleared away where the process was killed, wherever that was", async () => {
    const send = globalThis.fetch;
    let whole = null;
    let cuts = 0;
    for (let survived = 1; !whole; survived++) {
      let count = 0;
      vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
        if (++count > survived) throw new Error("power cut");
        return send(...args);
      });
      whole = await take(new Date(AT.getTime() + survived * 1000)).catch(() => null);
      vi.unstubAllGlobals();
      cuts++;
    }
    expect(cuts).toBeGreaterThan(5);
    const clear = (at: number) => clearCutOff(vault, villageSubject(village), new Date(AT.getTime() + at));
    expect(await clear(60_000)).toBe(0);
    expect(await clear(2 * 3_600_000)).toBeGreaterThan(0);
    expect(await databases()).toEqual([village.database]);
    expect([...vault.files.held.keys()]).toEqual([`${whole.storageKey}00001`]);
    expect(await listBackups(place.directory, village.id)).toEqual([whole]);
  });

  it("has the same content hash for the same content, and another for any change", async () => {
    const client = connect(place.home, village.database);
    const first = await hashDatabase(client);
    expect(await hashDatabase(client)).toBe(first);
    const db = openVillage(place.home, village);
    await db.insert(settings).values({ key: "a", value: 1, updatedAt: "-" });
    const second = await hashDatabase(client);
    await db.delete(settings).where(eq(settings.key, "a"));
    expect(second).not.toBe(first);
    expect(await hashDatabase(client)).toBe(first);
  });
});

describe("backups of the shared databases", () => {
  let portal: TestPortal;
  let place: Place;
  let vault: TestVault;
  beforeAll(async () => {
    portal = await createTestPortal();
    place = openPlace(portal.home);
    vault = createTestVault(place, () => AT);
  });
  afterAll(() => portal.stop());

  it("hold the directory with its search index, and the comparison, and come back equal", async () => {
    for (const subject of SHARED_SUBJECTS) {
      const backup = await takeBackup(vault, subject, "nightly", AT);
      expect(await verifyBackup(vault, backup, subject, AT)).toMatchObject({ state: "verified" });
    }
    const [backup] = await listBackups(place.directory, DIRECTORY_OWNER);
    if (!backup) throw new Error("no backup");
    await loadBackup(vault, backup, { home: "utama", database: "direktori-baru" });
    const client = connect(portal.home, "direktori-baru");
    const search = "SELECT rowid FROM region_search WHERE region_search MATCH 'senggigi'";
    expect((await client.execute(search)).rows).toHaveLength(1);
    await client.execute("DELETE FROM regions WHERE code = '52.01.14.2006'");
    expect((await client.execute(search)).rows).toHaveLength(0);
    expect(await portal.directory.$count(regions)).toBeGreaterThan(0);
  });

  it("are deleted when their time is over, no others are, and their keys are needed until then", async () => {
    const subject = {
      ...SHARED_SUBJECTS[1],
      owner: "desa-x",
      home: "utama",
      database: "comparison",
      epoch: 1,
    };
    await place.directory.delete(backups);
    await place.directory.insert(dataKeys).values({
      id: "kunci1",
      owner: subject.owner,
      purpose: "seal",
      wrapped: "-",
      masterKeyId: "m1",
      createdAt: AT.toISOString(),
    });
    const dayAfter = (days: number) => new Date(AT.getTime() + days * DAY_MS);
    const keys = async () => [...(await keyIdsInBackups(place.directory, subject.owner))];
    vault.files = createTestVault(place, () => AT).files;
    await takeBackup(vault, subject, "nightly", AT);
    const second = await takeBackup(vault, subject, "nightly", dayAfter(1));
    expect(await deleteExpired(vault, new Date(dayAfter(30).getTime() - 1), 10)).toBe(0);
    expect(await deleteExpired(vault, dayAfter(30), 10)).toBe(1);
    expect([...vault.files.held.keys()].every((key) => key.startsWith(second.storageKey))).toBe(true);
    expect(await listBackups(place.directory, subject.owner)).toMatchObject([{ id: second.id }]);
    expect(await keys()).toEqual(["kunci1"]);
    expect(await deleteExpired(vault, dayAfter(31), 10)).toBe(1);
    expect(await keys()).toEqual([]);
    expect(vault.files.held.size).toBe(0);
  });
});
