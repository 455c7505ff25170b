import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayIn, instantOf, timeIn, type Zone } from "#app/platform/clock.ts";
import { type Due, outOfQuiet, overAt, pickDue, stepsOf } from "#app/platform/reminders/step-rules.ts";

const RULE = { daysBefore: [7, 3, 1], hoursBefore: [2], overdueEveryDays: null };
const LETTER = { daysBefore: [1, 0], hoursBefore: [], overdueEveryDays: 7 };
const zones = fc.constantFrom<Zone>("WIB", "WITA", "WIT");
const moments = fc
  .integer({ min: Date.UTC(2026, 10, 1), max: Date.UTC(2027, 2, 1) })
  .map((millis) => new Date(millis));

/** A training that begins at 9 in the morning of 10 December. */
function sessionIn(zone: Zone): Due {
  return { on: "2026-12-10", beginsAt: instantOf(zone, "2026-12-10", 9) };
}

describe("the steps of a thing", () => {
  it.each<[Zone, string]>([
    ["WIB", "2026-12-03T00:00:00.000Z"],
    ["WITA", "2026-12-02T23:00:00.000Z"],
    ["WIT", "2026-12-02T22:00:00.000Z"],
  ])("fall in the village's morning in %s, and the last two hours before it begins", (zone, first) => {
    const from = instantOf(zone, "2026-11-24");
    const steps = stepsOf(sessionIn(zone), RULE, { zone, from, now: from, hour: 7 });
    expect(steps.map(({ name }) => name)).toEqual(["H-7", "H-3", "H-1", "-2j"]);
    expect(steps[0]?.at.toISOString()).toBe(first);
    expect(steps.map(({ at }) => timeIn(zone, at))).toEqual(["07.00", "07.00", "07.00", "07.00"]);
  });

  it("leave out what lies before the thing was planned, and what has no time of day", () => {
    const zone = "WITA";
    const from = instantOf(zone, "2026-12-08", 12);
    const names = (due: Due) =>
      stepsOf(due, RULE, { zone, from, now: from, hour: 7 }).map(({ name }) => name);
    expect(names(sessionIn(zone))).toEqual(["H-1", "-2j"]);
    expect(names({ on: "2026-12-10", beginsAt: null })).toEqual(["H-1"]);
  });

  it("of what is overdue come every week, one ahead, and end after a dozen", () => {
    const zone = "WIT";
    const from = instantOf(zone, "2026-11-24");
    const due = { on: "2026-12-10", beginsAt: null };
    const names = (day: string) =>
      stepsOf(due, LETTER, { zone, from, now: instantOf(zone, day, 12), hour: 7 }).map(({ name }) => name);
    expect(names("2026-12-09")).toEqual(["H-1", "H-0", "H+1"]);
    expect(names("2026-12-19")).toEqual(["H-1", "H-0", "H+1", "H+8", "H+15"]);
    expect(names("2028-12-19").at(-1)).toBe("H+78");
  });

  it("never announce what is over", () => {
    fc.assert(
      fc.property(zones, moments, fc.integer({ min: 0, max: 23 }), (zone, from, hour) => {
        const due = { on: "2026-12-10", beginsAt: instantOf(zone, "2026-12-10", hour) };
        const rule = { ...RULE, daysBefore: [7, 0], hoursBefore: [2, 24] };
        const steps = stepsOf(due, rule, { zone, from, now: from, hour: 7 });
        expect(steps.filter(({ at }) => at <= from || at >= overAt(due, zone))).toEqual([]);
        expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length);
      }),
    );
  });
});

describe("what a worker tells that comes late", () => {
  it("is the last step alone, and nothing of what has begun", () => {
    const zone = "WITA";
    const due = sessionIn(zone);
    const from = instantOf(zone, "2026-11-24");
    const steps = stepsOf(due, RULE, { zone, from, now: from, hour: 7 });
    const told = (now: Date) => {
      const { tell, skip } = pickDue(steps, due, zone, now);
      return { tell: tell?.name ?? null, skip: skip.map(({ name }) => name) };
    };
    expect(told(instantOf(zone, "2026-12-02"))).toEqual({ tell: null, skip: [] });
    expect(told(instantOf(zone, "2026-12-08"))).toEqual({ tell: "H-3", skip: ["H-7"] });
    expect(told(instantOf(zone, "2026-12-10", 8))).toEqual({ tell: "-2j", skip: ["H-7", "H-3", "H-1"] });
    expect(told(instantOf(zone, "2026-12-10", 9))).toEqual({
      tell: null,
      skip: ["H-7", "H-3", "H-1", "-2j"],
    });
  });

  it("leaves no step over and tells one at most, whenever and however often it looks", () => {
    fc.assert(
      fc.property(zones, fc.array(moments, { minLength: 1, maxLength: 12 }), (zone, looks) => {
        const due = { on: "2026-12-10", beginsAt: null };
        const from = new Date(Date.UTC(2026, 10, 1));
        const settled = new Set<string>();
        const told: string[] = [];
        for (const now of looks.toSorted((a, b) => a.getTime() - b.getTime())) {
          const steps = stepsOf(due, { ...RULE, overdueEveryDays: 7 }, { zone, from, now, hour: 7 });
          const waiting = steps.filter(({ name }) => !settled.has(name));
          const { tell, skip } = pickDue(waiting, due, zone, now);
          const done = [...skip, ...(tell ? [tell] : [])];
          expect(done.length).toBe(waiting.filter(({ at }) => at <= now).length);
          for (const { name } of done) settled.add(name);
          if (tell) told.push(tell.name);
          if (tell && !tell.isOverdue) expect(now < overAt(due, zone)).toBe(true);
        }
        expect(new Set(told).size).toBe(told.length);
        expect(told.length).toBeLessThanOrEqual(looks.length);
      }),
    );
  });
});

describe("quiet hours", () => {
  const night = { from: 20, to: 6 };

  it("hold a message back until the morning, over midnight too", () => {
    const zone = "WITA";
    const on = (day: string, hour: number) => instantOf(zone, day, hour);
    expect(outOfQuiet(on("2026-12-09", 21), night, zone)).toEqual(on("2026-12-10", 6));
    expect(outOfQuiet(on("2026-12-10", 5), night, zone)).toEqual(on("2026-12-10", 6));
    expect(outOfQuiet(on("2026-12-10", 6), night, zone)).toEqual(on("2026-12-10", 6));
    expect(outOfQuiet(on("2026-12-10", 13), { from: 12, to: 14 }, zone)).toEqual(on("2026-12-10", 14));
    expect(outOfQuiet(on("2026-12-10", 5), null, zone)).toEqual(on("2026-12-10", 5));
  });

  it("do not hold back what would be over by then", () => {
    const at = instantOf("WIB", "2026-12-10", 4);
    expect(outOfQuiet(at, night, "WIB", instantOf("WIB", "2026-12-10", 6))).toEqual(at);
    expect(outOfQuiet(at, night, "WIB", instantOf("WIB", "2026-12-10", 7))).not.toEqual(at);
  });

  it("end within a day, never earlier than asked, and always outside of them", () => {
    const hours = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(zones, moments, hours, hours, (zone, at, from, to) => {
        const out = outOfQuiet(at, { from, to }, zone);
        expect(out.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(out.getTime() - at.getTime()).toBeLessThan(86_400_000);
        const hour = Number(timeIn(zone, out).slice(0, 2));
        const isQuiet = from < to ? hour >= from && hour < to : from !== to && (hour >= from || hour < to);
        expect(isQuiet).toBe(false);
        if (out > at) expect([dayIn(zone, at), addDays(dayIn(zone, at), 1)]).toContain(dayIn(zone, out));
      }),
    );
  });
});
