import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { copyName, copyVillage } from "#db/copy.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { findVillage, type VillageRow } from "#db/directory/villages.ts";
import { thawDatabase } from "#db/freeze.ts";
import type { Place } from "#db/place.ts";
import { RestoreError, restoreVillage } from "#db/restore.ts";
import { changeVillage, readAll, readSchema, storeVillage } from "./stored-village.ts";

vi.setConfig({ testTimeout: 120_000 });

let second = 0;
/** A moment of its own for each step: copies bear their second in their name. */
const nextNow = () => new Date(Date.UTC(2026, 10, 24, 3, 0, second++));
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
  const rowsNow = async (of = village) => readAll(place.home, (await current(of)).database);

  it("copies every row and the whole schema while the village goes on", async () => {
    const before = await rowsNow();
    const copy = await copyVillage(place, village, nextNow());
    await changeVillage(place.home, village.database);
    expect(await readAll(place.home, copy)).toEqual(before);
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
    const { database, previous } = await restoreVillage(place, village, copy, now);

    expect(await rowsNow()).toEqual(before);
    expect(await readSchema(place.home, database)).toEqual(await readSchema(place.home, copy));
    expect(await current()).toMatchObject({ database, epoch: village.epoch + 1 });
    expect(await readAll(place.home, previous)).toEqual(changed);
    expect(await rowsNow(other)).toEqual(othersBefore);
    expect(await current(other)).toEqual(other);
    const due = await place.directory.select().from(dueJobs).where(eq(dueJobs.villageId, village.id));
    expect(due).toMatchObject([{ dueAt: now.toISOString() }]);
  });

  it("refuses writes of those who still hold the old database, and lets the new one write", async () => {
    const copy = await copyVillage(place, village, nextNow());
    const { database, previous } = await restoreVillage(place, village, copy, nextNow());
    await expect(changeVillage(place.home, previous)).rejects.toThrow();
    await changeVillage(place.home, database);
    expect((await rowsNow()).areas).toEqual([]);
  });

  it("goes back to the state before a restore", async () => {
    const copy = await copyVillage(place, village, nextNow());
    await changeVillage(place.home, village.database);
    const changed = await rowsNow();
    const { previous } = await restoreVillage(place, village, copy, nextNow());
    await restoreVillage(place, await current(), previous, nextNow());
    expect(await rowsNow()).toEqual(changed);
    await changeVillage(place.home, (await current()).database).catch((error) => {
      expect(String(error)).not.toContain("frozen");
    });
  });

  it("refuses another village's database, one that holds another village, and the one in use", async () => {
    const foreign = await copyVillage(place, other, nextNow());
    await expect(restoreVillage(place, village, foreign, nextNow())).rejects.toThrow(RestoreError);
    const smuggled = copyName(village.id, "salinan", nextNow());
    await place.provisioner.copyDatabase(other.database, smuggled);
    await expect(restoreVillage(place, village, smuggled, nextNow())).rejects.toThrow(other.regionCode);
    await expect(restoreVillage(place, village, village.database, nextNow())).rejects.toThrow(RestoreError);
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
    for (let survived = 0; ; survived++) {
      const start = await current();
      let count = 0;
      vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
        if (count++ > survived) throw new Error("power cut");
        const answer = await send(...args);
        if (count > survived) throw new Error("power cut");
        return answer;
      });
      await restoreVillage(place, start, copy, nextNow()).catch(() => null);
      vi.unstubAllGlobals();
      if (count <= survived) break;
      const rows = await rowsNow();
      expect([JSON.stringify(before), JSON.stringify(changed)]).toContain(JSON.stringify(rows));
      expect(await readAll(place.home, village.database)).toEqual(changed);
      await resetVillage(start);
    }
    expect(await rowsNow()).toEqual(before);
    expect(await rowsNow(other)).toEqual(othersBefore);
  });

  /** Back to the frozen, changed database, as a run that was cut off leaves it. */
  const resetVillage = async (row: VillageRow) => {
    await place.directory.update(villages).set({ database: row.database }).where(eq(villages.id, row.id));
  };

  it("opens a village again whose restore was cut off", async () => {
    const copy = await copyVillage(place, village, nextNow());
    vi.spyOn(place.directory, "batch").mockRejectedValueOnce(new Error("power cut"));
    await expect(restoreVillage(place, village, copy, nextNow())).rejects.toThrow("power cut");
    await expect(changeVillage(place.home, village.database)).rejects.toThrow();
    await thawDatabase(place.home, village.database);
    await changeVillage(place.home, village.database);
    expect(await current()).toEqual(village);
  });
});
