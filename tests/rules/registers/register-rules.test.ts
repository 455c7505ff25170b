import { describe, expect, it } from "vitest";
import { fullHeader, REGISTER_COLUMNS } from "#app/modules/registers/register-columns.ts";
import {
  choiceQuery,
  findRegister,
  parseRegisterFile,
  type Register,
  readChoice,
} from "#app/modules/registers/register-rules.ts";

const TODAY = "2026-11-24";
const of = (key: string) => findRegister(key) as Register;
const asked = (key: string, query: string) => readChoice(of(key), new URLSearchParams(query), TODAY);

describe("registers", () => {
  it("have the columns of the annex", () => {
    const widths = Object.entries(REGISTER_COLUMNS).map(([key, columns]) => [key, columns.length]);
    expect(Object.fromEntries(widths)).toMatchObject({
      peraturan: 10,
      keputusan: 6,
      induk: 16,
      mutasi: 13,
      rekapitulasi: 33,
      sementara: 15,
      "ktp-kk": 19,
    });
    const names = REGISTER_COLUMNS.rekapitulasi.map(fullHeader);
    expect(new Set(names).size).toBe(names.length);
  });

  it("are asked for a day that has come, or a whole month", () => {
    expect(asked("induk", "tanggal=2026-03-31")).toEqual({ from: "2026-01-01", to: "2026-03-31" });
    for (const wrong of ["", "tanggal=2026-02-30", "tanggal=2026-11-25", "tanggal=1066-10-14"])
      expect(asked("induk", wrong).to).toBe(TODAY);
    expect(asked("mutasi", "bulan=2026-02")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect(asked("mutasi", "bulan=2027-02")).toEqual({ from: "2026-11-01", to: "2026-11-30" });
  });

  it("stand in addresses so that they are read again", () => {
    for (const [key, query] of [
      ["induk", "tanggal=2026-03-31"],
      ["mutasi", "bulan=2025-12"],
      ["induk", ""],
    ] as const)
      expect(choiceQuery(of(key), asked(key, query), TODAY).toString()).toBe(query);
  });

  it("are files by their names alone", () => {
    expect(parseRegisterFile("ktp-kk.xlsx")).toMatchObject({ register: { annex: "B.5" }, format: "xlsx" });
    for (const wrong of ["induk.docx", "bukan.csv", "induk.pdf.exe", "../induk.pdf"])
      expect(parseRegisterFile(wrong)).toBeNull();
  });
});
