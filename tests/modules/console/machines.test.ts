import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { usageDue } from "#app/modules/console/due.ts";
import { loadHomes } from "#app/modules/console/load-homes.server.ts";
import { loadStorage } from "#app/modules/console/load-storage.server.ts";
import { loadVersions } from "#app/modules/console/load-versions.server.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { createHomes } from "#db/homes/homes.ts";
import { noteRunningCode } from "#db/running-code.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { files } from "#db/village/schema/village.ts";
import { setTrustStage } from "#tests/modules/trust/trust-stage.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { above, addVillage, minutes, NOW, strangers } from "./console-stage.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterAll(() => portal.stop());

describe("homes", () => {
  it("are asked one by one; a dead one says why and keeps nothing from the others", async () => {
    await addVillage(portal);
    await addVillage(portal, { home: "hilang" });
    await addVillage(portal, { movingTo: "jauh" });
    const far = { ...portal.home, name: "jauh", kind: "sqld" as const, url: "http://127.0.0.1:1/" };
    const ctx = above(portal, "operator", { homes: createHomes(portal.home, [far]) });
    const { homes, unknown, checkedAt } = await loadHomes(ctx);
    expect(homes).toMatchObject([
      { name: "utama", isMain: true, isUp: true, trouble: null, villages: 2, coming: 0 },
      { name: "jauh", isMain: false, isUp: false, villages: 0, coming: 1, past: "nights" },
    ]);
    expect(homes[1]?.trouble).toMatch(/\S/);
    expect(unknown).toEqual([{ home: "hilang", count: 1 }]);
    expect(checkedAt).toBe(NOW.toISOString());
  });
});

describe("schema versions", () => {
  it("tell how many villages stand where, which failed, and which code was seen lately", async () => {
    const failed = await addVillage(portal, { schemaVersion: 1, migrationError: "no such column" });
    await addVillage(portal, { schemaVersion: 1, state: "erased" });
    await noteRunningCode(portal.directory, 900, minutes(-5));
    await noteRunningCode(portal.directory, 899, minutes(-60));
    const facts = await loadVersions(above(portal, "operator"));
    expect(facts.versions).toContainEqual({ version: 1, count: 1 });
    expect(facts.failed).toMatchObject([{ id: failed.id, migrationError: "no such column" }]);
    expect(facts.code).toMatchObject([
      { schemaVersion: 900, isRunning: true },
      { schemaVersion: 899, isRunning: false },
    ]);
  });
});

describe("storage", () => {
  it("is told by each village at night: bytes and the day of the last work, a suspended one's too", async () => {
    const stage = await setTrustStage(portal);
    const ctx = await stage.job();
    const file = { name: "a", mediaType: "image/png", sha256: "", purpose: "evidence", isPublic: false };
    const made = { createdBy: "x", createdAt: NOW.toISOString() };
    for (const sizeBytes of [700, 300])
      await ctx.db
        .insert(files)
        .values({ ...file, ...made, id: newId(NOW), storageKey: newId(NOW), sizeBytes });
    const worked = { at: "2026-11-23T01:00:00.000Z", action: "file.store", entity: "file", entityId: "x" };
    await ctx.db
      .insert(auditLog)
      .values({ ...worked, id: newId(NOW), actorName: "Nurhayati", details: {}, requestId: "x" });
    const { nextDueAt } = await usageDue.run(ctx);
    expect(usageDue.whileSuspended).toBe(true);
    expect(nextDueAt && nextDueAt > ctx.now).toBe(true);
    const [row] = await portal.directory.select().from(villages).where(eq(villages.id, ctx.tenant.villageId));
    const measured = { fileBytes: 1000, measuredAt: ctx.now.toISOString(), lastActiveAt: worked.at };
    expect(row).toMatchObject(measured);
  });

  it("lists the largest first, goes on behind the last, and counts those that are nearly full", async () => {
    const own = await createTestPortal();
    try {
      for (let i = 0; i < 52; i++)
        await addVillage(own, { fileBytes: i % 3, quotaBytes: 100, measuredAt: NOW.toISOString() });
      await addVillage(own, { fileBytes: 80, quotaBytes: 100, measuredAt: NOW.toISOString() });
      await addVillage(own);
      const first = await loadStorage(above(own, "operator"), null);
      expect(first.villages[0]).toMatchObject({ fileBytes: 80 });
      expect(first.total).toMatchObject({ villages: 54, measured: 53, nearlyFull: 1 });
      const second = await loadStorage(above(own, "operator"), first.next);
      const ids = [...first.villages, ...second.villages].map(({ id }) => id);
      expect([ids.length, new Set(ids).size, second.next]).toEqual([53, 53, null]);
    } finally {
      await own.stop();
    }
  });
});

it("is closed to people of a kabupaten and to operators before their second factor", async () => {
  for (const ctx of strangers(portal)) {
    await expect(loadHomes(ctx)).rejects.toThrow(ForbiddenError);
    await expect(loadVersions(ctx)).rejects.toThrow(ForbiddenError);
    await expect(loadStorage(ctx, null)).rejects.toThrow(ForbiddenError);
  }
});
