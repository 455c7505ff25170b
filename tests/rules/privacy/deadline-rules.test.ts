import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  deadlineState,
  deadlineText,
  dueAfter,
  hoursLeft,
  nextDeadlineStep,
} from "#app/platform/privacy/deadline-rules.ts";

const FOUND = new Date("2026-11-24T02:00:00.000Z");
const DUE = "2026-11-27T02:00:00.000Z";
const at = (hours: number) => new Date(FOUND.getTime() + hours * 3_600_000);

describe("three times twenty-four hours", () => {
  it("end at the same minute on the third day", () => {
    expect(dueAfter(FOUND).toISOString()).toBe(DUE);
  });

  it("press in the last day and are late from their very moment on", () => {
    expect([0, 47.9, 48, 71.99, 72, 100].map((hours) => deadlineState(DUE, at(hours)))).toEqual([
      "ahead",
      "ahead",
      "pressing",
      "pressing",
      "late",
      "late",
    ]);
    expect(
      [0, 47, 48, 71, 72].map((hours) => nextDeadlineStep(DUE, at(hours))?.toISOString() ?? null),
    ).toEqual([at(48).toISOString(), at(48).toISOString(), DUE, DUE, null]);
  });

  it("are said in days and hours, a part of an hour as a whole one", () => {
    expect([0, 19, 47.5, 71.5, 72.5, 75, 99].map((hours) => deadlineText(DUE, at(hours)))).toEqual([
      "sisa 3 hari",
      "sisa 2 hari 5 jam",
      "sisa 1 hari 1 jam",
      "sisa 1 jam",
      "terlambat 1 jam",
      "terlambat 3 jam",
      "terlambat 1 hari 3 jam",
    ]);
  });

  it("agree with themselves at every moment: late has no hours left, and the next step changes the state", () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 200_000 }), (minutes) => {
        const now = at(minutes / 60);
        const state = deadlineState(DUE, now);
        expect(state === "late").toBe(hoursLeft(DUE, now) <= 0);
        const next = nextDeadlineStep(DUE, now);
        if (next) {
          expect(next > now).toBe(true);
          expect(deadlineState(DUE, new Date(next.getTime() - 1))).toBe(state);
          expect(deadlineState(DUE, next)).not.toBe(state);
        } else expect(state).toBe("late");
      }),
    );
  });
});
