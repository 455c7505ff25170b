import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { addFamily } from "#app/modules/population/add-family.server.ts";
import { changeFamily } from "#app/modules/population/change-family.server.ts";
import type { ChangeFamilyInput } from "#app/modules/population/family-form.ts";
import { readFamilyAddress } from "#app/modules/population/family-list-rules.ts";
import { cardConfirmation, revealFamily, verifyFamily } from "#app/modules/population/keep-family.server.ts";
import { findFamilies, listFamilies } from "#app/modules/population/list-families.server.ts";
import { loadFamily } from "#app/modules/population/load-family.server.ts";
import { recordHeadChange } from "#app/modules/population/record-card-change.server.ts";
import { FieldError } from "#app/platform/errors.ts";
import { plausibleHouseholds } from "#app/seed/plausible-households.ts";
import { seedHousehold, seedHouseholds } from "#app/seed/seed-resident.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { residentEvents, residents } from "#db/village/schema/population.ts";
import { accessLog } from "#db/village/schema/security.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createPopulationVillage, type PopulationAreas } from "./population-village.ts";

const KK = "5201091206150001";

let village: TestVillage;
let places: PopulationAreas;
let kasi: OfficeCtx;

beforeAll(async () => {
  ({ village, places } = await createPopulationVillage());
  kasi = await village.ctxAs("kasi-pemerintahan");
});

const household = () =>
  seedHousehold(village.anonymous(), {
    number: KK,
    areaId: places.rt,
    address: "Jl. Melati",
    members: [
      { name: "Lalu Suwandi" },
      { name: "Anak Bungsu", birthDate: "2016-01-01" },
      { name: "Baiq Sri", sex: 2, familyRole: 3 },
      { name: "Anak Rantau", address: "Jl. Lain", areaId: places.senggigi },
      { name: "Amaq Almarhum", status: 2, familyRole: 7 },
    ],
  });

const input = (fields: Partial<ChangeFamilyInput>): ChangeFamilyInput => ({
  nomor: null,
  alamat: "Jl. Melati",
  wilayah: places.rt,
  kode_pos: null,
  terbit: null,
  versi: 1,
  ...fields,
});

const fieldOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof FieldError ? error.field : String(error)),
  );

describe("a family card's page", () => {
  it("shows its people in the order of SHDK, its number masked, in one round trip", async () => {
    const { familyId } = await household();
    village.takeRoundTrips();
    const { card, members, gone, areaText } = await loadFamily(kasi, familyId);
    expect(village.takeRoundTrips()).toBe(1);
    expect(members.map(({ name }) => name)).toEqual([
      "Lalu Suwandi",
      "Baiq Sri",
      "Anak Rantau",
      "Anak Bungsu",
    ]);
    expect(card).toMatchObject({ number: "5201************", address: "Jl. Melati", verifiedOn: null });
    expect(card.doubts).toEqual([]);
    expect([gone, areaText]).toEqual([1, "RT 02, RW 01, Montong"]);
  });

  it("shows the number in full once the access log holds who looked", async () => {
    const { familyId } = await household();
    expect(await revealFamily(kasi, familyId)).toBe(KK);
    const log = await kasi.db.select().from(accessLog).where(eq(accessLog.subjectId, familyId));
    expect(log.map(({ kind, what }) => [kind, what])).toEqual([["reveal", "families.number"]]);
    await expect(revealFamily(await village.ctxAs("operator"), familyId)).rejects.toThrow("berwenang");
  });

  it("is marked as held against the paper, by the version that was seen", async () => {
    const { familyId } = await household();
    await verifyFamily(kasi, familyId, 1);
    expect((await loadFamily(kasi, familyId)).card).toMatchObject({ verifiedOn: "2026-11-24", version: 2 });
    await expect(verifyFamily(kasi, familyId, 1)).rejects.toThrow("diubah orang lain");
    await expect(verifyFamily(await village.ctxAs("kaur-umum"), familyId, 2)).rejects.toThrow("berwenang");
  });

  it("refuses outsiders and cannot see another village", async () => {
    const { familyId } = await household();
    await expect(loadFamily(await village.ctxAs("anggota-bpd"), familyId)).rejects.toThrow("berwenang");
    const other = await createPopulationVillage();
    const stranger = await other.village.ctxAs("kasi-pemerintahan");
    await expect(loadFamily(stranger, familyId)).rejects.toThrow("tidak ada");
    await expect(revealFamily(stranger, familyId)).rejects.toThrow("tidak ada");
    await expect(verifyFamily(stranger, familyId, 1)).rejects.toThrow("tidak ada");
    await expect(changeFamily(stranger, familyId, input({ wilayah: other.places.rt }))).rejects.toThrow(
      "tidak ada",
    );
    expect(await findFamilies(stranger, KK)).toEqual([]);
  });
});

describe("making and changing a card", () => {
  it("makes one without a number, and warns of one that another card bears", async () => {
    const { familyId } = await addFamily(
      kasi,
      input({ nomor: null, kode_pos: "83351", terbit: "2020-01-02" }),
    );
    const { card, members } = await loadFamily(kasi, familyId);
    expect(card).toMatchObject({ number: null, postalCode: "83351", issuedOn: "2020-01-02" });
    expect(members).toEqual([]);
    await household();
    const twice = input({ nomor: KK });
    await expect(addFamily(kasi, twice)).rejects.toThrow("kepala keluarga Lalu Suwandi");
    expect(await fieldOf(addFamily(kasi, twice))).toBe("yakin");
    await addFamily(kasi, { ...twice, yakin: cardConfirmation("5201 0912 0615 0001") });
    expect(await fieldOf(addFamily(kasi, input({ wilayah: "01933333-0000" })))).toBe("wilayah");
    await expect(addFamily(await village.ctxAs("kaur-umum"), input({}))).rejects.toThrow("berwenang");
  });

  it("takes those along who live at its place, by corrections, and leaves the others", async () => {
    const { familyId, residentIds } = await household();
    await changeFamily(kasi, familyId, input({ alamat: "Jl. Mawar", wilayah: places.senggigi }));
    const rows = await kasi.db.select().from(residents).where(eq(residents.familyId, familyId));
    const of = (name: string) => rows.find((row) => row.name === name);
    expect(of("Baiq Sri")).toMatchObject({
      address: "Jl. Mawar",
      areaId: places.senggigi,
      hamletId: places.senggigi,
    });
    expect(of("Anak Rantau")).toMatchObject({ address: "Jl. Lain" });
    expect(of("Amaq Almarhum")).toMatchObject({ address: "Jl. Melati", areaId: places.rt });
    const [head = ""] = residentIds;
    const events = await kasi.db.select().from(residentEvents).where(eq(residentEvents.residentId, head));
    expect(events.map(({ kind }) => kind)).toEqual(["opening", "correction"]);
    await expect(changeFamily(kasi, familyId, input({}))).rejects.toThrow("diubah orang lain");
  });

  it("keeps the number that is not typed, empties it by a dash, and writes no number into logs", async () => {
    const { familyId } = await household();
    expect(await fieldOf(changeFamily(kasi, familyId, input({})))).toBe("");
    expect(await fieldOf(changeFamily(kasi, familyId, input({ nomor: "5201 0912 0615 0001" })))).toBe("");
    expect(await fieldOf(changeFamily(kasi, familyId, input({ nomor: "52010912061500" })))).toBe("yakin");
    await changeFamily(kasi, familyId, input({ nomor: "5201091206159877" }));
    expect((await loadFamily(kasi, familyId)).card.number).toBe("5201************");
    expect(await findFamilies(kasi, "5201 0912 0615 9877")).toEqual([familyId]);
    await changeFamily(kasi, familyId, input({ nomor: "-", versi: 2 }));
    expect((await loadFamily(kasi, familyId)).card.number).toBeNull();
    expect(JSON.stringify(await kasi.db.select().from(auditLog))).not.toMatch(/52010912061\d/);
  });
});

describe("the list of cards", () => {
  it("goes by heads' names, page by page there and back, narrowed by place and state", async () => {
    const own = await createPopulationVillage();
    const builder = own.village.anonymous();
    await seedHouseholds(builder, plausibleHouseholds({ count: 400, areaIds: [own.places.rt] }));
    const bare = await seedHousehold(builder, {
      areaId: own.places.senggigi,
      members: [{ name: "Zainal Tanpa" }],
    });
    const reader = await own.village.ctxAs("kasi-pemerintahan");
    const list = (query: string, place = { after: null as string | null, before: null as string | null }) =>
      listFamilies(reader, readFamilyAddress(new URLSearchParams(query)).filter, place);
    let page = await list("");
    const first = page.rows;
    const seen = [...page.rows];
    while (page.next) {
      own.village.takeRoundTrips();
      page = await list("", { after: page.next, before: null });
      expect(own.village.takeRoundTrips()).toBe(1);
      seen.push(...page.rows);
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(100);
    while (page.previous) page = await list("", { after: null, before: page.previous });
    expect(page.rows).toEqual(first);
    expect(seen[0]?.members).toBeGreaterThan(1);
    for (const query of ["keadaan=tanpa-nomor", `wilayah=dusun.${own.places.senggigi}`])
      expect((await list(query)).rows.map(({ id }) => id)).toEqual([bare.familyId]);
    const orphans = await seedHousehold(builder, {
      areaId: own.places.senggigi,
      members: [
        { name: "Yatim Satu", familyRole: 4, birthDate: "2012-01-01" },
        { name: "Yatim Dua", familyRole: 4, birthDate: "2014-01-01" },
        { name: "Amaq Yatim", familyRole: 1, status: 2 },
      ],
    });
    const headless = (await list("keadaan=tanpa-kepala")).rows;
    expect(headless).toMatchObject([{ id: orphans.familyId, headName: "Yatim Satu", role: 4, members: 2 }]);
    expect((await list("")).rows.map(({ id }) => id)).not.toContain(orphans.familyId);
    const [eldest = ""] = orphans.residentIds;
    const seenThen = { versi: 1, versiKk: 1, tanggal: "2026-11-24", catatan: null };
    await recordHeadChange(reader, eldest, { ...seenThen, kepalaBaru: eldest });
    expect((await list("keadaan=tanpa-kepala")).rows).toEqual([]);
    await verifyFamily(reader, bare.familyId, 1);
    expect((await list("keadaan=cocok")).rows.map(({ id }) => id)).toEqual([bare.familyId]);
    expect((await list("keadaan=periksa&wilayah=dusun.x")).rows.map(({ id }) => id)).not.toContain(
      bare.familyId,
    );
  });
});
