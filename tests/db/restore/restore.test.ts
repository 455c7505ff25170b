import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { copyName, copyVillage } from "#db/copy.ts";
import { restores } from "#db/directory/schema/backups.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { findVillage, type VillageRow } from "#db/directory/villages.ts";
import { faultOf } from "#db/faults.ts";
import { freezeDatabase } from "#db/freeze.ts";
import type { Place } from "#db/place.ts";
import { callOffRestore } from "#db/restore/call-off-restore.ts";
import { RestoreError, VillageBusyError } from "#db/restore/restore-error.ts";
import { restoreVillage } from "#db/restore/restore-village.ts";
import { LEASE_SECONDS, takeVillageLease } from "#db/village-lease.ts";
import { changeVillage, readAll, readSchema, storeVillage } from "../stored-village.ts";

vi.setConfig({ testTimeout: 120_000 });

/** What a restore treats apart is tested by itself. */
const NO_RULES = { numbers: [], carried: [], cleared: [] };

let second = 0;
/** A moment of its own for each step: copies bear their second in their name, and a lease of a killed run is over. */
const nextNow = () => {
  second += LEASE_SECONDS + 1;
  return new Date(Date.UTC(2026, 10, 24, 3, 0, second));
};
let code = 4000;
const nextCode = () => `52.02.01.2${String(code++).slice(1)}`;

describe("copying and restoring a village", () => {
  let place: Place;
  let village: VillageRow;
  let other: VillageRow;
  beforeEach(async () => {
    ({ place, village } = await storeVillage(nextCode()));
    other = (await storeVillage(nextCode())).village;
  });
  afterEach(() => vi.unstubAllGlobals());

  const current = async (of = village) => {
    const row = await findVillage(place.directory, of.slug);
    if (!row) throw new Error("the village is gone");
    return row;
  };
  const restore = (source: string, now = nextNow()) =>
    restoreVillage({ place, rules: NO_RULES, now, clock: () => now }, village.id, {
      source: { kind: "copy", database: source },
      askedBy: "uji",
    });
  /** All rows but the note that a restore leaves. */
  const rowsNow = async (of = village) => {
    const { restore_epochs: _note, ...rows } = await readAll(place.home, (await current(of)).database);
    return rows;
  };
  const rowsOf = async (database: string) => {
    const { restore_epochs: _note, ...rows } = await readAll(place.home, database);
    return rows;
  };

  it("copies every row and the whole schema while the village goes on", async () => {
    const before = await rowsNow();
    const copy = await copyVillage(place, village, nextNow());
    await changeVillage(place.home, village.database);
    expect(await rowsOf(copy)).toEqual(before);
    expect(await readSchema(place.home, copy)).toEqual(await readSchema(place.home, village.database));
    expect(before.areas).toHaveLength(1203);
  });

  it("makes the restored village equal the copied one, and leaves others untouched", async () => {
    const before = await rowsNow();
    const othersBefore = await rowsNow(other);
    const copy = await copyVillage(place, village, nextNow());
    await changeVillage(place.home, village.database);
    const changed = await rowsNow();
    await place.directory
      .insert(dueJobs)
      .values({ villageId: village.id, kind: "programme", dueAt: "2027-01-01T00:00:00.000Z" });

    const now = nextNow();
    const { database, previousDatabase: previous } = await restore(copy, now);

    expect(await rowsNow()).toEqual(before);
    expect(await readSchema(place.home, database)).toEqual(await readSchema(place.home, copy));
    expect(await current()).toMatchObject({ database, epoch: village.epoch + 1 });
    expect(await rowsOf(previous)).toEqual(changed);
    expect(await rowsNow(other)).toEqual(othersBefore);
    expect(await current(other)).toEqual(other);
    const due = await place.directory.select().from(dueJobs).where(eq(dueJobs.villageId, village.id));
    expect(due).toMatchObject([{ dueAt: now.toISOString() }]);
  });

  it("refuses writes of those who still hold the old database, and lets the new one write", async () => {
    const copy = await copyVillage(place, village, nextNow());
    const { database, previousDatabase: previous } = await restore(copy);
    const refused = await changeVillage(place.home, previous).catch((error: unknown) => error);
    // Told to try again, not that something is broken: the next try meets the new database.
    expect(faultOf(refused)).toBe("unavailable");
    await changeVillage(place.home, database);
    expect((await rowsNow()).areas).toEqual([]);
  });

  it("goes back to the state before a restore", async () => {
    const copy = await copyVillage(place, village, nextNow());
    await changeVillage(place.home, village.database);
    const changed = await rowsNow();
    const { previousDatabase: previous } = await restore(copy);
    await restore(previous);
    expect(await rowsNow()).toEqual(changed);
    await changeVillage(place.home, (await current()).database).catch((error) => {
      expect(String(error)).not.toContain("frozen");
    });
  });

  it("opens a village again whose restore was cut off, and none that somebody is at", async () => {
    const { home } = place;
    await freezeDatabase(home, village.database);
    const now = nextNow();
    const taken = await takeVillageLease(place.directory, village.id, now);
    await expect(callOffRestore(place, village.id, now)).rejects.toThrow(VillageBusyError);
    await expect(changeVillage(home, village.database)).rejects.toThrow();
    await taken?.lease.release();
    const mine = eq(villages.id, village.id);
    await place.directory.update(villages).set({ movingTo: "kedua" }).where(mine);
    await expect(callOffRestore(place, village.id, now)).rejects.toThrow(VillageBusyError);
    await place.directory.update(villages).set({ movingTo: null }).where(mine);
    await callOffRestore(place, village.id, now);
    await changeVillage(home, village.database);
    expect(await current()).toEqual(village);
  });

  it("refuses another village's database, one that holds another village, and the one in use", async () => {
    const foreign = await copyVillage(place, other, nextNow());
    await expect(restore(foreign)).rejects.toThrow(RestoreError);
    const smuggled = copyName(village.id, "salinan", nextNow());
    await place.provisioner.copyDatabase(other.database, smuggled);
    await expect(restore(smuggled)).rejects.toThrow(other.regionCode);
    await expect(restore(village.database)).rejects.toThrow(RestoreError);
    const empty = copyName(village.id, "salinan", nextNow());
    await place.provisioner.createDatabase(empty);
    await expect(restore(empty)).rejects.toThrow("sumber ini bukan basis data desa");
    expect(await current()).toEqual(village);
    await changeVillage(place.home, village.database);
  });

  it("loses nothing wherever it is cut off, and is finished by the same call", async () => {
    const before = await rowsNow();
    const copy = await copyVillage(place, village, nextNow());
    await changeVillage(place.home, village.database);
    const changed = await rowsNow();
    const othersBefore = await rowsNow(other);
    const send = globalThis.fetch;
    let cuts = 0;
    let proofsBefore = 0;
    for (let survived = 0; ; survived += 2, cuts++) {
      const start = await current();
      let count = 0;
      vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
        if (count++ > survived) throw new Error("power cut");
        const answer = await send(...args);
        if (count > survived) throw new Error("power cut");
        return answer;
      });
      const done = await restore(copy).catch(() => null);
      vi.unstubAllGlobals();
      const isSwitched = (await current()).database !== start.database;
      const proofs = await place.directory.$count(restores, eq(restores.villageId, village.id));
      expect(proofs, `cut after ${survived}`).toBe(proofsBefore + Number(isSwitched));
      proofsBefore = proofs;
      expect(await rowsNow()).toEqual(isSwitched ? before : changed);
      expect(await rowsOf(village.database)).toEqual(changed);
      if (done) break;
      await resetVillage(start);
    }
    expect(cuts).toBeGreaterThan(8);
    expect(await rowsNow()).toEqual(before);
    expect(await rowsNow(other)).toEqual(othersBefore);
  });

  /** Back to the frozen, changed database, as a run that was cut off leaves it. */
  const resetVillage = async (row: VillageRow) => {
    const { database, epoch } = row;
    await place.directory.update(villages).set({ database, epoch }).where(eq(villages.id, row.id));
  };

  it("leaves the village as it was where it fails, not frozen, and keeps nothing beside it", async () => {
    const copy = await copyVillage(place, village, nextNow());
    vi.spyOn(place.directory, "batch").mockRejectedValueOnce(new Error("disk is full"));
    await expect(restore(copy)).rejects.toThrow("disk is full");
    await changeVillage(place.home, village.database);
    expect(await current()).toMatchObject({ database: village.database, epoch: village.epoch });
    expect(await place.provisioner.listDatabases(`${village.database}-pul`)).toEqual([]);
  });

  it("waits for whoever migrates or moves the village", async () => {
    const copy = await copyVillage(place, village, nextNow());
    const now = nextNow();
    const taken = await takeVillageLease(place.directory, village.id, now);
    await expect(restore(copy, now)).rejects.toThrow(VillageBusyError);
    await taken?.lease.release();
    await place.directory.update(villages).set({ movingTo: "lain" }).where(eq(villages.id, village.id));
    await expect(restore(copy, nextNow())).rejects.toThrow(VillageBusyError);
    expect((await current()).database).toBe(village.database);
  });
});
