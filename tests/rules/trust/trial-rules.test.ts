import { describe, expect, it } from "vitest";
import {
  dueNotice,
  NOTICE_DAYS,
  nextTrialStep,
  trialEndAfterDecision,
  trialStep,
} from "#app/modules/trust/trial-rules.ts";
import { mayHoldResidentAccounts, trialDaysLeft, trialEnd, trialMark } from "#app/platform/trial.ts";

const END = "2027-01-23T02:00:00.000Z";
const daysBefore = (days: number) => new Date(Date.parse(END) - days * 86_400_000);

describe("a trial", () => {
  it("lasts 60 days unless told, and counts begun days", () => {
    expect(trialEnd(new Date("2026-11-24T02:00:00.000Z"))).toBe(END);
    expect(trialEnd(new Date("2026-11-24T02:00:00.000Z"), 1)).toBe("2026-11-25T02:00:00.000Z");
    expect([60, 29.5, 0.1, 0, -3].map((days) => trialDaysLeft(END, daysBefore(days)))).toEqual([
      60, 30, 1, 0, 0,
    ]);
    expect(trialDaysLeft(null, daysBefore(1))).toBeNull();
  });

  it("marks papers and holds no resident accounts; a verified village does neither, a suspended one has none", () => {
    const verified = { isVerified: true, isSuspended: false };
    const trial = { isVerified: false, isSuspended: false };
    expect([trialMark(trial), trialMark(verified)]).toEqual(["UJI COBA - TIDAK BERLAKU", null]);
    expect(mayHoldResidentAccounts(verified)).toBe(true);
    expect(mayHoldResidentAccounts(trial)).toBe(false);
    expect(mayHoldResidentAccounts({ ...verified, isSuspended: true })).toBe(false);
  });
});

describe("notices of its end", () => {
  it("are due at 30, 14, 7 and 1 days, the latest one where several were missed", () => {
    const days = [31, 30, 20, 14, 8, 7, 2, 1, 0, -5];
    expect(days.map((each) => dueNotice(END, daysBefore(each)))).toEqual([
      null,
      30,
      30,
      14,
      14,
      7,
      7,
      1,
      1,
      1,
    ]);
  });

  it("are looked for at the next one alone, then at the end, then no more", () => {
    let at: Date | null = daysBefore(60);
    const steps: string[] = [];
    while (at) {
      at = nextTrialStep(END, at);
      if (at) steps.push(at.toISOString());
    }
    expect(steps).toEqual([...NOTICE_DAYS, 0].map((days) => daysBefore(days).toISOString()));
  });
});

describe("the end of a trial", () => {
  const facts = {
    trialEndsAt: END,
    hasOpenClaim: false,
    lastToldAt: daysBefore(1).toISOString(),
    now: daysBefore(0),
  };

  it("comes at its moment, not before", () => {
    expect(trialStep(facts)).toBe("erase");
    expect(trialStep({ ...facts, now: new Date(daysBefore(0).getTime() - 1) })).toBe("goes-on");
  });

  it("waits for whoever has to decide over a claim, also long after it", () => {
    expect(trialStep({ ...facts, hasOpenClaim: true })).toBe("waits");
    expect(trialStep({ ...facts, hasOpenClaim: true, now: daysBefore(-100) })).toBe("waits");
  });

  it("comes to no village that was not told a day before, whatever clock and sweeps did", () => {
    expect(trialStep({ ...facts, lastToldAt: null, now: daysBefore(-200) })).toBe("tell-first");
    expect(trialStep({ ...facts, lastToldAt: daysBefore(0.5).toISOString() })).toBe("tell-first");
  });

  it("is at least 14 days after a decision", () => {
    expect(trialEndAfterDecision(END, daysBefore(3))).toBe(daysBefore(-11).toISOString());
    expect(trialEndAfterDecision(END, daysBefore(40))).toBe(END);
    expect(trialEndAfterDecision(null, daysBefore(14))).toBe(END);
  });
});
