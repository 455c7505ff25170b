import { describe, expect, it } from "vitest";
import type { CountRow } from "#app/modules/registers/statistics-rules.ts";
import { publicParts } from "#app/modules/registers/statistics-view.ts";

const FARMERS = 9;
const row = (dimension: CountRow["dimension"], code: CountRow["code"], people: number): CountRow => ({
  ...{ dimension, code, people },
  sex: 1,
});

/** The names of occupations as the public sees them. */
function occupations(counts: [code: number, people: number][]) {
  const all = [[FARMERS, 40] as [number, number], ...counts];
  const total = all.reduce((sum, [, people]) => sum + people, 0);
  const rows = [row("sex", 1, total), ...all.map(([code, people]) => row("occupation", code, people))];
  const parts = publicParts({ counts: rows, families: [], hamlets: [] }, "Dusun")?.parts;
  return parts?.find(({ key }) => key === "occupation")?.rows;
}

describe("occupations of the public", () => {
  it("stand where they stand whoever of those kept back has more: their sum is known, their order would tell the rest", () => {
    const one = occupations([
      [5, 2],
      [64, 1],
    ]);
    const other = occupations([
      [5, 1],
      [64, 2],
    ]);
    expect(one?.map(({ people }) => people)).toEqual([40, null, null]);
    expect(one).toEqual(other);
  });
});
