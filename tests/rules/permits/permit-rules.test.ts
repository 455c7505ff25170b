import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  consentKinds,
  daysOf,
  isPossible,
  lacksConsent,
  numberText,
  overlaps,
  type PermitAction,
  type PermitStand,
  shiftMonth,
} from "#app/modules/permits/permit-rules.ts";
import { carryItem, decideItem } from "#app/modules/permits/queue-rules.ts";

const hours = fc.integer({ min: 0, max: 24 * 60 - 1 });
const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour)).toISOString().slice(0, 16);
const span = fc
  .tuple(hours, hours)
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ from: Math.min(a, b), until: Math.max(a, b) }));

describe("overlap", () => {
  it("is exactly a shared hour, whichever is asked first", () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        const shared = Array.from({ length: a.until - a.from }, (_, hour) => a.from + hour).some(
          (hour) => hour >= b.from && hour < b.until,
        );
        const [x, y] = [a, b].map(({ from, until }) => ({ fromAt: at(from), untilAt: at(until) }));
        if (!x || !y) return;
        expect(overlaps(x, y)).toBe(shared);
        expect(overlaps(y, x)).toBe(shared);
      }),
      { numRuns: 100 },
    );
  });

  it("lets one begin as the other ends", () => {
    const morning = { fromAt: "2026-11-24T08:00", untilAt: "2026-11-24T12:00" };
    expect(overlaps(morning, { fromAt: "2026-11-24T12:00", untilAt: "2026-11-24T13:00" })).toBe(false);
    expect(overlaps(morning, { fromAt: "2026-11-24T11:59", untilAt: "2026-11-24T13:00" })).toBe(true);
  });
});

describe("a month", () => {
  it("shows a permit on each day that it touches, and not on the one on which it ends at midnight", () => {
    const over = { fromAt: "2026-11-29T20:00", untilAt: "2026-12-02T00:00" };
    expect(daysOf(over, "2026-11")).toEqual(["2026-11-29", "2026-11-30"]);
    expect(daysOf(over, "2026-12")).toEqual(["2026-12-01"]);
    expect(daysOf(over, "2026-10")).toEqual([]);
  });

  it("is followed over the turn of the year", () => {
    expect([shiftMonth("2026-12", 1), shiftMonth("2026-01", -1)]).toEqual(["2027-01", "2025-12"]);
  });
});

const stand = (more: Partial<PermitStand> = {}): PermitStand => ({
  kind: "hall",
  state: "asked",
  deposit: 0,
  depositPaidOn: null,
  depositReturnedOn: null,
  ...more,
});
const ALL: PermitAction[] = [
  ...(["change", "consent", "grant", "refuse", "pay", "open"] as const),
  ...(["return", "refund", "hand-over", "answer", "cancel"] as const),
];
const possible = (permit: PermitStand) => ALL.filter((action) => isPossible(action, permit));

describe("what may be done", () => {
  it.each([
    [stand(), ["change", "consent", "grant", "refuse", "cancel"]],
    [stand({ state: "granted" }), ["open", "return", "cancel"]],
    [stand({ state: "granted", deposit: 1 }), ["pay", "open", "return", "cancel"]],
    [stand({ state: "in-use", deposit: 1, depositPaidOn: "2026-11-24" }), ["return"]],
    [stand({ state: "returned", deposit: 1, depositPaidOn: "2026-11-24" }), ["refund"]],
    [stand({ state: "cancelled", deposit: 1, depositPaidOn: "2026-11-24" }), ["refund"]],
    [stand({ kind: "research", state: "granted" }), ["return", "cancel"]],
    [stand({ kind: "recommendation-police", state: "granted" }), ["hand-over", "cancel"]],
    [stand({ kind: "recommendation-camat", state: "handed-over" }), ["answer"]],
    [stand({ state: "closed" }), []],
    [stand({ state: "refused" }), []],
  ])("follows from how it stands: %j", (permit, actions) => {
    expect(possible(permit)).toEqual(actions);
  });

  it("asks for a reason where neighbours must agree and did not all", () => {
    const needed = { needsConsent: true };
    expect(lacksConsent(needed, [])).toBe(true);
    expect(lacksConsent(needed, [{ agrees: true }, { agrees: false }])).toBe(true);
    expect(lacksConsent(needed, [{ agrees: true }])).toBe(false);
    expect(lacksConsent({ needsConsent: false }, [])).toBe(false);
  });

  it("reads the setting of kinds, whatever is stored", () => {
    expect(consentKinds(undefined)).toEqual(["road", "recommendation-police"]);
    expect(consentKinds(["hall", "tidak-ada"])).toEqual(["hall"]);
    expect(consentKinds([])).toEqual([]);
  });

  it("writes the number as papers have it", () => {
    expect(numberText({ number: 12, year: 2026 }, "2026-11-24")).toBe("12/IZIN/XI/2026");
  });
});

describe("on the desk", () => {
  const row = {
    ...{ id: "1", applicantName: "Sahir", fromAt: "2026-11-26T08:00", untilAt: "2026-11-26T17:00" },
    ...{ handedOn: null, ...stand() },
  };
  it("presses for a decision two days before, and late after that", () => {
    expect(decideItem(row, "2026-11-20T09:00")).toMatchObject({ daysLeft: 4, isLate: false });
    expect(decideItem(row, "2026-11-25T09:00")).toMatchObject({ daysLeft: -1, isLate: true });
  });

  it("asks for the deposit before, and for the place after", () => {
    const granted = { ...row, state: "granted" as const, deposit: 100 };
    expect(carryItem(granted, "2026-11-25T09:00")?.title).toContain("Terima jaminan");
    expect(carryItem({ ...granted, deposit: 0 }, "2026-11-25T09:00")).toBeNull();
    expect(carryItem(granted, "2026-11-26T17:00")?.title).toContain("Periksa pengembalian");
    const sent = { ...row, kind: "recommendation-police" as const, state: "handed-over" as const };
    expect(carryItem({ ...sent, handedOn: "2026-11-20" }, "2026-11-24T09:00")).toBeNull();
    expect(carryItem({ ...sent, handedOn: "2026-11-10" }, "2026-11-24T09:00")?.isLate).toBe(true);
  });
});
