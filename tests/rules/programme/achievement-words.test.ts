import { describe, expect, it } from "vitest";
import { achievementWords, shownPercent } from "#app/modules/programme/achievement-words.ts";

const indicator = {
  direction: "rising" as const,
  unit: "persen",
  baseline: 60 as number | null,
  targetOfYear: 85 as number | null,
  realised: 70 as number | null,
  percent: 40 as number | null,
};

describe("achievementWords", () => {
  it("say from where and where to, so that the percentage can be followed", () => {
    expect(achievementWords(indicator)).toBe("70 persen (keadaan awal 60, target naik ke 85)");
    expect(achievementWords({ ...indicator, baseline: null })).toBe("70 persen (target 85)");
    expect(achievementWords({ ...indicator, targetOfYear: null })).toBe(
      "70 persen (keadaan awal 60, belum ada target)",
    );
    expect(achievementWords({ ...indicator, baseline: 85 })).toBe(
      "70 persen (keadaan awal 85, target tetap 85)",
    );
  });

  it("say of a falling one that less is wanted", () => {
    const falling = { ...indicator, direction: "falling" as const, unit: "orang", baseline: 140 };
    expect(achievementWords({ ...falling, targetOfYear: 50, realised: 66 })).toBe(
      "66 orang (keadaan awal 140, target turun ke 50)",
    );
  });

  it("call what was never reported unreported, without a figure", () => {
    const silent = {
      ...indicator,
      unit: "perkara",
      baseline: 8,
      targetOfYear: 2,
      realised: null,
      percent: 0,
    };
    expect(achievementWords({ ...silent, direction: "falling" })).toBe(
      "Belum dilaporkan (keadaan awal 8, target turun ke 2 perkara)",
    );
    expect(shownPercent(silent)).toBeNull();
    expect(shownPercent(indicator)).toBe(40);
  });
});
