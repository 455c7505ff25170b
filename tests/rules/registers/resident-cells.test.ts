import { expect, it } from "vitest";
import { literacyText } from "#app/modules/registers/resident-cells.ts";

it.each([
  ["somebody who completed SD", { education: 3, schooling: 18 }, "Latin"],
  ["a pupil of SLTP", { education: 2, schooling: 6 }, "Latin"],
  ["a pupil of SD", { education: 2, schooling: 4 }, ""],
  ["somebody who never went to school", { education: 1, schooling: 3 }, ""],
  ["somebody of whom nothing is known", { education: null }, ""],
  ["somebody recorded as unable to read", { education: 1, schooling: 17 }, "Tidak"],
  ["the same, whatever else is recorded", { education: 3, schooling: 17 }, "Tidak"],
])("what %s reads, as education tells", (_who, values, text) => {
  expect(literacyText({ values })).toBe(text);
});
