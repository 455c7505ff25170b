import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { listBackups } from "#db/backup/backup-rows.ts";
import { noteStoredBackups } from "#db/backup/stored-backups.ts";
import { takeBackup } from "#db/backup/take-backup.ts";
import { SHARED_SUBJECTS, villageSubject } from "#db/backup/vault.ts";
import { restores } from "#db/directory/schema/backups.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import { openVillage } from "#db/open.ts";
import { openPlace } from "#db/place.ts";
import { dropReplaced } from "#db/restore/drop-replaced.ts";
import { restoreLostVillages, restoreShared } from "#db/restore/restore-directory.ts";
import { RestoreError } from "#db/restore/restore-error.ts";
import { restoreVillage } from "#db/restore/restore-village.ts";
import { settings } from "#db/village/schema/village.ts";
import { type Drill, hashOf, provisionDrill, startDrill } from "./drill-stage.ts";

vi.setConfig({ testTimeout: 120_000 });

describe("a drill", () => {
  let drill: Drill;
  let village: VillageRow;
  let others: VillageRow[];
  beforeEach(async () => {
    drill = await startDrill();
    await provisionDrill(drill);
    village = await drill.addVillage("52.01.09.2003");
    others = [await drill.addVillage("52.01.09.2004"), await drill.addVillage("52.01.09.2005")];
    for (const each of [village, ...others]) await note(each, "awal");
    await drill.minute();
  });
  afterEach(() => drill.stop());

  const note = (of: { database: string }, key: string) =>
    openVillage(drill.place.home, { database: of.database })
      .insert(settings)
      .values({ key, value: key, updatedAt: "-" });
  const nightly = (of = village) => takeBackup(drill.vault, villageSubject(of), "nightly", drill.now());
  const othersNow = async () =>
    Promise.all(others.map(async (each) => [await hashOf(drill.place, each), await drill.rowOf(each)]));
  const notesOf = async (of: { database: string }) => {
    const rows = await openVillage(drill.place.home, { database: of.database }).select().from(settings);
    return rows.map(({ key }) => key).sort();
  };

  it("brings a village whose database was destroyed back from its nightly backup, and touches no other", async () => {
    const backup = await nightly();
    const before = await hashOf(drill.place, village);
    const untouched = await othersNow();
    await drill.place.provisioner.deleteDatabase(village.database);
    await drill.minute();
    const proof = await restoreVillage(drill.deps(), village.id, {
      source: { kind: "backup", backup },
      askedBy: "Ni Luh Sari, operator",
    });
    const now = await drill.rowOf(village);
    expect(await hashOf(drill.place, now)).toBe(before);
    expect(now).toMatchObject({ database: proof.database, epoch: village.epoch + 1 });
    expect(await othersNow()).toEqual(untouched);
    const [row] = await drill.place.directory.select().from(restores).where(eq(restores.id, proof.id));
    expect(row).toEqual(proof);
    expect(proof).toMatchObject({
      restoredTo: backup.takenAt,
      previousDatabase: village.database,
      askedBy: "Ni Luh Sari, operator",
      outcome: { before: "log", backupBefore: null },
    });
  });

  it("brings a village back to any minute, and takes a backup of what it replaces first", async () => {
    const seen: [Date, string][] = [];
    for (const key of ["satu", "dua", "tiga"]) {
      await note(village, key);
      await drill.minute(5);
      seen.push([drill.now(), await hashOf(drill.place, village)]);
      await drill.minute();
    }
    const untouched = await othersNow();
    const [at, before] = seen[1] ?? [new Date(0), ""];
    const proof = await restoreVillage(drill.deps(), village.id, {
      source: { kind: "moment", at },
      askedBy: "uji",
    });
    const now = await drill.rowOf(village);
    expect(await hashOf(drill.place, now)).toBe(before);
    expect(await notesOf(now)).toEqual(["awal", "dua", "satu"]);
    expect(await othersNow()).toEqual(untouched);
    const [taken] = await listBackups(drill.place.directory, village.id);
    expect(taken).toMatchObject({ reason: "before-restore", id: proof.outcome.backupBefore });
    // On with the new database, and back once more to a minute before the first restore.
    await note(now, "sesudah");
    await drill.minute();
    const [first, hash] = seen[0] ?? [new Date(0), ""];
    await restoreVillage(drill.deps(), village.id, { source: { kind: "moment", at: first }, askedBy: "uji" });
    expect(await hashOf(drill.place, await drill.rowOf(village))).toBe(hash);
    await drill.minute();
    await note(await drill.rowOf(village), "lagi");
    await drill.minute();
    const last = drill.now();
    await drill.minute();
    await restoreVillage(drill.deps(), village.id, { source: { kind: "moment", at: last }, askedBy: "uji" });
    expect(await notesOf(await drill.rowOf(village))).toEqual(["awal", "lagi", "satu"]);
  });

  it("says where there are no minutes: before the log, in the future, and on a home that keeps none", async () => {
    const restoreTo = (at: Date, place = drill.place) =>
      restoreVillage({ ...drill.deps(), place }, village.id, {
        source: { kind: "moment", at },
        askedBy: "uji",
      });
    await expect(restoreTo(new Date("2025-01-01T00:00:00Z"))).rejects.toThrow(
      /tidak ada catatan untuk saat itu/,
    );
    await expect(restoreTo(new Date(drill.now().getTime() + 60_000))).rejects.toThrow(/belum terjadi/);
    const sqld = openPlace({ ...drill.place.home, kind: "sqld" });
    await expect(restoreTo(drill.now(), sqld)).rejects.toThrow(/hanya memiliki cadangan malam/);
    expect(await drill.rowOf(village)).toMatchObject({ database: village.database, epoch: village.epoch });
    await note(village, "masih dapat ditulis");
  });

  it("refuses another village's backup and changes nothing", async () => {
    const backup = await nightly(others[0]);
    const source = { kind: "backup", backup } as const;
    await expect(restoreVillage(drill.deps(), village.id, { source, askedBy: "uji" })).rejects.toThrow(
      RestoreError,
    );
    expect(await drill.rowOf(village)).toEqual(village);
  });

  it("keeps what it replaced for as long as a backup, and no longer", async () => {
    const backup = await nightly();
    await drill.minute();
    const source = { kind: "backup", backup } as const;
    await restoreVillage(drill.deps(), village.id, { source, askedBy: "uji" });
    const now = await drill.rowOf(village);
    const daysLater = (days: number) => new Date(drill.now().getTime() + days * 86_400_000);
    expect(await dropReplaced(drill.place, 30, daysLater(29))).toBe(0);
    expect(await drill.place.provisioner.hasDatabase(village.database)).toBe(true);
    expect(await dropReplaced(drill.place, 30, daysLater(31))).toBe(1);
    expect(await drill.place.provisioner.hasDatabase(village.database)).toBe(false);
    expect(await drill.place.provisioner.hasDatabase(now.database)).toBe(true);
  });

  it("brings back directory and villages on a machine that has nothing but the file store and the keys", async () => {
    const hashes = new Map<string, string>();
    for (const each of [village, ...others]) await nightly(each);
    for (const subject of SHARED_SUBJECTS) await takeBackup(drill.vault, subject, "nightly", drill.now());
    await drill.minute(3);
    // Known to the log alone.
    await note(village, "sesudah cadangan");
    await drill.minute();
    for (const each of [village, ...others]) hashes.set(each.id, await hashOf(drill.place, each));
    const { files } = drill.vault;
    await drill.stop();

    drill = await startDrill(files);
    await drill.minute();
    const restored = await restoreShared(drill.vault, drill.now());
    expect(restored.map(({ owner }) => owner)).toEqual(["direktori", "perbandingan"]);
    expect(await restoreShared(drill.vault, drill.now())).toEqual([]);
    await noteStoredBackups(drill.vault);
    expect(await drill.place.directory.$count(villages)).toBe(3);
    for await (const found of restoreLostVillages(drill.deps(), "uji")) {
      expect(found).toMatchObject({ state: "restored" });
      const row = await drill.rowOf(found.village);
      expect(await hashOf(drill.place, row), found.village.slug).toBe(hashes.get(row.id));
      await note(row, "dapat ditulis");
    }
    for await (const found of restoreLostVillages(drill.deps(), "uji")) expect(found.state).toBe("there");
    expect(await listBackups(drill.place.directory, village.id)).toHaveLength(1);
  });

  it("brings the directory back from its newest backup that is whole where there is no log", async () => {
    const [directory] = SHARED_SUBJECTS;
    if (!directory) throw new Error("no directory");
    const whole = await takeBackup(drill.vault, directory, "nightly", drill.now());
    await drill.minute();
    const damaged = await takeBackup(drill.vault, directory, "nightly", drill.now());
    const { files } = drill.vault;
    const bytes = files.held.get(`${damaged.storageKey}00001`)?.bytes.slice(0, 3000) ?? new Uint8Array();
    await files.put(`${damaged.storageKey}00001`, bytes, "-");
    await drill.stop();
    for (const key of [...files.held.keys()]) if (key.startsWith("wal/")) await files.delete(key);
    drill = await startDrill(files);
    const [restored] = await restoreShared(drill.vault, drill.now());
    expect(restored).toEqual({ owner: "direktori", restoredTo: new Date(whole.takenAt), source: "backup" });
    const lost = [];
    for await (const found of restoreLostVillages(drill.deps(), "uji")) lost.push(found.state);
    expect(lost).toEqual(["lost", "lost", "lost"]);
  });
});
