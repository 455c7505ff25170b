import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATALOGUE } from "#app/modules/letters/catalogue.ts";
import { checkTemplate } from "#app/modules/letters/check-template.ts";
import { field, kind } from "#app/modules/letters/kind-parts.ts";
import { plainText } from "#app/platform/document/rich-text.ts";
import { DomainError } from "#app/platform/errors.ts";
import { SITI, testLetter } from "./letter-frame.ts";

const heirs = field("ahli", "Ahli waris", "list", { columns: [{ key: "nama", label: "Nama" }] });
const withFields = (template: string) =>
  kind({
    key: "uji",
    title: "Surat Uji",
    purpose: "Uji.",
    classification: "000",
    template,
    fields: [field("sejak", "Sejak", "text", { optional: true }), heirs],
  });

function problemOf(template: string): string {
  try {
    checkTemplate(withFields(template));
  } catch (error) {
    if (error instanceof DomainError) return error.message;
    throw error;
  }
  return "";
}

describe("a template", () => {
  it.each(CATALOGUE.map((each) => [each.key, each] as const))("of the catalogue holds: %s", (_key, each) => {
    expect(() => checkTemplate(each)).not.toThrow();
  });

  it.each([
    ["satu\n{{ orang.umur }}", "Baris 2", "orang.nama"],
    ["{{ isian.warna }}", "Baris 1", "isian.sejak"],
    ["{{ orang }}", "Baris 1", "orang.nama"],
    ["{{ orang.pekerjan }}", "Baris 1", "Yang mirip: orang.pekerjaan,"],
    ["{{ oran.nama }}", "Baris 1", "Yang mirip: orang.nama,"],
    ["a\nSaya {orang.nama} setuju", "Baris 2", "Pakai kurung ganda: {{ orang.nama }}"],
    ["{ nama }", "Baris 1", "{nama} akan tercetak apa adanya"],
    ["a\n\n{{ orang.nama", "Baris 3", "}}"],
    ["{% include 'x' %}", "Baris 1", "include"],
    ["{% render 'x' %}", "Baris 1", "render"],
    ["{% capture x %}a{% endcapture %}", "Baris 1", "capture"],
    ["{{ orang.nama | raw }}", "Baris 1", "raw"],
    ["{{ orang.nama | where: 'a' }}", "Baris 1", "where"],
    ["a\n{% if orang.nama %}\nb", "Baris 2", "if"],
    ["{% for a in isian.ahli %}\n{% for b in isian.ahli %}\n{% endfor %}\n{% endfor %}", "Baris 2", "for"],
    ["{% for a in isian.ahli %}\n{{ a.umur }}\n{% endfor %}", "Baris 2", "a.umur"],
    ["a\n**tebal", "Baris 2", "**"],
    ["@gambar", "Baris 1", "@identitas"],
    ["@identitas isian.sejak", "Baris 1", "isian.sejak"],
    ["@ttd Ayah", "Baris 1", "@ttd"],
    ["{{ orang['nama'] }}{{ orang[isian.sejak] }}", "Baris 1", "titik"],
    ["", "", "kosong"],
    ["x".repeat(20_001), "", "terlalu panjang"],
    ["a\n{% for i in (1..100000) %}\nx\n{% endfor %}", "Baris 2", "daftar"],
    ['a\n{% assign a = "" | default: "", b: "}" | default: (1..100000) %}\nx', "Baris 2", "daftar"],
    ['{% if "}" == (1..100000) %}\nx\n{% endif %}', "Baris 1", "daftar"],
    ['{{ orang.nama | default: ")", b: (1..100000) }}', "Baris 1", "daftar"],
    [
      `{% assign x = orang.nama %}\n{% for a in isian.ahli %}\n${"{% assign x = x | append: x %}\n".repeat(30)}{% endfor %}`,
      "",
      "terlalu panjang",
    ],
  ])("is refused with its line and the mend: %j", (template, line, mend) => {
    const problem = problemOf(template);
    expect(problem).toContain(line);
    expect(problem).toContain(mend);
  });

  it("offers the few names that come nearest to an unknown one, not all of them", () => {
    const [, near = ""] =
      /Yang mirip: ([^.]*\.[^ ]*(?:, [^ ]*)*)\. Semua/.exec(problemOf("{{ orang.umur }}")) ?? [];
    expect(near.split(", ")).toHaveLength(4);
    expect(near.split(", ").every((name) => name.startsWith("orang."))).toBe(true);
  });

  it("that is any text is drawn or refused in a sentence, never in another way", () => {
    const piece = fc.constantFrom(
      "{{ orang.nama }}",
      "{%",
      "%}",
      "{{",
      "}}",
      "{% if isian.sejak %}",
      "{% endif %}",
      "{% else %}",
      "{% for a in isian.ahli %}",
      "{% endfor %}",
      "{{ a.nama | upcase }}",
      "{% assign x = orang.nama | append: x %}",
      "# ",
      "- ",
      "1. ",
      " :: ",
      "@ttd ",
      "@identitas orang",
      "**",
      "\n",
      "---",
      "> ",
      "| size",
      "(1..9)",
      "\ue000",
      "{{ '' | default: orang }}",
      "constructor",
      "__proto__",
      "{{ orang.__proto__ }}",
    );
    const text = fc.array(fc.oneof(piece, fc.string({ unit: "grapheme", maxLength: 8 })), { maxLength: 20 });
    fc.assert(
      fc.property(text, (parts) => {
        problemOf(parts.join(""));
      }),
      { numRuns: 100 },
    );
  });
});

describe("a value", () => {
  it("is text wherever it stands, whatever it looks like", () => {
    const shape = withFields(
      "{{ orang.nama }}\n- {{ isian.sejak }}\nLabel :: {{ orang.nama }}\n@ttd Saksi | {{ orang.nama }}",
    );
    const value = fc.oneof(
      fc.constantFrom(
        "# x",
        "---",
        "@ttd",
        "**tebal**",
        "{{ orang.nik }}",
        "{% if %}",
        "a :: b",
        "\ue0000\ue001",
        "$&",
        "- a\n- b",
      ),
      fc.string({ unit: "grapheme" }),
    );
    fc.assert(
      fc.property(value, (name) => {
        const { blocks } = testLetter(shape, { person: { ...SITI, name }, fields: { sejak: name } });
        const body = blocks.filter(({ type }) => type !== "letterhead" && type !== "title");
        expect(body.map(({ type }) => type)).toEqual([
          "paragraph",
          "list",
          "facts",
          "paragraph",
          "signatures",
        ]);
        const [first] = body;
        const kept = name
          .replace(/[\ue000-\uf8ff]/g, "")
          .replace(/\r\n?/g, "\n")
          .replace(/\t/g, " ");
        const shown = kept.replace(/(?!\n)\p{Cc}|\p{Cs}/gu, "");
        if (first?.type === "paragraph") expect(plainText(first.text)).toBe(shown);
      }),
      { numRuns: 100 },
    );
  });
});
