import { describe, expect, it } from "vitest";
import { CATALOGUE } from "#app/modules/letters/catalogue.ts";
import { CLASS_PATTERN, CLASSES } from "#app/modules/letters/class-rules.ts";
import { applyChanges, changesOf } from "#app/modules/letters/kind-rules.ts";

const byKey = (key: string) => {
  const kind = CATALOGUE.find((each) => each.key === key);
  if (!kind) throw new Error(key);
  return kind;
};

describe("the catalogue of letters", () => {
  it("names each kind once, and each field of a kind", () => {
    const keys = CATALOGUE.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { key, fields } of CATALOGUE) {
      const names = fields.map((field) => field.key);
      expect([key, new Set(names).size]).toEqual([key, names.length]);
      expect(names.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
    }
  });

  it("classifies each kind by a code that the seed knows", () => {
    const codes = CLASSES.map(({ code }) => code);
    expect(codes.filter((code) => !CLASS_PATTERN.test(code))).toEqual([]);
    expect(CATALOGUE.filter(({ classification }) => !codes.includes(classification))).toEqual([]);
  });

  it("leaves off what no rule asks for any more, and says which rule", () => {
    expect(CATALOGUE.filter(({ isOn }) => !isOn).map(({ key }) => key)).toEqual([
      "pengantar-pindah",
      "pengantar-ktp-kk",
    ]);
    expect(byKey("pengantar-ktp-kk").standing.rule).toContain("108/2019");
  });

  it("lets only death and inheritance be about the dead", () => {
    const aboutDead = CATALOGUE.filter(({ subjects }) => subjects.includes("dead")).map(({ key }) => key);
    expect(aboutDead).toEqual(["kematian", "ahli-waris"]);
  });

  it("certifies what the village knows or was told, and nobody's property", () => {
    const own = /\b(milik|kepemilikan|bukti hak)\b/i;
    const told = CATALOGUE.filter(({ template }) => own.test(template.replace("bukan bukti hak", "")));
    expect(told.map(({ key }) => key)).toEqual([]);
    const certifying = CATALOGUE.filter(({ heading }) => heading.startsWith("SURAT KETERANGAN"));
    expect(certifying.filter(({ template }) => !/pengetahuan kami|keterangan/.test(template))).toEqual([]);
  });

  it("names the edition of each marriage form", () => {
    for (const key of ["n1", "n2", "n4", "n5", "n6"]) expect(byKey(key).formVersion).toContain("473");
  });
});

describe("a village's changes of a kind", () => {
  it("are only the parts that differ, and come back as they were", () => {
    const kind = byKey("domisili");
    const wanted = { ...kind, title: "Keterangan Tempat Tinggal", validity: null };
    const changes = changesOf(kind, wanted);
    expect(changes).toEqual({ title: "Keterangan Tempat Tinggal", validity: null });
    expect(applyChanges(kind, changes)).toEqual(wanted);
  });

  it("of a shape that this version does not know are left out", () => {
    const kind = byKey("domisili");
    expect(applyChanges(kind, { title: 7, fields: "semua", unknown: true, key: "lain" })).toEqual(kind);
  });
});
