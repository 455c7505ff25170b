import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findActivityCode } from "#app/modules/programme/activity-codes.ts";
import { findShelfActivity, SHELF } from "#app/modules/programme/shelf.ts";
import { findTemplateActivity, TEMPLATE } from "#app/modules/programme/template.ts";
import { TemplateActivity, TemplateProgramme } from "#app/modules/programme/template-shape.ts";

const ready = TEMPLATE.flatMap((programme) => programme.activities);
const shelf = SHELF.flatMap((group) => group.activities);

describe("template", () => {
  it("has exactly four programmes with fourteen activities: 4, 3, 4, 3", () => {
    expect(TEMPLATE.map((programme) => programme.activities.length)).toEqual([4, 3, 4, 3]);
    expect(ready).toHaveLength(14);
  });

  it("has the declared shape", () => {
    expect(z.array(TemplateProgramme).safeParse(TEMPLATE).error).toBeUndefined();
  });

  it("keeps its keys: last year's activities remember them", () => {
    expect(ready.map(({ key }) => key)).toEqual([
      "layanan-digital",
      "pelatihan-layanan",
      "peta-desa",
      "sosialisasi-hak-kewajiban",
      "pendataan-tanah",
      "sengketa-tanah",
      "sertifikat-tanah",
      "musrenbang-inklusif",
      "forum-warga",
      "penyuluhan-hukum",
      "pengembangan-ksm",
      "pelatihan-teknis",
      "studi-banding",
      "literasi-aparatur",
    ]);
    expect(findTemplateActivity("forum-warga")?.activityCode).toBe("01.04.02");
    expect(findTemplateActivity("tidak-ada")).toBeNull();
  });

  it("names each of the fourteen capabilities once", () => {
    expect(ready.map(({ capability }) => capability)).toEqual([
      ...["1.1", "1.2", "1.3", "1.4", "2.1", "2.2", "2.3"],
      ...["3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3"],
    ]);
  });
});

describe("shelf", () => {
  it("has the declared shape", () => {
    expect(z.array(TemplateActivity).min(1).safeParse(shelf).error).toBeUndefined();
    expect(findShelfActivity("pemungutan-pbb")?.activityCode).toBe("01.05.06");
    expect(findShelfActivity("forum-warga")).toBeNull();
  });

  it("holds what the template lacks: order, linmas, profile, PBB, evaluation", () => {
    const keys = shelf.map(({ key }) => key);
    const expected = [
      "ketertiban-lingkungan",
      "satlinmas",
      "profil-desa",
      "pemungutan-pbb",
      "evaluasi-perkembangan",
    ];
    expect(keys).toEqual(expect.arrayContaining(expected));
  });
});

describe("template and shelf together", () => {
  const all = [...ready, ...shelf];

  it("repeat no key and no name", () => {
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
  });

  it("use only codes that the list knows, and months once and in order", () => {
    expect(all.filter(({ activityCode }) => findActivityCode(activityCode) === null)).toEqual([]);
    const sorted = (months: number[]) => [...new Set(months)].sort((a, b) => a - b);
    expect(all.map(({ months }) => months)).toEqual(all.map(({ months }) => sorted(months)));
  });
});
