import { describe, expect, it } from "vitest";
import { field } from "#app/modules/letters/kind-parts.ts";
import { letterFacts } from "#app/modules/letters/letter-facts.ts";

const FIELDS = [
  field("meninggal", "Tanggal meninggal", "date"),
  field("omzet", "Omzet sebulan", "money"),
  field("ahli", "Para ahli waris", "list", {
    columns: [
      { key: "nama", label: "Nama" },
      { key: "nik", label: "NIK" },
    ],
  }),
  field("camat", "Nama camat", "text", { optional: true }),
];
const CONTENT = {
  person: { name: "Siti Aminah", nik: "5201094107850001", address: "Jl. Melati 1" },
  fields: {
    meninggal: "2026-11-25",
    omzet: "2500000",
    ahli: [
      { nama: "Siti Aminah", nik: "5201094107850001" },
      { nama: "Rusdi", nik: "5201092105900143" },
    ],
    camat: null,
  },
};

describe("what a letter's page says of it", () => {
  it("writes days, amounts and lists as people do, and leaves out what is empty", () => {
    expect(letterFacts({ fields: FIELDS }, CONTENT, true)).toEqual([
      { label: "Pemohon", value: "Siti Aminah, 5201094107850001" },
      { label: "Alamat", value: "Jl. Melati 1" },
      { label: "Tanggal meninggal", value: "25 November 2026" },
      { label: "Omzet sebulan", value: "Rp2.500.000" },
      { label: "Para ahli waris", value: "Siti Aminah; Rusdi" },
    ]);
  });

  it("masks identifiers for whoever may not see them", () => {
    const said = JSON.stringify(letterFacts({ fields: FIELDS }, CONTENT, false));
    expect(said).toContain("5201************");
    expect(said).not.toContain("5201094107850001");
  });
});
