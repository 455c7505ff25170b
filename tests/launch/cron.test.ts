import { describe, expect, it } from "vitest";
import { isCronDue } from "#db/local/launch/cron.ts";

const at = (time: string) => new Date(`2026-11-${time}:00Z`);

describe("isCronDue", () => {
  it.each([
    ["*/5 * * * *", "24T10:15", true],
    ["*/5 * * * *", "24T10:16", false],
    ["17 18 * * *", "24T18:17", true],
    ["17 18 * * *", "24T17:17", false],
    ["0 9-17/2 * * *", "24T11:00", true],
    ["0 9-17/2 * * *", "24T12:00", false],
    ["0 0 1,24 * *", "24T00:00", true],
    ["0 0 * 12 *", "24T00:00", false],
    ["0 0 * * 2", "24T00:00", true],
    ["0 0 * * 7", "29T00:00", true],
    ["0 0 1 * 2", "24T00:00", true],
    ["0 0 1 * 3", "24T00:00", false],
    ["5/20 * * * *", "24T10:45", true],
  ])("%s on the %s is %s", (cron, time, isDue) => {
    expect(isCronDue(cron, at(time))).toBe(isDue);
  });

  it.each(["* * * *", "a * * * *", "1- * * * *", ""])("refuses %j", (cron) => {
    expect(() => isCronDue(cron, at("24T10:00"))).toThrow();
  });
});
