import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ChoosablePoints, chooseSource } from "#app/modules/console/restore-rules.ts";
import { loadRestore, restoreByOperator } from "#app/modules/console/restore-village.server.ts";
import { CONSOLE_WORDS } from "#app/modules/console/words.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { backups, restoreOrders, restores } from "#db/directory/schema/backups.ts";
import { directoryAudit } from "#db/directory/schema/overseers.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { above, addVillage, minutes, NOW, strangers } from "./console-stage.ts";

describe("what a village is restored from", () => {
  const since = new Date("2026-11-20T00:00:00.000Z");
  const points: ChoosablePoints = {
    backups: [{ id: "a", takenAt: "2026-11-23T18:00:00.000Z" }],
    moments: { since },
    restores: [{ previousDatabase: "desa-x", at: "2026-11-22T00:00:00.000Z" }],
  };
  const choose = (sumber: string, tanggal?: string, jam?: string, given = points) =>
    chooseSource({ sumber, tanggal, jam }, given, "WITA", NOW);

  it("is a backup, a copy, or a minute in the village's own zone", () => {
    expect(choose("cadangan:a")).toMatchObject({ source: { kind: "backup", backupId: "a" } });
    expect(choose("salinan:desa-x")).toMatchObject({ source: { kind: "copy", database: "desa-x" } });
    const at = new Date("2026-11-23T06:05:00.000Z");
    for (const jam of ["14:05", "14.05"])
      expect(choose("menit", "2026-11-23", jam)).toEqual({ source: { kind: "moment", at }, to: at });
  });

  it("is nothing that a form makes up, and no minute where there are none", () => {
    for (const sumber of ["", "a", "cadangan:", "cadangan:b", "salinan:desa-y", "menit "])
      expect(choose(sumber)).toMatchObject({ field: "sumber" });
    expect(choose("menit", "2026-11-23", "14:05", { ...points, moments: null })).toMatchObject({
      field: "sumber",
    });
  });

  it("lies between the first minute that is kept and now", () => {
    expect(choose("menit", "2026-11-24", "10:01")).toMatchObject({ sentence: CONSOLE_WORDS.restoreFuture });
    expect(choose("menit", "2026-11-20", "07:59")).toMatchObject({ field: "tanggal" });
    expect(choose("menit", "2026-11-20", "08:00")).toMatchObject({ to: since });
    const anyTime = { ...points, moments: { since: null } };
    expect(choose("menit", "2020-01-01", "00:00", anyTime)).toMatchObject({ source: { kind: "moment" } });
    for (const [day, hour] of [
      ["2026-02-30", "10:00"],
      ["", "10:00"],
      ["2026-11-23", ""],
      ["2026-11-23", "25:00"],
      ["2026-11-23", "9"],
    ])
      expect([day, hour, "field" in choose("menit", day, hour)]).toEqual([day, hour, true]);
  });
});

describe("a restore by an operator", () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await createTestPortal();
  });
  afterAll(() => portal.stop());

  const alasan = "Data terhapus karena kesalahan impor.";
  async function villageWithBackup(facts: Parameters<typeof addVillage>[1] = {}) {
    const village = await addVillage(portal, facts);
    const backupId = newId(NOW);
    await portal.directory.insert(backups).values({
      id: backupId,
      owner: village.id,
      reason: "nightly",
      state: "verified",
      storageKey: "x",
      takenAt: minutes(-600).toISOString(),
      expiresAt: minutes(60_000).toISOString(),
    });
    return { ...village, input: { sumber: `cadangan:${backupId}`, nama: village.slug, alasan }, backupId };
  }
  const ordersOf = (id: string) =>
    portal.directory.select().from(restoreOrders).where(eq(restoreOrders.villageId, id));

  it("is ordered with a reason on record, and once however often the form is sent", async () => {
    const { id, input, backupId } = await villageWithBackup();
    const ctx = above(portal, "operator", { submitKey: "kunci-pulih-1" });
    portal.sent.length = 0;
    await restoreByOperator(ctx, id, input);
    const [order] = await ordersOf(id);
    expect(order).toMatchObject({
      sourceKind: "backup",
      source: backupId,
      askedBy: "Penguji operator, operator",
    });
    expect(portal.sent).toEqual([{ kind: "resume-restore", orderId: order?.id }]);
    const [row] = await portal.directory
      .select()
      .from(directoryAudit)
      .where(eq(directoryAudit.villageId, id));
    expect(row).toMatchObject({
      action: "village.order-restore",
      details: { reason: alasan, source: "backup" },
    });
    // Sent again by the same form after it was carried out: nothing is restored a second time.
    await portal.directory
      .update(restoreOrders)
      .set({ state: "done" })
      .where(eq(restoreOrders.villageId, id));
    await restoreByOperator({ ...ctx, now: minutes(9) }, id, input);
    expect(await ordersOf(id)).toHaveLength(1);
  });

  it("is made up for by the same form where the process died between record and order", async () => {
    const { id, input } = await villageWithBackup();
    const ctx = above(portal, "operator", { submitKey: "kunci-pulih-2" });
    const dying = new Proxy(ctx.directory, {
      get(target, name) {
        if (name === "insert") throw new Error("dies");
        return Reflect.get(target, name).bind(target);
      },
    });
    await expect(restoreByOperator({ ...ctx, directory: dying }, id, input)).rejects.toThrow();
    expect(await ordersOf(id)).toEqual([]);
    await restoreByOperator({ ...ctx, now: minutes(3) }, id, input);
    expect(await ordersOf(id)).toHaveLength(1);
  });

  it("wants the village's own address name, and what can be had of this very village", async () => {
    const mine = await villageWithBackup();
    const other = await villageWithBackup();
    const refused = (input: typeof mine.input) =>
      restoreByOperator(above(portal, "operator"), mine.id, input);
    await expect(refused({ ...mine.input, nama: other.slug })).rejects.toThrow(
      new FieldError("nama", CONSOLE_WORDS.restoreName(mine.slug)),
    );
    await expect(refused({ ...mine.input, sumber: other.input.sumber })).rejects.toThrow(
      CONSOLE_WORDS.restoreSource,
    );
    expect(await ordersOf(mine.id)).toEqual([]);
  });

  it("is refused while another one or a move is under way, for a village that is gone, and to strangers", async () => {
    const { id, input } = await villageWithBackup();
    await restoreByOperator(above(portal, "operator"), id, input);
    await expect(restoreByOperator(above(portal, "operator"), id, input)).rejects.toThrow(
      CONSOLE_WORDS.restoreOpen,
    );
    const moving = await villageWithBackup({ movingTo: "jauh" });
    const gone = await villageWithBackup({ state: "erased" });
    for (const each of [moving, gone]) {
      await expect(restoreByOperator(above(portal, "operator"), each.id, each.input)).rejects.toThrow(
        ConflictError,
      );
      await expect(loadRestore(above(portal, "operator"), each.id)).rejects.toThrow(ConflictError);
    }
    await expect(loadRestore(above(portal, "operator"), newId(NOW))).rejects.toThrow(NotFoundError);
    const free = await villageWithBackup();
    for (const ctx of strangers(portal)) {
      await expect(loadRestore(ctx, free.id)).rejects.toThrow(ForbiddenError);
      await expect(restoreByOperator(ctx, free.id, free.input)).rejects.toThrow(ForbiddenError);
    }
    expect(await ordersOf(free.id)).toEqual([]);
  });

  it("may go back to what an earlier one replaced, and says where there are no minutes", async () => {
    const { id } = await villageWithBackup();
    await portal.directory.insert(restores).values({
      id: newId(NOW),
      villageId: id,
      restoredTo: minutes(-600).toISOString(),
      source: "backup",
      epoch: 2,
      previousDatabase: "desa-lama",
      database: "desa-baru",
      askedBy: "x",
      at: minutes(-60).toISOString(),
      outcome: {},
    });
    const facts = await loadRestore(above(portal, "operator"), id);
    expect(facts.moments).toBeNull();
    expect(facts.noMoments).toMatch(/Pilih salah satu cadangan/);
    expect(facts.restores.map((row) => row.previousDatabase)).toEqual(["desa-lama"]);
  });
});
