import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { countAttempt } from "#app/platform/attempts.ts";
import { newId } from "#app/platform/ids.ts";
import { isClockSettled } from "#app/platform/jobs/clock-trust.ts";
import { isLocked } from "#app/platform/sessions/idle-lock.ts";
import { isAlive, sessionExpiry } from "#app/platform/sessions/sessions.ts";
import { dueJobs, sweepRuns } from "#db/directory/schema/jobs.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { overseerAttempts } from "#db/directory/schema/overseers.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { createJobEnv, type JobEnv } from "./job-env.ts";

vi.setConfig({ testTimeout: 60_000 });

const NOW = "2026-11-24T02:00:00.000Z";
const IN_A_YEAR = "2027-11-24T02:00:00.000Z";
const hoursAgo = (hours: number, from = NOW) => new Date(Date.parse(from) - hours * 3_600_000).toISOString();

describe("a clock that jumps", () => {
  let portal: TestPortal;
  let jobs: JobEnv;
  beforeAll(async () => {
    vi.spyOn(console, "log").mockImplementation(() => {});
    portal = await createTestPortal();
  });
  beforeEach(async () => {
    jobs = createJobEnv(portal.home);
    for (const table of [dueJobs, sweepRuns, alerts]) await portal.directory.delete(table);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await portal.stop();
  });

  const putRun = (startedAt: string) =>
    portal.directory.insert(sweepRuns).values({ id: newId(new Date(startedAt)), sweep: "due", startedAt });
  const dueRows = () => portal.directory.select().from(dueJobs).orderBy(dueJobs.villageId);

  it.each([
    ["that ran through the last day", [24], true],
    ["whose machine is off at night", [16, 17], true],
    ["that has run for an hour", [1], false],
    ["that has run for an hour after a week of rest", [168, 1], false],
    ["of a new installation", [], false],
    ["that was put back by a year", [-8760], false],
  ])("lets things be erased only where it is one %s", async (_which, runs, expected) => {
    for (const hours of runs) await putRun(hoursAgo(hours));
    expect(await isClockSettled({ directory: portal.directory, now: new Date(NOW) })).toBe(expected);
  });

  it("leaves no work waiting for the year that it had claimed to be, once it is put right", async () => {
    jobs.setNow(NOW);
    await jobs.sweep();
    jobs.setNow(IN_A_YEAR);
    await portal.directory.insert(dueJobs).values([
      { villageId: "desa-a", kind: "backup", dueAt: "2027-11-24T18:00:00.000Z" },
      { villageId: "desa-b", kind: "programme", dueAt: NOW },
      { villageId: "desa-c", kind: "programme", dueAt: "2026-11-24T18:00:00.000Z" },
    ]);
    await jobs.sweep();
    expect(jobs.sent.splice(0)).toHaveLength(2);

    jobs.setNow("2026-11-24T02:15:00.000Z");
    await jobs.sweep();
    expect(jobs.sent.map((message) => "villageId" in message && message.villageId).sort()).toEqual([
      "desa-a",
      "desa-b",
    ]);
    expect((await dueRows())[2]).toMatchObject({ dueAt: "2026-11-24T18:00:00.000Z", leasedUntil: null });
    const [alert, ...others] = await portal.directory.select().from(alerts);
    expect(others).toEqual([]);
    expect(alert).toMatchObject({ alertKey: "clock-went-back", severity: "gawat", times: 1 });

    jobs.setNow("2026-11-24T02:20:00.000Z");
    await jobs.sweep();
    expect((await portal.directory.select().from(alerts))[0]?.times).toBe(1);
  });

  it("is not told of where the clocks of two machines differ by minutes", async () => {
    await putRun("2026-11-24T02:05:00.000Z");
    await jobs.sweep();
    expect(await portal.directory.select().from(alerts)).toEqual([]);
  });

  it("keeps no session alive, unlocked or locked out beyond what the right time would", () => {
    const now = new Date(NOW);
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
        const jumped = new Date(now.getTime() + days * 86_400_000);
        const session = {
          expiresAt: sessionExpiry(jumped),
          lastSeenAt: jumped.toISOString(),
          lockedAt: null,
        };
        if (Math.abs(days) > 31) expect(isAlive(session, now)).toBe(false);
        if (days !== 0) expect(isLocked(session, now)).toBe(true);
        else expect([isAlive(session, now), isLocked(session, now)]).toEqual([true, false]);
      }),
    );
  });

  it("locks nobody out for a year", async () => {
    const tryAt = async (iso: string) => {
      const attempts = { db: portal.directory, table: overseerAttempts, now: new Date(iso) };
      const [row] = await countAttempt(attempts, sql`${"account:uji"}`, 2);
      return row;
    };
    await tryAt(IN_A_YEAR);
    expect((await tryAt(IN_A_YEAR))?.lockedUntil).toBe("2027-11-24T02:15:00.000Z");
    expect(await tryAt(NOW)).toMatchObject({ failures: 1, lockedUntil: null });
    expect((await tryAt(NOW))?.lockedUntil).toBe("2026-11-24T02:15:00.000Z");
    expect((await tryAt(NOW))?.failures).toBe(3);
  });
});
