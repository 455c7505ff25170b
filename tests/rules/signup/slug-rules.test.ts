import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RESERVED_SLUGS, slugProblem, suggestSlugs } from "#app/modules/signup/slug-rules.ts";

describe("slugProblem", () => {
  it.each(["senggigi", "batu-layar", "tumpok-40", "abc", "a1b", "x".repeat(40)])("lets %s pass", (slug) => {
    expect(slugProblem(slug)).toBeNull();
  });

  it.each([
    ["", "length"],
    ["ab", "length"],
    ["x".repeat(41), "length"],
    ["-abc", "letters"],
    ["abc-", "letters"],
    ["Abc", "letters"],
    ["a b c", "letters"],
    ["desa.x", "letters"],
    ["désa", "letters"],
    ["xn--80a", "letters"],
    ["a<script", "letters"],
    ["www", "reserved"],
    ["berkas", "reserved"],
    ["operator", "reserved"],
    ["kabupaten", "reserved"],
    ["ns1", "reserved"],
  ])("refuses %s for its %s", (slug, problem) => {
    expect(slugProblem(slug)).toBe(problem);
  });

  it("lets only names pass that are one label of a host", () => {
    const letters = fc.array(fc.constantFrom("a", "z", "0", "9", "-", ".", "A", "é", " ", "/"), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(letters, (list) => {
        const text = list.join("");
        if (slugProblem(text) !== null) return;
        expect(text).toMatch(/^[a-z0-9-]{3,40}$/);
        expect(new URL(`http://${text}.contoh.id/`).hostname).toBe(`${text}.contoh.id`);
      }),
      { numRuns: 500 },
    );
  });
});

describe("suggestSlugs", () => {
  const names = {
    code: "52.01.14.2006",
    desa: "Senggigi",
    kecamatan: "Batulayar",
    kabupaten: "Kabupaten Lombok Barat",
  };

  it("goes from the plain name to one that no other village can have", () => {
    expect(suggestSlugs(names)).toEqual([
      "senggigi",
      "senggigi-batulayar",
      "senggigi-lombokbarat",
      "senggigi-5201142006",
    ]);
  });

  it("leaves out a name that Balai keeps for itself, and marks and spaces", () => {
    expect(suggestSlugs({ ...names, desa: "Balai" })[0]).toBe("balai-batulayar");
    expect(suggestSlugs({ ...names, desa: "Pasi Kuala Ba'u" })[0]).toBe("pasikualabau");
  });

  it("gives only names that may be used, one of them the village's own, for every name", () => {
    const name = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(name, name, name, (desa, kecamatan, kabupaten) => {
        const wishes = suggestSlugs({ code: names.code, desa, kecamatan, kabupaten });
        for (const wish of wishes) expect(slugProblem(wish)).toBeNull();
        expect(wishes.at(-1)).toContain("5201142006");
      }),
    );
  });

  it("suggests nothing that is reserved", () => {
    for (const desa of RESERVED_SLUGS) expect(suggestSlugs({ ...names, desa })).not.toContain(desa);
  });
});
