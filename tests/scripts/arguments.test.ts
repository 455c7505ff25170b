import { describe, expect, it } from "vitest";
import { findProblem, findSwallowed } from "#scripts/arguments.ts";

const OPTIONS = {
  ke: { type: "string" },
  batal: { type: "boolean" },
  "tanpa-cadangan": { type: "boolean" },
} as const;

describe("what a command was told", () => {
  it.each([
    [["sesela", "--ke", "kedua"]],
    [["--ke=kedua", "sesela"]],
    [["sesela", "--batal", "--tanpa-cadangan"]],
    [[]],
  ])("%j is understood", (words) => {
    expect(findProblem(words, OPTIONS, 1)).toBeNull();
  });

  it.each([
    [["sesela", "--kee", "kedua"], "Pilihan --kee tidak dikenal."],
    [["sesela", "-b"], "Pilihan -b tidak dikenal."],
    [["sesela", "--ke"], "Isi pilihan --ke belum ditulis."],
    [["sesela", "--ke", "--batal"], "Isi pilihan --ke belum ditulis."],
    [["sesela", "--ke="], "Isi pilihan --ke belum ditulis."],
    [["sesela", "--batal=ya"], "Pilihan --batal tidak memakai isi."],
    [["sesela", "mataram"], '"mataram" tidak dikenal di sini.'],
    [["--constructor"], "Pilihan --constructor tidak dikenal."],
  ])("%j is refused in words", (words, told) => {
    expect(findProblem(words, OPTIONS, 1)).toBe(told);
  });

  it("tells of an option that npm kept for itself", () => {
    const env = { npm_config_tanpa_cadangan: "true", npm_lifecycle_event: "migrate" };
    expect(findSwallowed(OPTIONS, env)).toContain("npm run migrate -- ... --tanpa-cadangan");
    expect(findSwallowed(OPTIONS, { npm_config_yes: "true" })).toBeNull();
  });
});
