import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeCanary, giveQuota } from "#app/modules/console/change-village.server.ts";
import { QuotaInput } from "#app/modules/console/input.ts";
import { listVillages, type VillageFilter } from "#app/modules/console/list-villages.server.ts";
import { loadVillage } from "#app/modules/console/load-village.server.ts";
import { GIGABYTE } from "#app/modules/console/rules.ts";
import { filterOf, queryOf } from "#app/modules/console/village-filter.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { DEFAULT_QUOTA_BYTES } from "#app/platform/files/quota.ts";
import { newId } from "#app/platform/ids.ts";
import { backups } from "#db/directory/schema/backups.ts";
import { deadLetters, dueJobs } from "#db/directory/schema/jobs.ts";
import { directoryAudit } from "#db/directory/schema/overseers.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { openDirectory } from "#db/open.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { above, addVillage, NOW, strangers } from "./console-stage.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterAll(() => portal.stop());

const filter = (overrides: Partial<VillageFilter> = {}): VillageFilter => {
  return { search: "", state: "", trust: "", home: "", mark: "", ...overrides };
};
const found = async (search: string) =>
  (await listVillages(above(portal, "operator"), filter({ search }), null)).villages.map(({ slug }) => slug);

describe("the list of villages", () => {
  it("finds by name, code with and without dots, address name, host and id, and takes wildcards as letters", async () => {
    const village = await addVillage(portal, {
      slug: "gunungsari",
      name: "Gunung_Sari",
      regionCode: "52.08.01.2003",
      host: "gunungsari.desa.id",
    });
    for (const search of [
      "gunung_s",
      "Desa gunung_sari",
      "52.08.01",
      "5208012003",
      "gunungs",
      "gunungsari.desa",
      village.id,
    ])
      expect([search, await found(search)]).toEqual([search, ["gunungsari"]]);
    for (const search of ["%", "gunung%sari", "_____________", "52.09", "desa.id"])
      expect([search, await found(search)]).toEqual([search, []]);
  });

  it("goes on behind the last of a page, without gap and repetition, and leaves erased ones out", async () => {
    const own = await createTestPortal();
    try {
      for (let i = 0; i < 61; i++) await addVillage(own);
      await addVillage(own, { state: "erased" });
      const first = await listVillages(above(own, "operator"), filter(), null);
      expect(first.villages).toHaveLength(50);
      const second = await listVillages(above(own, "operator"), filter(), first.next);
      expect(second.next).toBeNull();
      const ids = [...first.villages, ...second.villages].map(({ id }) => id);
      expect(new Set(ids).size).toBe(61);
      expect((await listVillages(above(own, "operator"), filter(), "kacau")).villages).toHaveLength(50);
    } finally {
      await own.stop();
    }
  });

  it("is narrowed by state, trust, home and mark, and by nothing that an address makes up", async () => {
    await addVillage(portal, { slug: "kenari", isCanary: true, state: "suspended", trust: "unverified" });
    await addVillage(portal, { slug: "galat", migrationError: "no such table", home: "cadangan" });
    const slugs = async (overrides: Partial<VillageFilter>) =>
      (await listVillages(above(portal, "operator"), filter(overrides), null)).villages.map(
        ({ slug }) => slug,
      );
    expect(await slugs({ state: "suspended", trust: "unverified" })).toEqual(["kenari"]);
    expect(await slugs({ mark: "kenari" })).toEqual(["kenari"]);
    expect(await slugs({ mark: "galat" })).toEqual(["galat"]);
    expect(await slugs({ home: "cadangan" })).toEqual(["galat"]);
    const asked = filterOf(
      new URLSearchParams("keadaan=erased&kepercayaan=x&tanda=constructor&rumah=a&cari= b "),
    );
    expect(asked).toEqual(filter({ home: "a", search: "b" }));
    expect(queryOf(asked, "1~2")).toBe("cari=b&rumah=a&sesudah=1%7E2");
  });

  it("tells the last good backup and the room, in one round trip", async () => {
    const { id } = await addVillage(portal, { slug: "bercadangan", fileBytes: 5, quotaBytes: 7 });
    const at = (day: number) => `2026-11-${day}T00:00:00.000Z`;
    const copy = { owner: id, reason: "nightly" as const, storageKey: "x", expiresAt: at(30) };
    await portal.directory.insert(backups).values([
      { ...copy, id: newId(NOW), state: "stored", takenAt: at(20) },
      { ...copy, id: newId(NOW), state: "verified", takenAt: at(21) },
      { ...copy, id: newId(NOW), state: "failed", takenAt: at(22) },
    ]);
    let roundTrips = 0;
    const directory = openDirectory(portal.home, { onRoundTrip: () => void roundTrips++ });
    const ctx = above(portal, "operator", { directory });
    const [row] = (await listVillages(ctx, filter({ search: "bercadangan" }), null)).villages;
    expect(row).toMatchObject({ lastBackupAt: at(21), fileBytes: 5, quotaBytes: 7 });
    expect(roundTrips).toBe(1);
  });
});

describe("a village's page", () => {
  it("tells all that the directory knows of it and of no other, in one round trip", async () => {
    const village = await addVillage(portal, { host: "satu.desa.id" });
    const other = await addVillage(portal);
    const letter = (id: string, villageId: string) => ({
      id,
      queue: "due_jobs",
      body: JSON.stringify({ villageId, kind: "backup" }),
      reason: "failed 5 times",
      receivedAt: NOW.toISOString(),
    });
    await portal.directory
      .insert(deadLetters)
      .values([
        letter("milik-sendiri", village.id),
        letter("milik-lain", other.id),
        { ...letter("rusak", village.id), body: "{" },
      ]);
    await portal.directory.insert(dueJobs).values([
      { villageId: village.id, kind: "backup", dueAt: NOW.toISOString(), attempts: 2, lastError: "x" },
      { villageId: village.id, kind: "trust", dueAt: NOW.toISOString() },
    ]);
    let roundTrips = 0;
    const directory = openDirectory(portal.home, { onRoundTrip: () => void roundTrips++ });
    const facts = await loadVillage(above(portal, "operator", { directory }), village.id);
    expect(roundTrips).toBe(1);
    expect(facts.letters.map(({ id }) => id)).toEqual(["milik-sendiri"]);
    expect(facts.failing.map(({ kind }) => kind)).toEqual(["backup"]);
    expect(facts.hosts).toEqual([{ host: "satu.desa.id", kind: "alias" }]);
    expect(facts.village.quotaBytes).toBe(DEFAULT_QUOTA_BYTES);
  });
});

describe("what an operator changes about a village", () => {
  const reason = "Desa ini mengarsipkan foto lama.";
  const auditsOf = async (id: string) =>
    (await portal.directory.select().from(directoryAudit).where(eq(directoryAudit.villageId, id))).map(
      ({ action, details }) => ({ action, details }),
    );
  const rowOf = async (id: string) =>
    (await portal.directory.select().from(villages).where(eq(villages.id, id)))[0];

  it("is its room, with a reason on record, and once however often the form is sent", async () => {
    const { id } = await addVillage(portal);
    const ctx = above(portal, "operator", { submitKey: "kunci-ruang-1" });
    await giveQuota(ctx, id, { gigabyte: 5, alasan: reason });
    await giveQuota(ctx, id, { gigabyte: 5, alasan: reason });
    expect((await rowOf(id))?.quotaBytes).toBe(5 * GIGABYTE);
    const details = { from: DEFAULT_QUOTA_BYTES, to: 5 * GIGABYTE, reason };
    expect(await auditsOf(id)).toEqual([{ action: "village.set-quota", details }]);
  });

  it("is whether it is migrated first", async () => {
    const { id } = await addVillage(portal);
    await changeCanary(above(portal, "operator"), id, true);
    expect((await rowOf(id))?.isCanary).toBe(true);
    await changeCanary(above(portal, "operator"), id, false);
    expect((await rowOf(id))?.isCanary).toBe(false);
    expect(await auditsOf(id)).toHaveLength(2);
  });

  it("takes whole gigabytes within bounds and a reason alone", () => {
    for (const gigabyte of ["0", "501", "1.5", "-3", "", "1e3", "lima"])
      expect([gigabyte, QuotaInput.safeParse({ gigabyte, alasan: reason }).success]).toEqual([
        gigabyte,
        false,
      ]);
    expect(QuotaInput.safeParse({ gigabyte: "5", alasan: "pendek" }).success).toBe(false);
    expect(QuotaInput.parse({ gigabyte: " 500 ", alasan: reason }).gigabyte).toBe(500);
  });

  it("is refused for one that was erased or is not there", async () => {
    const { id } = await addVillage(portal, { state: "erased" });
    const quota = { gigabyte: 5, alasan: reason };
    await expect(giveQuota(above(portal, "operator"), id, quota)).rejects.toThrow(ConflictError);
    await expect(changeCanary(above(portal, "operator"), id, true)).rejects.toThrow(ConflictError);
    await expect(giveQuota(above(portal, "operator"), newId(NOW), quota)).rejects.toThrow(NotFoundError);
    expect(await auditsOf(id)).toEqual([]);
  });

  it("and what he sees is closed to people of a kabupaten and to operators before their second factor", async () => {
    const { id } = await addVillage(portal);
    for (const ctx of strangers(portal)) {
      await expect(listVillages(ctx, filter(), null)).rejects.toThrow(ForbiddenError);
      await expect(loadVillage(ctx, id)).rejects.toThrow(ForbiddenError);
      await expect(changeCanary(ctx, id, true)).rejects.toThrow(ForbiddenError);
      await expect(giveQuota(ctx, id, { gigabyte: 5, alasan: reason })).rejects.toThrow(ForbiddenError);
    }
    expect(await auditsOf(id)).toEqual([]);
  });
});
