import { describe, expect, it } from "vitest";
import { closingObstacle } from "#app/modules/programme/closing-rules.ts";

describe("closingObstacle", () => {
  const on = (today: string, leavesDrafts = false) => ({ year: 2026, today, leavesDrafts });

  it("waits for the year's last day", () => {
    expect(closingObstacle(on("2026-12-30"), [])).toBe("too_early");
    expect(closingObstacle(on("2026-12-31"), [])).toBeNull();
  });

  it("never drops a report that waits for approval, and drafts only when told to", () => {
    const draft = { state: "draft" } as const;
    const waiting = { state: "submitted" } as const;
    expect(closingObstacle(on("2027-01-02", true), [draft, waiting])).toBe("reports_waiting");
    expect(closingObstacle(on("2027-01-02"), [draft])).toBe("drafts_left");
    expect(closingObstacle(on("2027-01-02"), [{ state: "returned" }])).toBe("drafts_left");
    expect(closingObstacle(on("2027-01-02", true), [draft])).toBeNull();
  });
});
