import { describe, expect, it } from "vitest";
import { catalogueKind } from "#app/modules/letters/catalogue.ts";
import { field, kind } from "#app/modules/letters/kind-parts.ts";
import { renderLetter } from "#app/modules/letters/letter-paper.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { readPdf, readPdfText } from "#tests/support/pdf-text.ts";
import { SITI, testFrame, testLetter } from "./letter-frame.ts";

const general = catalogueKind("umum");
const letterOf = (name: string, isi = "benar tinggal di desa ini") => {
  if (!general) throw new Error("umum");
  return testLetter(general, { person: { ...SITI, name }, fields: { isi, keperluan: "bank" } });
};

describe("a name on a letter", () => {
  it.each(["Muḥammad Ḍiyāʾ al-Dīn", "Łukasz Đặng Ŋoro", "Siti’ Nur’aini Ⱥ"])(
    "is printed letter by letter: %s",
    async (name) => {
      const setup = { paper: "F4" } as const;
      const bytes = await renderLetter(letterOf(name), setup);
      expect((await readPdfText(bytes))[0]).toContain(name);
      expect(bytes).toEqual(await renderLetter(letterOf(name), setup));
    },
  );

  it("of marks and letters apart is printed composed", async () => {
    const [page] = await readPdfText(await renderLetter(letterOf("Muh\u0323ammad"), { paper: "A4" }));
    expect(page).toContain("Muḥammad");
  });

  it("that no font of ours shows is refused, naming the letters; the copy for Word keeps it", async () => {
    const refusal = await renderLetter(letterOf("阿里 Ali"), { paper: "F4" }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(ConflictError);
    expect(String(refusal)).toContain("阿 里");
    const copy = await renderLetter(letterOf("阿里 Ali"), { paper: "F4", format: "docx" });
    expect(copy.length).toBeGreaterThan(1_000);
  });
});

describe("who signs", () => {
  const long = kind({
    key: "panjang",
    title: "Surat Panjang",
    purpose: "Uji.",
    classification: "000",
    validity: null,
    fields: [field("isi", "Isi", "long")],
    template: "{{ isian.isi }}",
  });

  it("never stands on a page alone, however long the letter is", async () => {
    for (let lines = 30; lines <= 60; lines += 2) {
      const isi = Array.from({ length: lines }, (_, at) => `baris ${at + 1}`).join("\n");
      const pages = await readPdf(
        await renderLetter(testLetter(long, { person: SITI, fields: { isi } }), { paper: "A4" }),
      );
      const last = pages.at(-1)?.text ?? "";
      expect([lines, last.includes("H. Lalu Ahmad"), /baris \d/.test(last)]).toEqual([lines, true, true]);
    }
  });

  it("is told on paper by how he signed", async () => {
    for (const [signatureKind, sentence] of [
      ["bsre", "Pasal 5 ayat (1)"],
      ["system", "bukan tanda tangan elektronik tersertifikasi"],
      ["wet", "Tanda tangan basah"],
    ] as const) {
      const letter = testLetter(long, { person: SITI, fields: { isi: "x" } }, testFrame({ signatureKind }));
      const [page] = await readPdfText(await renderLetter(letter, { paper: "F4" }));
      expect(page).toContain(sentence);
    }
  });
});
