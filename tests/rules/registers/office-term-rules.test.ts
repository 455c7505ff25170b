import { describe, expect, it } from "vitest";
import { endsSoon, lawfulEnd, vacanciesOn } from "#app/modules/registers/office-term-rules.ts";

const facts = { status: "definitif", appointedOn: "2019-03-12", birthDate: "1967-05-01", endsOn: null };

describe("the end of an office", () => {
  it("comes for the head after eight years, for other officials at sixty, for acting ones by no law", () => {
    expect(lawfulEnd({ ...facts, position: "kepala-desa" })).toBe("2027-03-12");
    expect(lawfulEnd({ ...facts, position: "kasi-pelayanan" })).toBe("2027-05-01");
    expect(lawfulEnd({ ...facts, position: "kepala-desa", status: "plt" })).toBeNull();
    expect(lawfulEnd({ ...facts, position: "kasi-pelayanan", birthDate: null })).toBeNull();
    expect(lawfulEnd({ ...facts, position: "kepala-desa", appointedOn: "2020-02-29" })).toBe("2028-02-29");
    expect(lawfulEnd({ ...facts, position: "kaur-umum", birthDate: "1996-02-29" })).toBe("2056-02-29");
    expect(lawfulEnd({ ...facts, position: "kaur-umum", birthDate: "2040-02-29" })).toBe("2100-03-01");
  });

  it("is soon within half a year, for those who still hold it", () => {
    const head = { ...facts, position: "kepala-desa" };
    expect(endsSoon(head, "2026-08-01")).toBe(false);
    expect(endsSoon(head, "2026-11-24")).toBe(true);
    expect(endsSoon({ ...head, endsOn: "2026-11-01" }, "2026-11-24")).toBe(false);
  });
});

describe("vacancies", () => {
  const held = (position: string, areaId: string | null = null) => ({ position, areaId });

  it("name each post that nobody holds, and each dusun without a head", () => {
    const found = vacanciesOn(
      [held("kepala-desa"), held("kasi-pemerintahan"), held("kepala-dusun", "montong")],
      ["montong", "senggigi"],
    );
    expect(found.map(({ position, areaId }) => areaId ?? position)).toEqual([
      "sekretaris-desa",
      "kasi-kesejahteraan",
      "kasi-pelayanan",
      "kaur-umum",
      "kaur-keuangan",
      "kaur-perencanaan",
      "senggigi",
    ]);
  });

  it("leave out the third Kasi and Kaur: two of each are enough", () => {
    const posts = ["kepala-desa", "sekretaris-desa", "kasi-pelayanan", "kasi-pemerintahan", "kaur-umum"];
    const holders = [...posts, "kaur-keuangan"].map((position) => held(position));
    expect(vacanciesOn(holders, [])).toEqual([]);
  });
});
