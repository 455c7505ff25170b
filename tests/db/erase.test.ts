import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startErasure } from "#app/platform/erasure/start-erasure.ts";
import { newId, sha256Hex } from "#app/platform/ids.ts";
import type { QueueMessage } from "#app/platform/jobs/queue.ts";
import { publishedIndicators } from "#db/comparison/schema/published.ts";
import { copyName, copyVillage } from "#db/copy.ts";
import { backups, erasures } from "#db/directory/schema/backups.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { dataKeys } from "#db/directory/schema/keys.ts";
import { claims } from "#db/directory/schema/trust.ts";
import { villageHosts, villages } from "#db/directory/schema/villages.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import type { EraseDeps } from "#db/erase/erase-steps.ts";
import { continueErasure } from "#db/erase/erase-village.ts";
import { openComparison } from "#db/open.ts";
import type { Place } from "#db/place.ts";
import { createMemoryFileStore, type MemoryFileStore } from "#tests/support/memory-file-store.ts";
import { readAll, storeVillage } from "./stored-village.ts";

vi.setConfig({ testTimeout: 120_000 });

const NOW = new Date("2026-11-24T04:00:00.000Z");
const BYTES = new Uint8Array(100);
let code = 5000;
const nextCode = () => `52.05.01.2${String(code++).slice(1)}`;

/** Whatever a village may have besides its own database. */
async function furnish(place: Place, village: VillageRow, files: MemoryFileStore): Promise<void> {
  const { directory, home } = place;
  const at = NOW.toISOString();
  await directory.batch([
    directory
      .insert(villageHosts)
      .values({ host: `${village.slug}.uji`, villageId: village.id, kind: "canonical" }),
    directory.insert(dueJobs).values({ villageId: village.id, kind: "housekeeping", dueAt: at }),
    directory.insert(dataKeys).values(
      ["seal", "index"].map((purpose) => ({
        id: newId(NOW),
        owner: village.id,
        purpose: purpose as "seal",
        wrapped: "-",
        masterKeyId: "m",
        createdAt: at,
      })),
    ),
    directory.insert(backups).values({
      id: newId(NOW),
      owner: village.id,
      reason: "nightly",
      state: "stored",
      storageKey: `cadangan/${village.id}/1`,
      takenAt: at,
      expiresAt: at,
    }),
    directory.insert(claims).values({
      id: newId(NOW),
      kind: "verification",
      villageId: village.id,
      regionCode: village.regionCode,
      basis: "letter",
      name: "Lalu Ahmad",
      position: "kepala-desa",
      phoneSealed: "tersegel",
      state: "waiting",
      askedAt: at,
    }),
  ]);
  await openComparison(home)
    .insert(publishedIndicators)
    .values({
      id: newId(NOW),
      villageId: village.id,
      regionCode: village.regionCode,
      indicator: "x",
      period: "2026",
      revision: 1,
      approvedAt: at,
    });
  for (const key of ["a", "b", "c"]) await files.put(`${village.id}/${key}`, BYTES, "image/png");
  await files.put(`ekspor/${village.id}/1/00001`, BYTES, "application/octet-stream");
  await files.put(`cadangan/${village.id}/1/00001`, BYTES, "application/octet-stream");
  await files.put(`wal/${village.database}/1/00001`, BYTES, "application/octet-stream");
  await files.put(`wal/${village.database}-pulih-1/1/00001`, BYTES, "application/octet-stream");
}

describe("the erasure of a village", () => {
  let place: Place;
  let village: VillageRow;
  let other: VillageRow;
  let files: MemoryFileStore;
  let sent: QueueMessage[];
  beforeEach(async () => {
    ({ place, village } = await storeVillage(nextCode()));
    other = (await storeVillage(nextCode())).village;
    files = createMemoryFileStore(2);
    sent = [];
    for (const each of [village, other]) await furnish(place, each, files);
    await copyVillage(place, village, NOW);
    await copyVillage(place, other, NOW);
    await place.provisioner.copyDatabase(village.database, copyName(village.id, "pulih", NOW));
  });
  afterEach(() => vi.unstubAllGlobals());

  const deps = (changes: Partial<EraseDeps> = {}): EraseDeps => ({
    place,
    comparison: openComparison(place.home),
    files,
    ...changes,
  });
  const order = () => ({
    villageId: village.id,
    reason: "exit" as const,
    askedBy: "Ni Luh Sari, Kepala Desa",
  });
  const start = () =>
    startErasure(
      { directory: place.directory, now: NOW, queue: { send: async (message) => void sent.push(message) } },
      order(),
    );
  const leftOf = async (of: VillageRow) => ({
    databases: await place.provisioner.listDatabases(of.database),
    keys: await place.directory.$count(dataKeys, eq(dataKeys.owner, of.id)),
    due: await place.directory.$count(dueJobs, eq(dueJobs.villageId, of.id)),
    published: await openComparison(place.home).$count(
      publishedIndicators,
      eq(publishedIndicators.villageId, of.id),
    ),
    objects: [...files.held.keys()].filter((key) => key.includes(of.id) || key.includes(of.database)),
  });
  const NOTHING = { databases: [], keys: 0, due: 0, published: 0, objects: [] };
  const COUNTS = {
    databases: 3,
    published: 1,
    files: 4,
    fileBytes: 400,
    backups: 1,
    backupBytes: 300,
    keys: 2,
  };

  it("takes the village off at once: no address, its code free for another", async () => {
    const { proofToken } = await start();
    const [row] = await place.directory.select().from(villages).where(eq(villages.id, village.id));
    expect(row).toMatchObject({ state: "erased", erasedAt: NOW.toISOString(), epoch: village.epoch + 1 });
    expect(row?.slug).not.toBe(village.slug);
    expect(await place.directory.$count(villageHosts, eq(villageHosts.villageId, village.id))).toBe(0);
    const [erasure] = await place.directory.select().from(erasures).where(eq(erasures.villageId, village.id));
    expect(erasure).toMatchObject({ step: "database", proofHash: await sha256Hex(proofToken ?? "") });
    expect(sent).toEqual([{ kind: "resume-erasure", villageId: village.id }]);
    expect(await start()).toEqual({ proofToken: null });
    await place.directory
      .insert(villages)
      .values({ ...village, id: newId(NOW), state: "active", database: "desa-lain" });
  });

  it("removes databases, files, backups and keys, tells how many, and touches no other village", async () => {
    const before = [await leftOf(other), await readAll(place.home, other.database)];
    await start();
    const done = await continueErasure(deps(), village.id, NOW);
    expect(done).toMatchObject({ step: "done", finishedAt: NOW.toISOString(), removed: COUNTS });
    expect(await leftOf(village)).toEqual(NOTHING);
    expect([await leftOf(other), await readAll(place.home, other.database)]).toEqual(before);
    const ofVillage = await place.directory.select().from(backups).where(eq(backups.owner, village.id));
    expect(ofVillage).toMatchObject([{ state: "deleted" }]);
    const claim = await place.directory.select().from(claims).where(eq(claims.villageId, village.id));
    expect(claim).toMatchObject([{ name: "", phoneSealed: "", state: "withdrawn" }]);
    expect(await continueErasure(deps(), village.id, new Date("2027-01-01"))).toEqual(done);
  });

  it("goes on over several runs where one may not delete everything, and counts as if it were one", async () => {
    await start();
    const steps: (string | undefined)[] = [];
    for (let run = 0; run < 20 && steps.at(-1) !== "done"; run++)
      steps.push((await continueErasure(deps({ maxDeletes: 1 }), village.id, NOW))?.step);
    expect(steps.length).toBeGreaterThan(5);
    expect((await continueErasure(deps(), village.id, NOW))?.removed).toEqual(COUNTS);
    expect(await leftOf(village)).toEqual(NOTHING);
  });

  it("is finished by the next call wherever it was cut off, with the same counts", async () => {
    await start();
    const send = globalThis.fetch;
    let cuts = 0;
    for (let survived = 0; survived < 200; survived++) {
      let count = 0;
      const cut = () => {
        if (++count > survived) throw new Error("power cut");
      };
      vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
        cut();
        return send(...args);
      });
      const failing = {
        ...files,
        delete: async (key: string) => {
          cut();
          await files.delete(key);
        },
      };
      const done = await continueErasure(deps({ files: failing }), village.id, NOW).catch(() => null);
      vi.unstubAllGlobals();
      if (done?.step === "done") break;
      cuts++;
    }
    expect(cuts).toBeGreaterThan(5);
    const [row] = await place.directory.select().from(erasures).where(eq(erasures.villageId, village.id));
    expect(row).toMatchObject({ step: "done", removed: COUNTS });
    expect(await leftOf(village)).toEqual(NOTHING);
  });

  it("deletes what the directory knows where the home can't list its databases", async () => {
    const provisionerOf = (name: string) => ({
      ...place.homes.provisionerOf(name),
      listDatabases: async () => null,
    });
    const silent = { ...place, homes: { ...place.homes, provisionerOf } };
    await start();
    const done = await continueErasure(deps({ place: silent }), village.id, NOW);
    expect(done).toMatchObject({ step: "done", removed: { ...COUNTS, databases: 1 } });
    expect((await leftOf(village)).databases).not.toContain(village.database);
  });

  it("does nothing for a village that nobody wants erased", async () => {
    expect(await continueErasure(deps(), other.id, NOW)).toBeNull();
    expect((await leftOf(other)).objects).toHaveLength(7);
  });
});
