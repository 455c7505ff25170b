import { describe, expect, it } from "vitest";
import { z } from "zod";
import { speakPlainly } from "#app/platform/http/plain-messages.ts";

speakPlainly();

function sentenceOf(schema: z.ZodType, value: unknown): string | undefined {
  return schema.safeParse(value).error?.issues[0]?.message;
}

describe("a schema without words of its own", () => {
  it.each([
    ["a missing text", z.string(), undefined, "Isian ini wajib diisi."],
    ["an empty text", z.string().min(1), "", "Isian ini wajib diisi."],
    ["a long text", z.string().max(3), "empat", "Paling panjang 3 huruf. Ringkaslah isian ini."],
    ["a small number", z.number().min(1), 0, "Isi angka paling kecil 1."],
    ["a great number", z.number().max(9), 10, "Isi angka paling besar 9."],
    [
      "too many choices",
      z.array(z.string()).max(1),
      ["a", "b"],
      "Paling banyak 1 pilihan. Kurangi pilihannya.",
    ],
    ["an unknown choice", z.enum(["a"]), "b", "Pilihan ini tidak ada dalam daftar. Pilih lagi."],
    ["another type", z.string(), 7, "Isian ini tidak dikenali. Periksa, lalu isi lagi."],
    ["no number", z.coerce.number(), "tujuh", "Isian ini tidak dikenali. Periksa, lalu isi lagi."],
  ])("says Indonesian words of %s", (_what, schema, value, sentence) => {
    expect(sentenceOf(schema, value)).toBe(sentence);
  });

  it("sends people to a fresh page where a hidden field is wrong, which nobody can mend", () => {
    const schema = z.object({ versi: z.coerce.number().int().min(1) });
    expect(sentenceOf(schema, { versi: "x" })).toBe("Formulir ini tidak lengkap. Muat ulang halamannya.");
  });

  it("leaves a schema's own words alone", () => {
    expect(sentenceOf(z.string({ error: "Isi nama." }), undefined)).toBe("Isi nama.");
  });
});
