import { beforeAll, describe, expect, it } from "vitest";
import { write } from "#app/platform/write.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { settings } from "#db/village/schema/village.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

describe("write", () => {
  let village: TestVillage;
  beforeAll(async () => {
    village = await createTestVillage();
  });

  const setting = (key: string) => ({ key, value: 1, updatedAt: "2026-11-24T00:00:00.000Z" });
  const entry = { action: "setting.change", entity: "setting", entityId: "a" };

  it("does nothing at all where the work throws after it wrote", async () => {
    const ctx = await village.ctxAs("kepala-desa");
    const attempt = write(ctx, async ({ tx, audit }) => {
      await tx.insert(settings).values(setting("gagal"));
      await audit(entry);
      throw new Error("power cut");
    });
    await expect(attempt).rejects.toThrow("power cut");
    expect(await village.db.select().from(settings)).toEqual([]);
    expect(await village.db.select().from(auditLog)).toEqual([]);
  });

  it("refuses work that leaves no trace", async () => {
    const ctx = await village.ctxAs("kepala-desa");
    await expect(write(ctx, async ({ tx }) => tx.insert(settings).values(setting("diam")))).rejects.toThrow(
      "audit",
    );
    expect(await village.db.select().from(settings)).toEqual([]);
  });

  it("does one thing for one submit key, also when both arrive at once, and tells the same outcome", async () => {
    const ctx = await village.ctxAs("kepala-desa", { submitKey: "kunci-0001" });
    const once = () =>
      write(ctx, async ({ tx, audit }) => {
        await tx.insert(settings).values(setting(crypto.randomUUID()));
        await audit(entry);
        return { made: crypto.randomUUID() };
      });
    const [first, second] = await Promise.all([once(), once()]);
    const third = await once();
    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(await village.db.select().from(settings)).toHaveLength(1);
  });

  it("keeps the audit log append-only", async () => {
    await expect(village.db.delete(auditLog)).rejects.toThrow();
    await expect(village.db.update(auditLog).set({ action: "x" })).rejects.toThrow();
  });
});
