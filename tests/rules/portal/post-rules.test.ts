import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  excerptOf,
  freeSlug,
  isCurrent,
  photoProblem,
  slugOf,
  textBlocks,
} from "#app/modules/portal/post-rules.ts";
import { holdsIdentityNumber } from "#app/platform/privacy/identity-number-rules.ts";

describe("the small text rules", () => {
  it("part paragraphs at blank lines and gather lines with a dash into lists", () => {
    expect(
      textBlocks("Warga diundang.\r\nBawa alat.\n\n- cangkul\n-  sabit\nTerima kasih.\n \n-bukan daftar"),
    ).toEqual([
      { kind: "paragraph", lines: ["Warga diundang.", "Bawa alat."] },
      { kind: "list", items: ["cangkul", "sabit"] },
      { kind: "paragraph", lines: ["Terima kasih."] },
      { kind: "paragraph", lines: ["-bukan daftar"] },
    ]);
  });

  it("lose no word, whatever is written", () => {
    const words = (text: string) => text.split(/[\s-]+/).filter(Boolean);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "-", "<"), maxLength: 60 }),
        (text) => {
          const shown = textBlocks(text).flatMap((block) =>
            block.kind === "list" ? block.items : block.lines,
          );
          expect(words(shown.join(" "))).toEqual(words(text));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("cut an excerpt between words", () => {
    const excerpt = excerptOf(`- ${"kata ".repeat(60)}`);
    expect(excerpt).toMatch(/^(kata )+kata…$/);
    expect(excerpt.length).toBeLessThanOrEqual(161);
    expect(excerptOf("- pendek\nsekali")).toBe("pendek sekali");
    expect(excerptOf("Bawa:\n\n- cangkul\n- sabit\nTerima kasih.")).toBe(
      "Bawa: cangkul, sabit Terima kasih.",
    );
  });
});

describe("the address of a post", () => {
  it.each([
    ["Kerja Bakti, Jumat 27/11!", "kerja-bakti-jumat-27-11"],
    ["Ruwahan di Ḥalaman", "ruwahan-di-halaman"],
    ["???", "tulisan"],
    [`${"panjang ".repeat(20)}`, "panjang-panjang-panjang-panjang-panjang-panjang-panjang-panj"],
  ])("of %j", (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it("is never one that is taken", () => {
    expect(freeSlug("bakti", new Set())).toBe("bakti");
    expect(freeSlug("bakti", new Set(["bakti", "bakti-2", "bakti-4"]))).toBe("bakti-3");
  });
});

describe("what keeps a post from everybody", () => {
  it.each([
    [{ photoId: null, photoText: null, hasConsent: false }, null],
    [{ photoId: "f", photoText: null, hasConsent: true }, "teks_foto"],
    [{ photoId: "f", photoText: "Sawah", hasConsent: false }, "izin_foto"],
    [{ photoId: "f", photoText: "Sawah", hasConsent: true }, null],
  ])("is a photo without words or consent: %j", (post, problem) => {
    expect(photoProblem(post)).toBe(problem);
  });

  it("is a day that has passed, for an announcement on the front", () => {
    expect(isCurrent({ shownUntil: "2026-11-24" }, "2026-11-24")).toBe(true);
    expect(isCurrent({ shownUntil: "2026-11-23" }, "2026-11-24")).toBe(false);
    expect(isCurrent({ shownUntil: null }, "2026-11-24")).toBe(true);
  });

  it.each([
    ["NIK 5201145206900003", true],
    ["52.01.14.520690.0003", true],
    ["5201 1452 0690 0003", true],
    ["Rekening 12345678901234567", false],
    ["Telepon 0812-3456-7890", false],
    ["Rp1.250.000 untuk 2026", false],
  ])("is what looks like a NIK: %j", (text, isFound) => {
    expect(holdsIdentityNumber(text)).toBe(isFound);
  });
});
