import { parseWithZod } from "@conform-to/zod/v4";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { addResident } from "#app/modules/population/add-resident.server.ts";
import { balanceOf, type FlowRow, totalOf } from "#app/modules/population/balance-rules.ts";
import { flowStatement } from "#app/modules/population/balance-statements.server.ts";
import { changeResident } from "#app/modules/population/change-resident.server.ts";
import { BirthInput } from "#app/modules/population/event-input.ts";
import { loadResident } from "#app/modules/population/load-resident.server.ts";
import { readFamily, readPerson } from "#app/modules/population/read-person.server.ts";
import { recordBirth } from "#app/modules/population/record-birth.server.ts";
import {
  AddResidentInput,
  ChangeResidentInput,
  confirmationOf,
} from "#app/modules/population/resident-form.ts";
import { FieldError } from "#app/platform/errors.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { residentEvents, residents } from "#db/village/schema/population.ts";
import { termsAcceptances } from "#db/village/schema/privacy.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createPopulationVillage, type PopulationAreas } from "./population-village.ts";

let village: TestVillage;
let places: PopulationAreas;
let kasi: OfficeCtx;

beforeAll(async () => {
  ({ village, places } = await createPopulationVillage());
  kasi = await village.ctxAs("kasi-pemerintahan");
});

type Fields = Record<string, string>;

function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

function add(fields: Fields, ctx = kasi) {
  const whole = { cara: "sudah", jenis: "tetap", tanggal: "2026-11-01", kelamin: "1", kewarganegaraan: "1" };
  const parsed = parseWithZod(formOf({ ...whole, wilayah: places.rt, ...fields }), {
    schema: AddResidentInput,
  });
  if (parsed.status !== "success") throw new Error(JSON.stringify(parsed.error));
  return addResident(ctx, parsed.value);
}

const rowOf = async (id: string) => {
  const [row] = await kasi.db.select().from(residents).where(eq(residents.id, id));
  if (!row) throw new Error("no row");
  return row;
};

/** Sends the form as it stands with some fields otherwise. */
async function change(id: string, fields: Fields, ctx = kasi) {
  const row = await rowOf(id);
  const whole = {
    nama: row.name,
    kelamin: String(row.sex),
    tanggal_lahir: row.birthDate ?? "",
    pekerjaan: String(row.occupation ?? ""),
    kewarganegaraan: String(row.citizenship),
    hubungan: String(row.familyRole ?? ""),
    versi: String(row.version),
    sifat: "perubahan",
    tanggal: "2026-11-20",
  };
  const parsed = parseWithZod(formOf({ ...whole, ...fields }), { schema: ChangeResidentInput });
  if (parsed.status !== "success") throw new Error(JSON.stringify(parsed.error));
  return changeResident(ctx, id, parsed.value);
}

const fieldOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof FieldError ? error.field : String(error)),
  );

describe("adding a resident", () => {
  it("makes the head of a new card, found by its number by whoever joins it", async () => {
    const head = await add({
      nama: "Lalu Suwandi",
      nik: "5201 0912 0685 0001",
      tanggal_lahir: "1985-06-12",
      nomor_kk: "5201.0912.0615.0001",
      alamat: "Jl. Melati",
      pekerjaan: "9",
    });
    const wife = await add({
      nama: "Baiq Sri",
      kelamin: "2",
      nomor_kk: "5201091206150001",
      hubungan: "3",
      wilayah: "",
      cara: "datang",
      asal: "Mataram",
    });
    expect(wife.familyId).toBe(head.familyId);
    const person = await readPerson(kasi, kasi.db, wife.residentId);
    expect(person).toMatchObject({
      kkNumber: "5201091206150001",
      address: "Jl. Melati, RT 02, RW 01, Dusun Montong",
      familyRoleText: "Istri",
      kind: "permanent",
    });
    const family = await readFamily(kasi, kasi.db, head.familyId ?? "");
    expect(family.map(({ name }) => name)).toEqual(["Lalu Suwandi", "Baiq Sri"]);
    expect(await rowOf(head.residentId)).toMatchObject({
      nikState: "valid",
      hamletId: places.montong,
      areaId: places.rt,
      nameKey: "lalu suwandi",
      status: 1,
      statusSince: "2026-11-01",
    });
    const events = await kasi.db
      .select()
      .from(residentEvents)
      .where(eq(residentEvents.residentId, wife.residentId));
    expect(events.map(({ kind }) => kind)).toEqual(["move_in"]);
  });

  it("lets a card have one head, and begin with him", async () => {
    const { familyId } = await add({ nama: "Amaq Sahir" });
    const inCard = { keluarga: familyId ?? "" };
    expect(await fieldOf(add({ nama: "Kepala Dua", hubungan: "1", ...inCard }))).toBe("hubungan");
    expect(await fieldOf(add({ nama: "Tanpa Hubungan", ...inCard }))).toBe("hubungan");
    expect(await fieldOf(add({ nama: "Anak Dahulu", hubungan: "4" }))).toBe("hubungan");
    expect(await fieldOf(add({ nama: "Tanpa Wilayah", wilayah: "" }))).toBe("wilayah");
    expect(
      await fieldOf(add({ nama: "Wilayah Asing", wilayah: "01933333-0000-7000-8000-000000000000" })),
    ).toBe("wilayah");
    expect(
      await fieldOf(
        add({ nama: "Kartu Asing", keluarga: "01933333-0000-7000-8000-000000000000", hubungan: "4" }),
      ),
    ).toBe("nomor_kk");
    expect(await fieldOf(add({ nama: "Belum Tiba", tanggal: "2026-12-01" }))).toBe("happenedOn");
  });

  it("takes somebody for a time without a card", async () => {
    const { residentId, familyId } = await add({
      nama: "Tamu Jauh",
      jenis: "sementara",
      asal: "Bima",
      wilayah: places.senggigi,
    });
    expect(familyId).toBeNull();
    expect(await rowOf(residentId)).toMatchObject({
      kind: "temporary",
      origin: "Bima",
      hamletId: places.senggigi,
    });
  });

  it("warns of doubtful numbers and of whom they are taken by, and takes the same entries by the second button", async () => {
    const twin = { nama: "Lalu Suwandi Muda", nik: "5201091206850001", tanggal_lahir: "1985-06-12" };
    const refused = add(twin);
    await expect(refused).rejects.toThrow(/sudah tercatat pada Lalu Suwandi \(RT 02, RW 01, Montong\)/);
    await expect(refused).rejects.not.toThrow("5201091206850001");
    expect(await fieldOf(add(twin))).toBe("yakin");
    const mark = confirmationOf({
      nik: twin.nik,
      kk: null,
      name: twin.nama,
      birthDate: twin.tanggal_lahir,
      sex: 1,
    });
    expect(
      await fieldOf(add({ ...twin, nik: "5201091206850002", tanggal_lahir: "1985-06-13", yakin: mark })),
    ).toBe("yakin");
    const { residentId } = await add({ ...twin, yakin: mark });
    expect((await readPerson(kasi, kasi.db, residentId)).nik).toBe(twin.nik);
  });

  it("warns of a name and birth that are there already, and of a card's number that can't be", async () => {
    const same = { nama: "LALU  SUWANDI", tanggal_lahir: "1985-06-12" };
    await expect(add(same)).rejects.toThrow(/nama dan tanggal lahir yang sama: Lalu Suwandi/);
    await expect(add({ nama: "Nomor Aneh", nomor_kk: "12345" })).rejects.toThrow("16 angka");
  });

  it("does the same submit once", async () => {
    const once = await village.ctxAs("kasi-pemerintahan", { submitKey: "tambah-sekali" });
    const first = await add({ nama: "Inaq Sekali", kelamin: "2" }, once);
    expect(await add({ nama: "Inaq Sekali", kelamin: "2" }, once)).toEqual(first);
    const rows = await kasi.db.select().from(residents).where(eq(residents.name, "Inaq Sekali"));
    expect(rows).toHaveLength(1);
  });

  it("leaves out what the official may not write, and puts no number into logs or events in the clear", async () => {
    const operator = await village.ctxAs("operator");
    const { residentId } = await add(
      {
        nama: "Warga Operator",
        disabilitas: "1",
        suku: "Sasak",
        nik: "5201091212900007",
        tanggal_lahir: "1990-12-12",
      },
      operator,
    );
    expect(await rowOf(residentId)).toMatchObject({ disability: null, ethnicity: null, nikState: "valid" });
    const logs = [await kasi.db.select().from(auditLog), await kasi.db.select().from(residentEvents)];
    expect(JSON.stringify(logs)).not.toMatch(/5201091212900007|5201091206850001/);
  });

  it("refuses without permission or the village's terms", async () => {
    await expect(add({ nama: "Siapa Saja" }, await village.ctxAs("kaur-keuangan"))).rejects.toThrow(
      "berwenang",
    );
    const other = await createPopulationVillage();
    await other.village.db.delete(termsAcceptances);
    const stranger = await other.village.ctxAs("kasi-pemerintahan");
    await expect(add({ nama: "Siapa Saja", wilayah: other.places.rt }, stranger)).rejects.toThrow(
      "perjanjian",
    );
  });
});

describe("changing a resident", () => {
  it("writes what differs as a change from a day on, once", async () => {
    const { residentId } = await add({ nama: "Amaq Ganti", pekerjaan: "9", tanggal_lahir: "1970-01-02" });
    await change(residentId, { pekerjaan: "88", tanggal: "2026-11-15" });
    expect(await rowOf(residentId)).toMatchObject({ occupation: 88, version: 2 });
    const events = await kasi.db
      .select()
      .from(residentEvents)
      .where(eq(residentEvents.residentId, residentId));
    expect(events.at(-1)).toMatchObject({
      kind: "change",
      happenedOn: "2026-11-15",
      changes: { occupation: 88 },
    });
    expect(await fieldOf(change(residentId, {}))).toBe("");
    expect(await fieldOf(change(residentId, { pekerjaan: "9", tanggal: "" }))).toBe("tanggal");
    await expect(change(residentId, { pekerjaan: "9", versi: "1" })).rejects.toThrow("diubah orang lain");
  });

  it("corrects what was wrong all along, with a note", async () => {
    const { residentId } = await add({ nama: "Nama Salah", tanggal_lahir: "1971-01-02" });
    expect(await fieldOf(change(residentId, { nama: "Nama Betul", sifat: "pembetulan" }))).toBe("catatan");
    await change(residentId, { nama: "Nama Betul", sifat: "pembetulan", catatan: "Menurut KTP." });
    expect(await rowOf(residentId)).toMatchObject({ name: "Nama Betul", nameKey: "nama betul" });
  });

  it("keeps numbers that are not typed, empties them by a dash, and doubts new ones", async () => {
    const { residentId } = await add({
      nama: "Amaq Nomor",
      nik: "5201090202720005",
      tanggal_lahir: "1972-02-02",
      akta_lahir: "A/12",
    });
    await change(residentId, { telepon: "081270001234" });
    expect((await readPerson(kasi, kasi.db, residentId)).nik).toBe("5201090202720005");
    const born = { tanggal_lahir: "1972-02-03", sifat: "pembetulan", catatan: "Menurut akta." };
    expect(await fieldOf(change(residentId, born))).toBe("yakin");
    const mark = confirmationOf({ nik: null, kk: null, name: "Amaq Nomor", birthDate: "1972-02-03", sex: 1 });
    await change(residentId, { ...born, yakin: mark });
    expect(await rowOf(residentId)).toMatchObject({ nikState: "doubtful", birthDate: "1972-02-03" });
    await change(residentId, { nik: "-", akta_lahir: "-" });
    expect(await rowOf(residentId)).toMatchObject({
      nikState: "none",
      nikIndex: null,
      birthCertificateSealed: null,
    });
  });

  it("moves a birth with the day of birth: in the register, the recapitulation and what is a child's", async () => {
    const { residentId: head } = await add({ nama: "Inaq Lahir", kelamin: "2", tanggal: "2008-01-01" });
    const seen = { versi: "1", versiKk: "2" };
    const birth = { ...seen, tanggal: "2009-02-03", nama: "Anak Lahir", jk: "1", nik: "5201090302090001" };
    const { residentId } = await recordBirth(kasi, head, BirthInput.parse(birth));
    const counter = await village.ctxAs("kasi-pelayanan");
    const bornIn = async (year: number) => {
      const scope = { from: `${year}-01-01`, to: `${year}-12-31`, countsMissingAsMoved: true };
      return totalOf(balanceOf(await kasi.db.all<FlowRow>(flowStatement(scope))).born);
    };
    expect((await loadResident(counter, residentId)).revealable).toEqual([]);
    expect(await bornIn(2009)).toBe(1);
    expect(await fieldOf(change(residentId, { tanggal_lahir: "2008-11-23" }))).toBe("tanggal_lahir");
    const right = { sifat: "pembetulan", catatan: "Menurut akta.", nik: "5201092311080001" };
    await change(residentId, { ...right, tanggal_lahir: "2008-11-23" });
    expect(await rowOf(residentId)).toMatchObject({ birthDate: "2008-11-23", statusSince: "2008-11-23" });
    expect([await bornIn(2009), await bornIn(2008)]).toEqual([0, 1]);
    expect((await loadResident(counter, residentId)).revealable).toEqual(["identity"]);
    const tooLate = { sifat: "pembetulan", catatan: "Keliru.", nik: "-", tanggal_lahir: "2026-12-31" };
    expect(await fieldOf(change(residentId, tooLate))).toBe("tanggal_lahir");
  });

  it("leaves each card one head", async () => {
    const { residentId, familyId } = await add({ nama: "Amaq Kepala" });
    const { residentId: child } = await add({ nama: "Anak Satu", keluarga: familyId ?? "", hubungan: "4" });
    expect(await fieldOf(change(residentId, { hubungan: "9" }))).toBe("hubungan");
    expect(await fieldOf(change(child, { hubungan: "1" }))).toBe("hubungan");
    await change(child, { hubungan: "6" });
    expect(await rowOf(child)).toMatchObject({ familyRole: 6 });
  });

  it("moves somebody without a card inside the village by an event of its own", async () => {
    const { residentId } = await add({ nama: "Tamu Pindah", jenis: "sementara", asal: "Bima" });
    await change(residentId, { wilayah: places.senggigi, asal: "Bima" });
    expect(await rowOf(residentId)).toMatchObject({ areaId: places.senggigi, hamletId: places.senggigi });
    const events = await kasi.db
      .select()
      .from(residentEvents)
      .where(eq(residentEvents.residentId, residentId));
    expect(events.map(({ kind }) => kind)).toEqual(["opening", "move_inside"]);
  });

  it("refuses without permission, and cannot see another village", async () => {
    const { residentId } = await add({ nama: "Amaq Milik" });
    await expect(change(residentId, { pekerjaan: "1" }, await village.ctxAs("kaur-umum"))).rejects.toThrow(
      "berwenang",
    );
    const other = await createPopulationVillage();
    const stranger = await other.village.ctxAs("kasi-pemerintahan");
    await expect(change(residentId, { pekerjaan: "1" }, stranger)).rejects.toThrow("tidak ada");
  });
});
