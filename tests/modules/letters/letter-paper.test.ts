import { describe, expect, it } from "vitest";
import { catalogueKind } from "#app/modules/letters/catalogue.ts";
import { renderLetter } from "#app/modules/letters/letter-paper.server.ts";
import { readPdfText } from "#tests/support/pdf-text.ts";
import { SITI, testFrame, testLetter } from "./letter-frame.ts";

function kindOf(key: string) {
  const kind = catalogueKind(key);
  if (!kind) throw new Error(key);
  return kind;
}

describe("a letter on paper", () => {
  const domicile = testLetter(kindOf("domisili"), {
    person: SITI,
    fields: { sejak: "2015", keperluan: "membuka rekening" },
  });

  it("says who, what and for what, with number, day and office", async () => {
    const [page = "", ...more] = await readPdfText(await renderLetter(domicile, { paper: "F4" }));
    expect(more).toEqual([]);
    for (const part of [
      "PEMERINTAH DESA SESELA",
      "SURAT KETERANGAN DOMISILI",
      "Nomor: 400.12.2.1/017/2026",
      "5201014107900001",
      "Sesela, 1 Juli 1990",
      "membuka rekening",
      "berlaku sampai dengan 24 Desember 2026",
      "Sesela, 24 November 2026",
      "Kepala Desa Sesela,",
      "H. Lalu Ahmad, S.H.",
      "Tanda tangan basah",
    ])
      expect(page).toContain(part);
  });

  it("says once what it says itself and the register too: the status of an N1", async () => {
    const parent = { name: "Orang Tua", maritalText: "Kawin" };
    const fields = { bin: "Mahsun", status: "Perawan", ayah: parent, ibu: parent };
    const n1 = testLetter(kindOf("n1"), { person: { ...SITI, maritalText: "Belum Kawin" }, fields });
    const [page = ""] = await readPdfText(await renderLetter(n1, { paper: "F4" }));
    expect(page.match(/Status perkawinan/g)).toHaveLength(3);
    expect(page).toContain("Perawan");
    expect(page).not.toContain("Belum Kawin");
  });

  it("gives the same bytes again, as PDF and as DOCX", async () => {
    for (const format of ["pdf", "docx"] as const) {
      const setup = { paper: "A4", format } as const;
      expect(await renderLetter(domicile, setup)).toEqual(await renderLetter(domicile, setup));
    }
  });

  it("leaves dots for number and day that are not known yet", async () => {
    const frame = testFrame({ numberText: null, date: null, validUntil: null });
    const draft = testLetter(kindOf("domisili"), { person: SITI, fields: { keperluan: "bank" } }, frame);
    const [page] = await readPdfText(await renderLetter(draft, { paper: "F4" }));
    expect(page).toContain("Nomor: ....");
    expect(page).toContain("Sesela, ....");
    expect(page).not.toContain("berlaku sampai");
  });
});
