import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayAcceptTerms } from "#app/modules/privacy/accept-rules.ts";
import { addDays } from "#app/platform/clock.ts";
import { hashTerms, TERMS_VERSIONS, type TermsVersion } from "#app/platform/privacy/processor-terms.ts";
import { presentTerms, TERMS_GRACE_DAYS, termsState } from "#app/platform/privacy/terms-rules.ts";

const version = (name: string, since: string): TermsVersion => ({ version: name, since, sections: [] });
const VERSIONS = [version("a", "2026-01-01"), version("b", "2026-06-01"), version("c", "2027-01-01")];

describe("the terms of a day", () => {
  it("are the latest that has begun, and before all of them the first", () => {
    expect(
      ["2025-01-01", "2026-05-31", "2026-06-01", "2026-12-31", "2027-01-01"].map(
        (day) => presentTerms(VERSIONS, day).version,
      ),
    ).toEqual(["a", "a", "b", "b", "c"]);
  });

  it("let a village that accepted an earlier version go on for thirty days", () => {
    const on = (day: string, ...accepted: string[]) => termsState(accepted, VERSIONS, day);
    expect(on("2026-05-31", "a")).toEqual({ state: "accepted" });
    expect(on("2026-06-01", "a")).toEqual({ state: "renew", until: "2026-07-01" });
    expect(on("2026-06-30", "a")).toEqual({ state: "renew", until: "2026-07-01" });
    expect(on("2026-07-01", "a")).toEqual({ state: "missing" });
    expect(on("2026-07-01", "a", "b")).toEqual({ state: "accepted" });
    expect(on("2026-06-01")).toEqual({ state: "missing" });
    expect(on("2026-06-01", "x", "c")).toEqual({ state: "missing" });
  });

  it("are never missing for whoever accepted the present ones, and never accepted by an earlier one alone", () => {
    const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays("2025-12-01", days));
    fc.assert(
      fc.property(day, fc.subarray(["a", "b", "c"]), (today, accepted) => {
        const present = presentTerms(VERSIONS, today);
        const standing = termsState(accepted, VERSIONS, today);
        expect(standing.state === "accepted").toBe(accepted.includes(present.version));
        if (standing.state === "renew")
          expect(today < standing.until && standing.until === addDays(present.since, TERMS_GRACE_DAYS)).toBe(
            true,
          );
      }),
    );
  });

  it("stand in the order of their days, each with a text that is never edited", async () => {
    const days = TERMS_VERSIONS.map(({ since }) => since);
    expect(days).toEqual(days.toSorted());
    const hashes = await Promise.all(
      TERMS_VERSIONS.map(async (each) => [each.version, await hashTerms(each)]),
    );
    // A text that a village accepted stays as it is: write a new version, and its hash here.
    expect(Object.fromEntries(hashes)).toEqual({
      "2026-11": "f9e64df5e761fe30e08e02c1ebb3db81dd06e7adee9533fd1826ae628921ad82",
    });
  });
});

it("bind the village by its head, and by whoever signed it up only while there is no head", () => {
  const rows = [true, false].flatMap((isHead) =>
    [true, false].flatMap((isAdmin) =>
      [true, false].map((hasHead) => ({
        isHead,
        isAdmin,
        hasHead,
        may: mayAcceptTerms({ isHead, isAdmin, hasHead }),
      })),
    ),
  );
  expect(rows.filter(({ may }) => may).map(({ may: _, ...facts }) => facts)).toEqual([
    { isHead: true, isAdmin: true, hasHead: true },
    { isHead: true, isAdmin: true, hasHead: false },
    { isHead: true, isAdmin: false, hasHead: true },
    { isHead: true, isAdmin: false, hasHead: false },
    { isHead: false, isAdmin: true, hasHead: false },
  ]);
});
