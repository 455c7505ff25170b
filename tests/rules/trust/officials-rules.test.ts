import { describe, expect, it } from "vitest";
import { findHeading, type OfficialHeading, parseOfficials } from "#app/modules/trust/officials-rules.ts";

const HEAD = ["No", "Kode Desa", "Nama Lengkap", "Jabatan", "Nomor SK", "No. HP/WA"];
const KNOWN = new Set(["52.01.14.2006", "52.01.14.2001"]);

const parse = (...rows: string[][]) => {
  const sheet = [["DAFTAR PERANGKAT DESA 2026"], [], HEAD, ...rows];
  return parseOfficials(sheet, findHeading(sheet) as OfficialHeading, KNOWN);
};
const row = (changes: Partial<Record<number, string>> = {}) =>
  ["1", "5201142006", "H. Sahrum", "Kepala Desa", "141/012/PEM/2024", "081234567890"].map(
    (cell, at) => changes[at] ?? cell,
  );

describe("the heading of a kabupaten's list", () => {
  it("is found below a title, by the names that lists bear", () => {
    expect(findHeading([["Daftar"], HEAD])).toEqual({
      row: 1,
      columns: { code: 1, name: 2, position: 3, decree: 4, phone: 5 },
    });
    expect(findHeading([["kode wilayah", "NAMA", "jabatan", "no sk", "telepon"]])).toMatchObject({ row: 0 });
    expect(
      findHeading([["KODE", "Nama Perangkat Desa", "Jabatan", "SK Pengangkatan", "WhatsApp"]]),
    ).toMatchObject({
      row: 0,
    });
  });

  it("says which columns no row has", () => {
    expect(findHeading([["Kode Desa", "Nama", "Jabatan", "Keterangan"]])).toEqual(["decree", "phone"]);
    expect(findHeading([])).toEqual(["code", "name", "position", "decree", "phone"]);
  });
});

describe("the rows of a list", () => {
  it("become officials as matches compare them, also where the sheet has eaten a phone's zero", () => {
    expect(
      parse(row(), row({ 2: "Aminah, S.Pd", 5: "81299900011" }), ["", "", "", "", "", ""]).officials,
    ).toEqual([
      {
        regionCode: "52.01.14.2006",
        position: "Kepala Desa",
        name: "H. Sahrum",
        nameKey: "sahrum",
        decree: "141/012/PEM/2024",
        decreeKey: "141/12/pem/2024",
        phone: "6281234567890",
      },
      expect.objectContaining({ nameKey: "aminah", phone: "6281299900011" }),
    ]);
  });

  it.each([
    ["a code of nine digits", { 1: "520114200" }, /sepuluh angka/],
    ["a kelurahan", { 1: "52.71.01.1001" }, /kelurahan/],
    ["a village of another kabupaten", { 1: "52.02.01.2001" }, /bukan desa di kabupaten Anda/],
    ["no name", { 2: "" }, /Nama kosong/],
    ["no position", { 3: "" }, /Jabatan kosong/],
    ["a decree without digits", { 4: "ada" }, /Nomor SK/],
    ["a phone that is none", { 5: "tidak ada" }, /Nomor telepon/],
  ])("are left out with row and reason: %s", (_, changes, reason) => {
    const { officials, problems } = parse(row(changes), row());
    expect(officials).toHaveLength(1);
    expect(problems).toEqual([{ row: 4, sentence: expect.stringMatching(reason) }]);
  });

  it("are taken once, and no reason repeats a phone", () => {
    const { officials, problems } = parse(row(), row({ 2: "SAHRUM" }), row({ 5: "08123456789012345678" }));
    expect([officials.length, problems.map((each) => each.row)]).toEqual([1, [5, 6]]);
    expect(JSON.stringify(problems)).not.toMatch(/0812345/);
  });
});
