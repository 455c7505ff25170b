import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { findByNumber, listResidents } from "#app/modules/population/list-residents.server.ts";
import { listQuery, readListAddress } from "#app/modules/population/list-rules.ts";
import { loadResident } from "#app/modules/population/load-resident.server.ts";
import { readFamily, readPerson } from "#app/modules/population/read-person.server.ts";
import { revealResident } from "#app/modules/population/reveal-resident.server.ts";
import { searchResidents } from "#app/modules/population/search-residents.server.ts";
import { plausibleHouseholds } from "#app/seed/plausible-households.ts";
import {
  type SeededHousehold,
  seedHousehold,
  seedHouseholds,
  seedResident,
} from "#app/seed/seed-resident.ts";
import { accessLog } from "#db/village/schema/security.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createPopulationVillage, type PopulationAreas } from "./population-village.ts";

const NIK = "5201091206850001";
const KK = "5201091206150001";
const NOWHERE = { after: null, before: null };

let village: TestVillage;
let places: PopulationAreas;
let kasi: OfficeCtx;
let home: SeededHousehold;
let dead: string;
let guest: string;

beforeAll(async () => {
  ({ village, places } = await createPopulationVillage());
  const builder = village.anonymous();
  home = await seedHousehold(builder, {
    number: KK,
    areaId: places.rt,
    address: "Jl. Melati No. 3",
    members: [
      { name: "Djoko Soekarno", nik: NIK, phone: "081270001234", disability: 1, ethnicity: "Sasak" },
      {
        name: "Nur Hayati",
        sex: 2,
        familyRole: 3,
        birthDate: "1990-01-31",
        contraception: 3,
        nik: "5201097101900002",
      },
      {
        name: "Ahmad Anak",
        familyRole: 4,
        birthDate: "2015-05-09",
        maritalStatus: 1,
        disability: 7,
        nik: "5201090905150003",
      },
    ],
  });
  dead = await seedResident(builder, {
    name: "Amaq Lama",
    status: 2,
    statusSince: "2026-03-01",
    birthDate: "1940-05-01",
  });
  guest = await seedResident(builder, {
    name: "Tamu Jauh",
    kind: "temporary",
    areaId: places.senggigi,
    nik: "123",
    birthDate: "2021-11-25",
  });
  await seedHouseholds(builder, plausibleHouseholds({ count: 130, areaIds: [places.senggigi] }));
  kasi = await village.ctxAs("kasi-pemerintahan");
});

const filterOf = (query: string) => readListAddress(new URLSearchParams(query)).filter;
const names = async (query: string) =>
  (await listResidents(kasi, filterOf(query), NOWHERE)).rows.map(({ name }) => name);
const found = async (text: string) => {
  const { statements, finish } = await searchResidents(kasi, text);
  const [first] = statements;
  if (!first) throw new Error("no statement");
  return finish(await kasi.db.batch([first])).map(({ name }) => name);
};

describe("the list of residents", () => {
  it("goes through everybody by pages in the order of names, there and back, in one round trip each", async () => {
    const seen: string[] = [];
    let page = await listResidents(kasi, filterOf(""), NOWHERE);
    const first = page.rows.map(({ id }) => id);
    expect(page.previous).toBeNull();
    for (;;) {
      seen.push(...page.rows.map(({ id }) => id));
      if (page.next === null) break;
      village.takeRoundTrips();
      page = await listResidents(kasi, filterOf(""), { after: page.next, before: null });
      expect(village.takeRoundTrips()).toBe(1);
    }
    expect(new Set(seen).size).toBe(page.count);
    expect(seen).toHaveLength(page.count);
    while (page.previous !== null)
      page = await listResidents(kasi, filterOf(""), { after: null, before: page.previous });
    expect(page.rows.map(({ id }) => id)).toEqual(first);
  });

  it("finds names in old and new spelling, by their beginnings, and gone people where asked", async () => {
    expect(await names("nama=joko+sukarno")).toEqual(["Djoko Soekarno"]);
    expect(await names("nama=nurhayati")).toEqual(["Nur Hayati"]);
    expect(await names("nama=amaq+la")).toEqual([]);
    expect(await names("nama=amaq+la&status=semua")).toEqual(["Amaq Lama"]);
    expect(await names("nama=amaq+la&status=2")).toEqual(["Amaq Lama"]);
  });

  it("narrows by area, sex, age, standing, kind and NIK, all together", async () => {
    const household = ["Ahmad Anak", "Djoko Soekarno", "Nur Hayati"];
    for (const area of [`rt.${places.rt}`, `rw.${places.rw}`, `dusun.${places.montong}`])
      expect(await names(`wilayah=${area}`)).toEqual(household);
    expect(await names(`wilayah=rt.${places.rt}&kelamin=2`)).toEqual(["Nur Hayati"]);
    expect(await names(`wilayah=rt.${places.rt}&usia=5-14`)).toEqual(["Ahmad Anak"]);
    expect(await names(`wilayah=rt.${places.rt}&hubungan=1&kawin=2`)).toEqual(["Djoko Soekarno"]);
    expect(await names("jenis=sementara")).toEqual(["Tamu Jauh"]);
    expect(await names("jenis=sementara&usia=0-4&nik=ragu")).toEqual(["Tamu Jauh"]);
    expect(await names("jenis=sementara&usia=5-14")).toEqual([]);
    expect(await names("nik=kosong&status=semua")).toEqual(["Amaq Lama"]);
  });

  it("takes an address with nonsense for the plain list, and looks no number up from an address", async () => {
    const plain = filterOf("");
    expect(filterOf("kelamin=x&usia=99&status=abc&wilayah=1;drop&nik=1&jenis=")).toEqual(plain);
    expect(listQuery(plain)).toBe("");
    const asked = "nama=a&kelamin=2&usia=60&status=semua&jenis=tetap&nik=ragu&kawin=1&hubungan=4";
    expect(readListAddress(new URLSearchParams(listQuery(filterOf(asked)))).filter).toEqual(filterOf(asked));
    expect(await names(`nama=${NIK}`)).toEqual([]);
  });

  it("finds a NIK and everybody of a No KK by blind index, typed with blanks or not", async () => {
    const one = await findByNumber(kasi, "5201 0912 0685 0001");
    expect(one.map(({ name }) => name)).toEqual(["Djoko Soekarno"]);
    expect(await findByNumber(kasi, KK)).toHaveLength(3);
    expect(await findByNumber(kasi, "5201091206859999")).toEqual([]);
    expect(await found(NIK)).toEqual(["Djoko Soekarno"]);
    expect(await found("soekarno")).toEqual(["Djoko Soekarno"]);
    expect(await found('"*')).toEqual([]);
  });

  it("refuses whoever may not read the register", async () => {
    const outsider = await village.ctxAs("anggota-bpd");
    await expect(listResidents(outsider, filterOf(""), NOWHERE)).rejects.toThrow("tidak berwenang");
    await expect(findByNumber(outsider, NIK)).rejects.toThrow("tidak berwenang");
    await expect(loadResident(outsider, dead)).rejects.toThrow("tidak berwenang");
    await expect(revealResident(outsider, dead, "identity")).rejects.toThrow("tidak berwenang");
  });

  it("cannot see another village", async () => {
    const other = await createPopulationVillage();
    const stranger = await other.village.ctxAs("kasi-pemerintahan");
    expect((await listResidents(stranger, filterOf("status=semua"), NOWHERE)).hasAny).toBe(false);
    expect(await findByNumber(stranger, NIK)).toEqual([]);
    const [id = ""] = home.residentIds;
    await expect(loadResident(stranger, id)).rejects.toThrow("tidak ada");
    await expect(revealResident(stranger, id, "identity")).rejects.toThrow("tidak ada");
  });
});

describe("a person's page", () => {
  const factsOf = async (position: string, id = home.residentIds[0] ?? "") => {
    const { sections } = await loadResident(await village.ctxAs(position), id);
    return new Map(sections.flatMap(({ facts }) => facts.map(({ key, value }) => [key, value])));
  };

  it("shows numbers masked and protected groups to their holders alone", async () => {
    const head = await factsOf("kepala-desa");
    expect(head.get("nik")).toBe("5201************");
    expect(head.get("phone")).toBe("0812****1234");
    expect(head.get("disability")).toBe("Disabilitas fisik");
    expect(head.get("ethnicity")).toBe("Sasak");
    const operator = await factsOf("operator");
    expect(operator.get("nik")).toBe("5201************");
    expect([...operator.keys()]).not.toContain("disability");
    expect([...operator.keys()]).not.toContain("ethnicity");
    expect([...(await factsOf("kasi-pelayanan", home.residentIds[1])).keys()]).not.toContain("contraception");
    expect((await factsOf("kasi-kesejahteraan", home.residentIds[1])).get("contraception")).toBe("Suntik");
  });

  it("asks of a child's protected fields the permission for children besides", async () => {
    const child = home.residentIds[2] ?? "";
    expect((await factsOf("kasi-kesejahteraan", child)).get("disability")).toBe("Tidak ada");
    await expect(revealResident(await village.ctxAs("kasi-pelayanan"), child, "identity")).rejects.toThrow(
      "berwenang",
    );
    expect(await revealResident(kasi, child, "identity")).toMatchObject({
      nik: "5201090905150003",
      kkNumber: KK,
    });
  });

  it("says why a NIK is doubted, and of the dead no part in the family", async () => {
    const { residentIds } = await seedHousehold(village.anonymous(), {
      members: [
        { name: "Amaq Ragu", nik: "5201094302880001", sex: 1, birthDate: "1988-02-03" },
        { name: "Amaq Mendiang", status: 2, familyRole: 1 },
      ],
    });
    const [doubted = "", late = ""] = residentIds;
    expect((await loadResident(kasi, doubted)).nikDoubts).toEqual([
      "Menurut NIK ini pemegangnya perempuan, padahal yang diisi laki-laki.",
    ]);
    expect((await loadResident(kasi, late)).family).toMatchObject({ role: null });
  });

  it("comes in one round trip, with card, members and history", async () => {
    village.takeRoundTrips();
    const { family, members, events } = await loadResident(kasi, home.residentIds[0] ?? "");
    expect(village.takeRoundTrips()).toBe(1);
    expect(family).toMatchObject({ id: home.familyId, number: "5201************", role: "Kepala keluarga" });
    expect(members.map(({ name }) => name)).toEqual(["Nur Hayati", "Ahmad Anak"]);
    expect(events.map(({ kind }) => kind)).toEqual(["opening"]);
  });

  it("shows numbers in full once the access log holds who looked, one row a look", async () => {
    const before = (await kasi.db.select().from(accessLog)).length;
    const [id = ""] = home.residentIds;
    expect(await revealResident(kasi, id, "identity")).toEqual({ nik: NIK, kkNumber: KK });
    const log = await kasi.db.select().from(accessLog);
    expect(log).toHaveLength(before + 1);
    expect(log.at(-1)).toMatchObject({ kind: "reveal", what: "residents.identity", subjectId: id });
    expect(JSON.stringify(log)).not.toContain(NIK);
    await expect(revealResident(kasi, id, "contact")).rejects.toThrow("berwenang");
    await expect(revealResident(await village.ctxAs("operator"), id, "identity")).rejects.toThrow(
      "berwenang",
    );
  });

  it("is read for papers with texts, address in one line and numbers in full", async () => {
    const person = await readPerson(kasi, kasi.db, home.residentIds[0] ?? "");
    expect(person).toMatchObject({
      name: "Djoko Soekarno",
      nik: NIK,
      kkNumber: KK,
      sexText: "Laki-laki",
      religionText: "Islam",
      address: "Jl. Melati No. 3, RT 02, RW 01, Dusun Montong",
      familyRoleText: "Kepala keluarga",
      status: 1,
    });
    const family = await readFamily(kasi, kasi.db, home.familyId);
    expect(family.map(({ name }) => name)).toEqual(["Djoko Soekarno", "Nur Hayati", "Ahmad Anak"]);
    await expect(readPerson(kasi, kasi.db, "tidak-ada")).rejects.toThrow("tidak ada");
    expect((await readPerson(kasi, kasi.db, guest)).familyId).toBeNull();
  });
});
