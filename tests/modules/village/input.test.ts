import { describe, expect, it } from "vitest";
import {
  SaveBookNumbersInput,
  SaveLetterheadInput,
  SaveLocalTermsInput,
} from "#app/modules/village/input.ts";

function sentences(result: { success: boolean; error?: { issues: { message: string }[] } }): string[] {
  return result.error?.issues.map((issue) => issue.message) ?? [];
}

describe("sentences about settings", () => {
  it("name the book whose number is none", () => {
    const form = { tahun: "2026", angka_surat_keluar: "dua", angka_perdes: "-1" };
    const [first, second] = sentences(SaveBookNumbersInput.safeParse(form));
    expect(first).toMatch(/^Surat keluar: isi dengan angka bulat/);
    expect(second).toMatch(/^Peraturan Desa: isi dengan angka bulat/);
  });

  it("name the line of the kop that is too long", () => {
    const form = { baris: `PEMERINTAH KABUPATEN\n${"DESA ".repeat(20)}` };
    expect(sentences(SaveLetterheadInput.safeParse(form))).toEqual([
      expect.stringMatching(/^Baris 2 \(“DESA DESA .*berisi 99 huruf/),
    ]);
  });

  it("take no number for a local name", () => {
    const names = { zona: "WIB", sebutan_desa: "Gampong", sebutan_kepala: "Keuchik", sebutan_dusun: "123" };
    expect(sentences(SaveLocalTermsInput.safeParse(names))).toEqual([expect.stringContaining("tanpa angka")]);
    expect(SaveLocalTermsInput.safeParse({ ...names, sebutan_dusun: "Jurong" }).success).toBe(true);
  });
});
