import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { promisedHours } from "#app/modules/letters/promised-hours.server.ts";
import { adoptStandard, discardDraft } from "#app/modules/service-standard/adopt-standard.server.ts";
import { draftStandard } from "#app/modules/service-standard/draft-standard.server.ts";
import { ServiceInput } from "#app/modules/service-standard/input.ts";
import { loadPublicService, loadPublicServices } from "#app/modules/service-standard/load-public.server.ts";
import { loadService, loadStandard } from "#app/modules/service-standard/load-standard.server.ts";
import { addService, removeService, saveService } from "#app/modules/service-standard/save-service.server.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { letters } from "#db/village/schema/letters.ts";
import { serviceStandards, standardServices } from "#db/village/schema/services.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";

let village: TestVillage;
let clerk: OfficeCtx;
let head: OfficeCtx;

beforeAll(async () => {
  village = await createVillage();
  head = await village.ctxAs("kepala-desa");
  clerk = await village.ctxAs("kasi-pelayanan");
});

beforeEach(async () => {
  await village.db.delete(standardServices);
  await village.db.delete(serviceStandards);
});

const input = (version: number, more: Record<string, string> = {}) =>
  ServiceInput.parse({
    versi: String(version),
    nama: "Keterangan domisili",
    syarat: "KTP\nPengantar RT (bila ada)",
    waktu: "48",
    biaya: "0",
    petugas: "Kasi Pelayanan",
    ...more,
  });
const version = async () => (await loadStandard(head)).draft?.version ?? 0;
const decree = async (more = {}) => ({
  versi: await version(),
  nomor: "188/7/2026",
  tanggal: "2026-11-20",
  ...more,
});

async function adopted() {
  await draftStandard(clerk);
  await saveService(clerk, "domisili", input(await version()));
  await adoptStandard(head, await decree());
}

describe("before the head adopts it", () => {
  it("nothing of a standard is public but the names, not even with a draft", async () => {
    await draftStandard(clerk);
    const page = await loadPublicServices(village.anonymous());
    expect(page).toMatchObject({ decree: null, services: [] });
    expect(page.unset.map(({ key }) => key)).toContain("domisili");
    expect(page.unset.map(({ key }) => key)).not.toContain("undangan");
    expect(await loadPublicService(village.anonymous(), "domisili")).toMatchObject({ service: null });
    await expect(loadPublicService(village.anonymous(), "tidak-ada")).rejects.toBeInstanceOf(NotFoundError);
  });

  it("a draft is changed, filled up and thrown away, by whoever saw its last state", async () => {
    await draftStandard(clerk);
    await expect(draftStandard(clerk)).rejects.toBeInstanceOf(ConflictError);
    const seen = await version();
    await saveService(clerk, "domisili", input(seen));
    await expect(saveService(clerk, "domisili", input(seen))).rejects.toBeInstanceOf(ConflictError);
    const { service } = await addService(clerk, input(seen + 1, { nama: "Balai desa", biaya: "50.000" }));
    expect((await loadService(clerk, service))?.service).toMatchObject({ cost: 50_000, hours: 48 });
    await expect(addService(clerk, input(seen + 2, { nama: "balai DESA" }))).rejects.toMatchObject({
      field: "nama",
    });
    await removeService(clerk, service, seen + 2);
    await expect(loadService(clerk, service)).rejects.toBeInstanceOf(NotFoundError);
    await discardDraft(clerk, seen + 3);
    expect(await loadStandard(head)).toMatchObject({ draft: null, adopted: null });
  });

  it("a letter costs nothing, and words stand where no usual time does", async () => {
    await draftStandard(clerk);
    const fee = saveService(clerk, "domisili", input(await version(), { biaya: "5.000" }));
    await expect(fee).rejects.toMatchObject({ field: "biaya" });
    expect(ServiceInput.safeParse({ ...input(1), versi: "1", syarat: "", waktu: "lain" }).success).toBe(
      false,
    );
  });

  it("only the head adopts, only with a day that has come, and only who may write drafts", async () => {
    await draftStandard(clerk);
    await expect(adoptStandard(clerk, await decree())).rejects.toBeInstanceOf(ForbiddenError);
    await expect(adoptStandard(head, await decree({ tanggal: "2026-11-25" }))).rejects.toBeInstanceOf(
      FieldError,
    );
    await expect(adoptStandard(head, await decree({ versi: 99 }))).rejects.toBeInstanceOf(ConflictError);
    const kaur = await village.ctxAs("kaur-umum");
    await expect(draftStandard(kaur)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(loadStandard(kaur)).rejects.toBeInstanceOf(ForbiddenError);
  });
});

describe("a standard in force", () => {
  it("is public, promises its hours to letters, and can't be changed", async () => {
    await adopted();
    const page = await loadPublicService(village.anonymous(), "domisili");
    expect(page).toMatchObject({
      decree: { number: "188/7/2026", on: "2026-11-20" },
      service: { name: "Keterangan domisili", hours: 48, timeText: "2 hari kerja", cost: 0, measured: null },
    });
    const kind = { key: "domisili", promised: { kind: "T0" as const, hours: 1 } };
    const hours = () => village.db.transaction((tx) => promisedHours(tx, kind));
    expect(await hours()).toBe(48);
    await expect(saveService(clerk, "domisili", input(3))).rejects.toBeInstanceOf(ConflictError);
    await draftStandard(clerk);
    await saveService(clerk, "domisili", input(await version(), { waktu: "24" }));
    expect(await hours()).toBe(48);
    await adoptStandard(head, await decree({ nomor: "188/8/2026" }));
    expect(await hours()).toBe(24);
    const states = await village.db.select().from(serviceStandards);
    expect(states.map(({ state }) => state).sort()).toEqual(["adopted", "replaced"]);
  });

  it("is another village's nothing", async () => {
    await adopted();
    const other = await createVillage();
    expect((await loadPublicServices(other.anonymous())).decree).toBeNull();
  });

  it("stands beside what was measured, once five letters were signed", async () => {
    await adopted();
    const measured = async () =>
      (await loadPublicService(village.anonymous(), "domisili")).service?.measured ?? null;
    for (const hours of [1, 2, 3, 10]) await seedSigned(hours);
    // Void, from the office, and too long ago: none counts.
    await seedSigned(400, { cancelledAt: "2026-11-24T00:00:00.000Z" });
    await seedSigned(400, { channel: "office" });
    await seedSigned(1, { signedAt: "2025-10-01T00:00:00.000Z" });
    expect(await measured()).toBeNull();
    await seedSigned(60);
    expect(await measured()).toEqual({ count: 5, medianHours: 3, onTimePercent: 80 });
    await seedSigned(4);
    expect(await measured()).toEqual({ count: 6, medianHours: 3.5, onTimePercent: 83 });
    await village.db.delete(letters).where(eq(letters.kind, "domisili"));
  });
});

async function seedSigned(hours: number, more: Partial<typeof letters.$inferInsert> = {}) {
  const signed = new Date(more.signedAt ?? "2026-11-20T06:00:00.000Z");
  const at = (back: number) => new Date(signed.getTime() - back * 3_600_000).toISOString();
  await village.db.insert(letters).values({
    id: newId(village.now()),
    kind: "domisili",
    title: "Surat Keterangan Domisili",
    state: "signed",
    channel: "counter",
    personName: "A",
    personKey: "a",
    contentSealed: "",
    requirements: [],
    askedAt: at(hours),
    promisedAt: at(hours - 48),
    signedAt: at(0),
    stateSince: at(0),
    createdAt: at(hours),
    updatedAt: at(0),
    ...more,
  });
}
