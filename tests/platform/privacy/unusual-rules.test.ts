import { describe, expect, it } from "vitest";
import {
  DEFAULT_LIMITS,
  isNightIn,
  judgeVolume,
  limitsFrom,
  type VolumeFacts,
} from "#app/platform/privacy/unusual-rules.ts";

const NOON = new Date("2026-11-24T04:00:00.000Z");
const MIDNIGHT = new Date("2026-11-24T16:00:00.000Z");
const facts = (changes: Partial<VolumeFacts>): VolumeFacts => ({
  kind: "reveal",
  rowCount: 1,
  inLastHour: 1,
  earlier: 0,
  earlierHours: 0,
  ...changes,
});
const judge = (changes: Partial<VolumeFacts>, now = NOON) =>
  judgeVolume(facts(changes), DEFAULT_LIMITS, "WITA", now);

describe("unusual volume", () => {
  it("begins above the limit of an hour, not at it", () => {
    expect(judge({ inLastHour: 20 })).toBeNull();
    expect(judge({ inLastHour: 21 })).toEqual({ why: "reveals", count: 21, limit: 20, isNight: false });
    expect(judge({ kind: "open", inLastHour: 150 })).toBeNull();
    expect(judge({ kind: "open", inLastHour: 151 })?.why).toBe("openings");
  });

  it("is a quarter of that at night, in the village's own zone", () => {
    expect(judge({ inLastHour: 5 }, MIDNIGHT)).toBeNull();
    expect(judge({ inLastHour: 6 }, MIDNIGHT)).toEqual({
      why: "reveals",
      count: 6,
      limit: 5,
      isNight: true,
    });
    const late = new Date("2026-11-24T14:30:00.000Z");
    expect([isNightIn("WIB", late), isNightIn("WITA", late), isNightIn("WIT", late)]).toEqual([
      false,
      true,
      true,
    ]);
    const early = new Date("2026-11-24T21:30:00.000Z");
    expect([isNightIn("WIB", early), isNightIn("WITA", early)]).toEqual([true, false]);
  });

  it("allows who looks much by his work three times his own usual hour", () => {
    const busy = { earlier: 150, earlierHours: 10 };
    expect(judge({ ...busy, inLastHour: 45 })).toBeNull();
    expect(judge({ ...busy, inLastHour: 46 })?.limit).toBe(45);
  });

  it("is never lifted by habit further than five times the limit", () => {
    const patient = { earlier: 9_000, earlierHours: 10 };
    expect(judge({ ...patient, inLastHour: 100 })).toBeNull();
    expect(judge({ ...patient, inLastHour: 101 })?.limit).toBe(100);
  });

  it("counts an export by its rows, whatever was usual", () => {
    const often = { kind: "export" as const, earlier: 500, earlierHours: 10, inLastHour: 30 };
    expect(judge({ ...often, rowCount: 500 })).toBeNull();
    expect(judge({ ...often, rowCount: 501 })?.why).toBe("export");
    expect(judge({ ...often, rowCount: 126 }, MIDNIGHT)?.limit).toBe(125);
  });

  it("is not told of itself", () => {
    expect(judge({ kind: "unusual", inLastHour: 900, rowCount: 900 })).toBeNull();
  });

  it("reads limits as they were set, and the default where a setting is missing or malformed", () => {
    expect(limitsFrom({ reveals: 5, openings: 10, exportRows: 20 })).toEqual({
      reveals: 5,
      openings: 10,
      exportRows: 20,
    });
    expect(limitsFrom(null)).toEqual(DEFAULT_LIMITS);
    expect(limitsFrom({ reveals: 0, openings: "banyak" })).toEqual(DEFAULT_LIMITS);
  });
});
