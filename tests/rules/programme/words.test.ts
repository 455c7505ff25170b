import { describe, expect, it } from "vitest";
import * as words from "#app/modules/programme/words.ts";

function sentences(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value === null || typeof value !== "object" ? [] : Object.values(value).flatMap(sentences);
}

describe("words", () => {
  it("say something everywhere, in Indonesian and without markup", () => {
    const all = sentences({ ...words });
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((text) => text.trim() === "" || /[<>{}]/.test(text))).toEqual([]);
    expect(all.filter((text) => /\b(the|and|draft|update|submit|error|kamu)\b/i.test(text))).toEqual([]);
  });

  it("end errors and hints as sentences", () => {
    const full = sentences([
      words.ERRORS,
      words.PLAN_PROBLEMS,
      words.APPROVAL_OBSTACLES,
      words.PROGRAMME_STATE_HINTS,
    ]);
    expect(full.filter((text) => !/^[A-Z].*\.$/.test(text))).toEqual([]);
  });
});
