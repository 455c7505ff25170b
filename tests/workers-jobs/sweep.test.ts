import { readFileSync } from "node:fs";
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startSignup } from "#app/modules/signup/start-signup.server.ts";
import { erasures } from "#db/directory/schema/backups.ts";
import { deadLetters, dueJobs, sweepRuns } from "#db/directory/schema/jobs.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { rateLimits, signups, villages } from "#db/directory/schema/villages.ts";
import { villageDatabaseName } from "#db/names.ts";
import { createTestPortal, signupOf, type TestPortal } from "#tests/support/test-portal.ts";
import { CRONS } from "#workers/jobs/crons.ts";
import { createJobEnv, type JobEnv } from "./job-env.ts";

vi.setConfig({ testTimeout: 60_000 });

const DUE = "2026-11-24T02:00:00.000Z";

describe("the sweep", () => {
  let portal: TestPortal;
  let jobs: JobEnv;
  beforeAll(async () => {
    vi.spyOn(console, "log").mockImplementation(() => {});
    portal = await createTestPortal();
  });
  beforeEach(async () => {
    jobs = createJobEnv(portal.home);
    await portal.directory.delete(dueJobs);
    await portal.directory.delete(sweepRuns);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await portal.stop();
  });

  const putDue = (villageId: string, kind: string, dueAt = DUE) =>
    portal.directory.insert(dueJobs).values({ villageId, kind, dueAt });

  it("answers every cron of wrangler.toml and no other", () => {
    const text = readFileSync(new URL("../../wrangler.toml", import.meta.url), "utf8");
    const block = text.slice(text.indexOf("crons = ["));
    const crons = [...block.matchAll(/^ {2}"([^"]+)"/gm)].map((match) => match[1]);
    expect(crons.length).toBeGreaterThan(0);
    expect(Object.keys(CRONS).sort()).toEqual(crons.sort());
  });

  it("refuses a cron that it does not know", async () => {
    await expect(jobs.sweep("1 1 1 1 1")).rejects.toThrow("1 1 1 1 1");
  });

  it("sends one message for each village with due work, and none for what is due later", async () => {
    await putDue("desa-a", "housekeeping");
    await putDue("desa-a", "programme");
    await putDue("desa-b", "housekeeping", "2026-11-24T02:00:00.001Z");
    await jobs.sweep();
    expect(jobs.sent).toEqual([{ kind: "run-village-due", villageId: "desa-a" }]);
    expect(await portal.directory.select().from(sweepRuns)).toMatchObject([
      { sweep: "due", claimed: 2, error: null, startedAt: DUE, finishedAt: DUE },
    ]);
  });

  it("sends a message again only when the lease of a lost one is over", async () => {
    await putDue("desa-a", "housekeeping");
    await jobs.sweep();
    jobs.setNow("2026-11-24T02:05:00.000Z");
    await jobs.sweep();
    expect(jobs.sent).toHaveLength(1);
    jobs.setNow("2026-11-24T02:10:00.000Z");
    await jobs.sweep();
    expect(jobs.sent).toHaveLength(2);
  });

  it("shares the rows where two run at once", async () => {
    const rows = Array.from({ length: 450 }, (_, index) => ({
      villageId: `desa-${index}`,
      kind: "housekeeping",
      dueAt: DUE,
    }));
    await portal.directory.insert(dueJobs).values(rows);
    await Promise.all([jobs.sweep(), jobs.sweep()]);
    const woken = jobs.sent.map((message) => ("villageId" in message ? message.villageId : ""));
    expect(woken).toHaveLength(450);
    expect(new Set(woken).size).toBe(450);
  });

  it("reads what is due by its index", async () => {
    const plan = await portal.directory.all<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT village_id, kind FROM due_jobs WHERE due_at <= '${DUE}' ORDER BY due_at LIMIT 200`,
    );
    expect(plan.map((row) => row.detail).join()).toContain("due_jobs_due");
  });

  it("keeps a record of a run that fails, and takes its rows up again later", async () => {
    await putDue("desa-a", "housekeeping");
    const broken = createJobEnv(portal.home);
    broken.env.JOBS.send = () => Promise.reject(new Error("queue is down"));
    await expect(broken.sweep()).rejects.toThrow("queue is down");
    expect(await portal.directory.select().from(sweepRuns)).toMatchObject([
      { error: "Error: queue is down", finishedAt: DUE },
    ]);
    jobs.setNow("2026-11-24T02:10:00.000Z");
    await jobs.sweep();
    expect(jobs.sent).toHaveLength(1);
  });

  it("finishes a sign-up that was left half-way, those that failed less often first", async () => {
    const createDatabase = () => Promise.reject(new Error("no room"));
    const homes = portal.homesWith({ createDatabase });
    await startSignup(portal.ctx({ homes }), signupOf());
    const second = signupOf({ kode_desa: "52.01.14.2002", subdomain: "meninting" });
    await startSignup(portal.ctx({ homes }), second);
    await portal.directory.update(signups).set({ attempts: 9 }).where(eq(signups.attempts, 1));
    await startSignup(portal.ctx({ homes }), signupOf({ kode_desa: "52.01.14.2001", subdomain: "layar" }));
    await jobs.sweep();
    const open = await portal.directory.select().from(signups).orderBy(asc(signups.attempts));
    expect(jobs.sent).toHaveLength(3);
    expect(jobs.sent[0]).toEqual({ kind: "resume-signup", signupId: open[0]?.id });
    expect(await jobs.consumeSent()).toEqual(["acked", "acked", "acked"]);
    const states = await portal.directory.select({ state: villages.state }).from(villages);
    expect(states).toEqual([{ state: "active" }, { state: "active" }, { state: "active" }]);
    await jobs.sweep();
    expect(jobs.sent.filter((message) => message.kind === "resume-signup")).toEqual([]);
  });

  it("forgets old counters and old records at night, nothing else", async () => {
    await portal.directory.delete(rateLimits);
    await portal.directory.insert(rateLimits).values([
      { subject: "signup:a", windowStart: "2026-11-23T01:00:00.000Z", count: 3 },
      { subject: "signup:b", windowStart: "2026-11-24T01:00:00.000Z", count: 3 },
    ]);
    await portal.directory
      .insert(sweepRuns)
      .values({ id: "old", sweep: "due", startedAt: "2026-01-01T00:00:00.000Z" });
    await jobs.sweep("17 18 * * *");
    expect(await portal.directory.select().from(rateLimits)).toMatchObject([{ subject: "signup:b" }]);
    expect(await portal.directory.select().from(sweepRuns)).toMatchObject([
      { sweep: "counters", claimed: 2 },
    ]);
  });

  it("writes down messages that can't be read, once, and those that the queue gave up", async () => {
    expect(await jobs.consume([{ kind: "erase-everything" }, "?", undefined])).toEqual([
      "acked",
      "acked",
      "acked",
    ]);
    await jobs.consume([{ kind: "erase-everything" }]);
    await jobs.consume([{ kind: "run-village-due", villageId: "desa-a" }], "balai-dead-letters");
    const letters = await portal.directory.select().from(deadLetters).orderBy(asc(deadLetters.queue));
    expect(letters.map(({ queue, body }) => [queue, body])).toEqual([
      ["balai-dead-letters", '{"kind":"run-village-due","villageId":"desa-a"}'],
      ["balai-jobs", '{"kind":"erase-everything"}'],
      ["balai-jobs", '"?"'],
      ["balai-jobs", "undefined"],
    ]);
  });

  it("gives a message back to the queue while the directory does not answer", async () => {
    jobs.env.LIBSQL_URL = "http://127.0.0.1:9/";
    expect(await jobs.consume([{ kind: "run-village-due", villageId: "desa-a" }, "?"])).toEqual([
      "retried",
      "retried",
    ]);
  });

  it("carries an erasure on until nothing is left, and tells the operator while it can't", async () => {
    const id = "0198f3a0-0000-7000-8000-00000000e5a5";
    await portal.directory.insert(villages).values({
      id,
      slug: `dihapus-${id}`,
      name: "Senggigi",
      regionCode: "52.01.14.2006",
      state: "erased",
      timeZone: "WITA",
      home: "utama",
      database: villageDatabaseName(id),
      createdAt: DUE,
    });
    await portal.directory.insert(erasures).values({
      villageId: id,
      name: "Senggigi",
      regionCode: "52.01.14.2006",
      reason: "exit",
      askedBy: "Balai",
      startedAt: DUE,
      step: "database",
      removed: {},
    });
    await jobs.files.put(`${id}/foto`, new Uint8Array(3), "image/png");
    const broken = vi.spyOn(jobs.env.FILES, "delete").mockRejectedValue(new Error("store is down"));
    await jobs.sweep();
    expect(jobs.sent).toEqual([{ kind: "resume-erasure", villageId: id }]);
    await jobs.consumeSent();
    const [alert] = await portal.directory.select().from(alerts).where(eq(alerts.villageId, id));
    expect(alert).toMatchObject({ alertKey: `erasure-failed:${id}`, settledAt: null });
    expect(alert?.sentence).toContain("Senggigi");

    broken.mockRestore();
    await jobs.sweep();
    await jobs.consumeSent();
    expect(jobs.files.held.size).toBe(0);
    expect(await portal.directory.select().from(alerts).where(eq(alerts.villageId, id))).toMatchObject([
      { settledAt: DUE },
    ]);
    await jobs.sweep();
    expect(jobs.sent).toEqual([]);
  });
});
