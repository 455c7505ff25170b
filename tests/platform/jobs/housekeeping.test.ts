import { asc } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { accountRetention } from "#app/modules/accounts/retention.ts";
import { createHousekeeping, fileRetention } from "#app/platform/jobs/housekeeping.server.ts";
import { platformRetention } from "#app/platform/privacy/platform-retention.ts";
import { sessions, submits } from "#db/village/schema/accounts.ts";
import { files } from "#db/village/schema/village.ts";
import { letClockSettle } from "#tests/support/settled-clock.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

vi.setConfig({ testTimeout: 60_000 });

const OLD = "2026-11-16T00:00:00.000Z";
const housekeeping = createHousekeeping([...accountRetention, ...platformRetention, fileRetention]);
const FRESH = "2026-11-23T00:00:00.000Z";

describe("housekeeping", () => {
  let village: TestVillage;
  beforeEach(async () => {
    village = await createTestVillage();
    await letClockSettle(village.anonymous().directory, village.now());
  });

  const addFile = async (id: string, changes: Partial<typeof files.$inferInsert>) => {
    const key = `${village.tenant.villageId}/${id}`;
    await village.files.put(key, new Uint8Array([1]), "image/jpeg");
    await village.db.insert(files).values({
      id,
      storageKey: key,
      name: "foto.jpg",
      mediaType: "image/jpeg",
      sizeBytes: 1,
      sha256: "",
      purpose: "evidence",
      createdBy: "-",
      createdAt: OLD,
      ...changes,
    });
  };
  const idsOf = async () =>
    (await village.db.select().from(files).orderBy(asc(files.id))).map((row) => row.id);

  it("removes files that no record points to after seven days, row and bytes, and keeps the others", async () => {
    await village.files.put("kecil", new Uint8Array([1]), "image/jpeg");
    await addFile("a-lama", { thumbnailKey: "kecil" });
    await addFile("b-terpasang", { attachedAt: OLD });
    await addFile("c-baru", { createdAt: FRESH });
    await housekeeping.run(village.anonymous());
    expect(await idsOf()).toEqual(["b-terpasang", "c-baru"]);
    expect([...village.files.held.keys()].map((key) => key.split("/").at(-1))).toEqual([
      "b-terpasang",
      "c-baru",
    ]);
  });

  it("removes nothing by a clock that has only just jumped", async () => {
    await addFile("a-lama", {});
    village.setNow("2028-11-24T02:00:00.000Z");
    const { nextDueAt } = await housekeeping.run(village.anonymous());
    expect(await idsOf()).toEqual(["a-lama"]);
    expect(nextDueAt?.toISOString()).toMatch(/^2028-11-24/);
  });

  it("deletes the bytes later where the store did not answer", async () => {
    await addFile("a-lama", {});
    const ctx = village.anonymous();
    const files = { ...village.files, delete: () => Promise.reject(new Error("store is down")) };
    await expect(housekeeping.run({ ...ctx, files })).rejects.toThrow("store is down");
    expect(await idsOf()).toEqual([]);
    await housekeeping.run(village.anonymous());
    expect(village.files.held.size).toBe(0);
  });

  it("loses no bytes and no trace of them wherever it is cut off", async () => {
    const send = globalThis.fetch;
    await addFile("a-lama", {});
    for (let survived = 0; survived < 4; survived++) {
      let count = 0;
      vi.stubGlobal("fetch", async (...args: Parameters<typeof fetch>) => {
        if (count++ >= survived) throw new Error("power cut");
        return send(...args);
      });
      await housekeeping.run(village.anonymous()).catch(() => null);
      vi.unstubAllGlobals();
    }
    await housekeeping.run(village.anonymous());
    expect(await idsOf()).toEqual([]);
    expect(village.files.held.size).toBe(0);
  });

  it("takes a hundred files at a time and comes back at once for the rest", async () => {
    for (let index = 0; index < 101; index++) await addFile(`f-${index}`, {});
    const { nextDueAt } = await housekeeping.run(village.anonymous());
    expect(nextDueAt).toEqual(village.now());
    await housekeeping.run(village.anonymous());
    expect(await idsOf()).toEqual([]);
  });

  it("forgets submit keys and sessions that ended more than seven days ago", async () => {
    const { actor } = await village.ctxAs("kepala-desa");
    const session = {
      accountId: actor.accountId,
      createdAt: OLD,
      lastSeenAt: OLD,
      device: "-",
      secretHash: "",
    };
    await village.db.insert(sessions).values([
      { id: "mati", expiresAt: OLD, ...session },
      { id: "hidup", expiresAt: "2026-12-24T00:00:00.000Z", ...session },
    ]);
    await village.db.insert(submits).values([
      { key: "lama", createdAt: OLD },
      { key: "baru", createdAt: FRESH },
    ]);
    await housekeeping.run(village.anonymous());
    expect((await village.db.select().from(submits)).map((row) => row.key)).toEqual(["baru"]);
    expect((await village.db.select().from(sessions)).map((row) => row.id)).toEqual(["hidup"]);
  });

  it("is next due in the village's own night", async () => {
    const { nextDueAt } = await housekeeping.run(village.anonymous());
    const local = new Date((nextDueAt?.getTime() ?? 0) + 8 * 3_600_000).toISOString();
    expect(local.slice(0, 10)).toBe("2026-11-25");
    expect(Number(local.slice(11, 13))).toBeGreaterThanOrEqual(1);
    expect(Number(local.slice(11, 13))).toBeLessThan(5);
  });
});
