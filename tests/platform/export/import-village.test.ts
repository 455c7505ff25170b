import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { ACCOUNT_PHONE, ACCOUNT_TOTP } from "#app/modules/accounts/sealed-fields.ts";
import { SEALED_RESIDENT_FIELDS } from "#app/modules/population/sealed-fields.ts";
import { ExportArchive, ImportError, readCsv } from "#app/platform/export/export-archive.ts";
import { openedExport, SEALED_EXPORT } from "#app/platform/export/export-rules.ts";
import { importVillage } from "#app/platform/export/import-village.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Keys } from "#app/platform/keys/keys.ts";
import { openValue, sealValue } from "#app/platform/keys/sealed-field.ts";
import { sealedFields } from "#app/registry.server.ts";
import { seedResident } from "#app/seed/seed-resident.ts";
import { seedResidentAccount } from "#app/seed/seed-resident-account.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { findVillage } from "#db/directory/villages.ts";
import type { ExportRules } from "#db/export/export-rules.ts";
import { exportVillage } from "#db/export/export-village.ts";
import { openVillage } from "#db/open.ts";
import { openPlace, type Place } from "#db/place.ts";
import { accounts, auditLog } from "#db/village/schema/accounts.ts";
import { residents } from "#db/village/schema/population.ts";
import { residentAccounts } from "#db/village/schema/residents.ts";
import { areas, files, settings, villageProfile } from "#db/village/schema/village.ts";
import { cheapHash } from "#tests/support/cheap-hash.ts";
import { databaseHome } from "#tests/support/database-home.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

vi.setConfig({ testTimeout: 60_000 });

const CODE = "52.88.01.2001";
const NIK = "5288011203900001";
const PHOTO = new Uint8Array([255, 216, 255, 0, 80, 75, 7, 8, 1]);

let place: Place;
let rich: TestVillage;
let archive: Uint8Array;
let second = 0;

beforeAll(async () => {
  place = openPlace(databaseHome);
  rich = await makeVillage();
  await fill(rich, await rich.ctxAs("kepala-desa", { name: "Ni Luh O'Brien" }));
  archive = await exported(rich.tenant, rich.anonymous().keys);
});

/** A village of the code that the directory knows, as signing up leaves it. */
async function makeVillage(regionCode = CODE): Promise<TestVillage> {
  const made = await createTestVillage({ regionCode });
  const { tenant, db } = made;
  const at = made.now().toISOString();
  await db.insert(villageProfile).values({
    ...{
      id: 1,
      name: tenant.name,
      regionCode,
      timeZone: "WITA",
      updatedAt: at,
      letterheadLines: ['DESA "X"'],
    },
    ...{ districtName: "Batulayar", regencyName: "Lombok Barat", provinceName: "Nusa Tenggara Barat" },
  });
  // Of two villages of one code the directory knows the later one.
  await place.directory
    .update(villages)
    .set({ regionCode: sql`id` })
    .where(eq(villages.regionCode, regionCode));
  await place.directory.insert(villages).values({
    ...{ id: tenant.villageId, slug: tenant.slug, name: tenant.name, state: "active", createdAt: at },
    regionCode,
    ...{ timeZone: "WITA", home: "utama", database: tenant.database, schemaVersion: 1 },
  });
  return made;
}

async function fill({ db, tenant, files: store, anonymous }: TestVillage, head: OfficeCtx): Promise<void> {
  const ctx = anonymous();
  const at = ctx.now.toISOString();
  const phone = await sealValue(ctx.keys, ACCOUNT_PHONE, "6281234567890");
  const totp = await sealValue(ctx.keys, ACCOUNT_TOTP, "RAHASIA");
  await db
    .update(accounts)
    .set({ phoneSealed: phone.sealed, phoneIndex: phone.index, totpSealed: totp.sealed })
    .where(eq(accounts.id, head.actor.accountId));
  const resident = await seedResident(ctx, { name: "Lalu Sahrul", nik: NIK, sex: 1 });
  await seedResidentAccount(ctx, resident, cheapHash("274918"));
  await db.insert(settings).values({ key: "aksara", value: { text: "ꦱꦼꦱꦺꦭ; --\n'\"\r\n," }, updatedAt: at });
  const many = Array.from({ length: 450 }, (_, index) => ({
    ...{ id: `rt-${index}`, kind: "rt" as const, name: index === 0 ? "" : ` RT ${index}`, createdAt: at },
  }));
  await db.insert(areas).values(many);
  await db.insert(files).values({
    ...{
      id: newId(ctx.now),
      storageKey: `${tenant.villageId}/abc`,
      name: "foto.jpg",
      mediaType: "image/jpeg",
    },
    ...{ sizeBytes: PHOTO.length, sha256: "00", purpose: "evidence", createdBy: "-", createdAt: at },
  });
  await store.put(`${tenant.villageId}/abc`, PHOTO, "image/jpeg");
  await db.insert(auditLog).values({
    ...{ id: newId(ctx.now), at, accountId: head.actor.accountId, actorName: "Ni Luh", action: "test.trail" },
    ...{ entity: "test", entityId: "1", details: { jumlah: 7 }, requestId: "-" },
  });
}

async function exported(
  { villageId, name, home, database }: { villageId: string; name: string; home: string; database: string },
  keys: Keys,
  rules: ExportRules = openedExport(sealedFields, keys),
  store = rich.files,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const village = { id: villageId, name, regionCode: CODE, home, database };
  const task = { place, village, files: store, rules, now: new Date(Date.now() + 1000 * second++) };
  await exportVillage(task, (chunk) => void chunks.push(chunk));
  return new Uint8Array(Buffer.concat(chunks));
}

async function bring(target: TestVillage, bytes = archive) {
  const village = await findVillage(place.directory, target.tenant.villageId);
  if (!village) throw new Error("no village");
  const now = new Date(target.now().getTime() + 1000 * second++);
  const { keys } = target.anonymous();
  return importVillage({
    ...{ place, village, now, clock: () => now, keys, fields: sealedFields, files: target.files },
    archive: new ExportArchive(bytes),
    askedBy: "uji",
  });
}

/** Rows of all tables, without what a village must have of its own. */
function contentOf(bytes: Uint8Array) {
  const whole = new ExportArchive(bytes);
  const content: Record<string, unknown> = {};
  for (const name of whole.tables()) {
    const { columns, rows } = whole.table(name);
    if (name === "restore_epochs") continue;
    const own = new Set(["storage_key", "nik_index"].map((column) => columns.indexOf(column)));
    content[name] = rows.map((row) => row.map((value, at) => (own.has(at) ? "-" : value)));
  }
  return content;
}

describe("a full export", () => {
  it("makes an empty village hold the same, under its own keys", async () => {
    const empty = await makeVillage();
    await empty.ctxAs("kepala-desa", { name: "Yang mendaftar" });
    const came = await bring(empty);
    expect(came).toMatchObject({ files: 1, leftOut: 0 });
    const row = await findVillage(place.directory, empty.tenant.villageId);
    const tenant = { ...empty.tenant, database: row?.database ?? "" };
    const { keys } = empty.anonymous();
    const again = await exported(tenant, keys, undefined, empty.files);
    expect(contentOf(again)).toEqual(contentOf(archive));
    const [photo] = [...new ExportArchive(again).names].filter((name) => name.startsWith("berkas/"));
    expect(new ExportArchive(again).read(photo ?? "")).toEqual(PHOTO);

    const db = openVillage(empty.home, tenant);
    const [resident] = await db.select().from(residents).where(eq(residents.name, "Lalu Sahrul"));
    expect(await openValue(keys, SEALED_RESIDENT_FIELDS.nik, resident?.nikSealed ?? null)).toBe(NIK);
    expect(resident?.nikIndex).toBe(await keys.index("residents.nik", NIK));
    const [own] = await db.select().from(residentAccounts);
    expect(own).toMatchObject({ residentId: resident?.id, passwordHash: "" });
    const found = await db.all(`SELECT rowid FROM resident_search WHERE resident_search MATCH 'sahrul'`);
    expect(found).toHaveLength(1);
    const trail = await db.select().from(auditLog).where(eq(auditLog.action, "test.trail"));
    expect(trail).toMatchObject([{ details: { jumlah: 7 } }]);
  });

  it("brings no password, session or key in, whatever somebody put there", async () => {
    const empty = await makeVillage();
    const { keys } = rich.anonymous();
    const all = { ...openedExport(sealedFields, keys), omitted: [], blanked: {} };
    const planted = await exported(rich.tenant, keys, all);
    expect(new ExportArchive(planted).tables()).toContain("_migrations");
    expect(JSON.stringify(contentOf(planted).resident_accounts)).toContain("scrypt");
    await bring(empty, planted);
    const row = await findVillage(place.directory, empty.tenant.villageId);
    const db = openVillage(empty.home, { ...empty.tenant, database: row?.database ?? "" });
    for (const table of [accounts, residentAccounts])
      for (const each of await db.select().from(table)) expect(each.passwordHash ?? "").toBe("");
    expect(await db.all("SELECT 1 FROM sessions")).toEqual([]);
  });

  it("is refused by a village that holds something, and by another one; neither changes", async () => {
    const held = await makeVillage();
    await seedResident(held.anonymous(), { name: "Inaq Sahrum" });
    await expect(bring(held)).rejects.toThrow(/sudah berisi data/);
    const other = await makeVillage("52.88.01.2002");
    await expect(bring(other)).rejects.toThrow(/milik desa dengan kode 52.88.01.2001/);
    const row = await findVillage(place.directory, other.tenant.villageId);
    expect(row?.database).toBe(other.tenant.database);
  });

  it("is refused cut off, changed, still sealed, or where it is none", async () => {
    const empty = await makeVillage();
    expect(() => new ExportArchive(archive.slice(0, archive.length - 200))).toThrow(ImportError);
    expect(() => new ExportArchive(new TextEncoder().encode("bukan zip"))).toThrow(ImportError);
    const changed = archive.slice();
    changed[Math.floor(archive.length / 2)] = (changed[Math.floor(archive.length / 2)] ?? 0) ^ 255;
    expect(() => new ExportArchive(changed)).toThrow(ImportError);
    const sealed = await exported(rich.tenant, rich.anonymous().keys, SEALED_EXPORT);
    await expect(bring(empty, sealed)).rejects.toThrow(/masih tersegel/);
    const row = await findVillage(place.directory, empty.tenant.villageId);
    expect(row?.database).toBe(empty.tenant.database);
  });
});

describe("its tables", () => {
  it("tell no value from an empty text, and keep marks and lines inside a cell", () => {
    expect(readCsv('\uFEFFa,b,c\r\n1,,""\r\n"x ""y""\r\n,z",2,\r\n')).toEqual([
      ["a", "b", "c"],
      ["1", null, ""],
      ['x "y"\r\n,z', "2", null],
    ]);
  });
});
