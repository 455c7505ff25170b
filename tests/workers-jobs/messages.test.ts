import { getTableName } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startSignup } from "#app/modules/signup/start-signup.server.ts";
import type { QueueMessage } from "#app/platform/jobs/queue.ts";
import { backups, erasures, restores } from "#db/directory/schema/backups.ts";
import { deadLetters, dueJobs } from "#db/directory/schema/jobs.ts";
import { signups, villages } from "#db/directory/schema/villages.ts";
import { createTestPortal, signupOf, type TestPortal } from "#tests/support/test-portal.ts";
import { createJobEnv, type JobEnv } from "./job-env.ts";

vi.setConfig({ testTimeout: 60_000 });

const IN_A_YEAR = "2027-11-24T02:00:00.000Z";
const NOBODY = "00000000-0000-7000-8000-000000000000";
type Ids = { village: string; signup: string; order: string };

/** One message of each kind; the type refuses a list that lacks one. */
const MESSAGES: { [K in QueueMessage["kind"]]: (ids: Ids) => Extract<QueueMessage, { kind: K }> } = {
  "run-village-due": ({ village }) => ({ kind: "run-village-due", villageId: village }),
  "resume-signup": ({ signup }) => ({ kind: "resume-signup", signupId: signup }),
  "migrate-village": ({ village }) => ({ kind: "migrate-village", villageId: village }),
  "resume-erasure": ({ village }) => ({ kind: "resume-erasure", villageId: village }),
  "resume-restore": ({ order }) => ({ kind: "resume-restore", orderId: order }),
};

describe("a message of the queue", () => {
  let portal: TestPortal;
  let jobs: JobEnv;
  let ids: Ids;
  beforeAll(async () => {
    vi.spyOn(console, "log").mockImplementation(() => {});
    portal = await createTestPortal();
    jobs = createJobEnv(portal.home);
    await startSignup(portal.ctx(), signupOf());
    const [signup] = await portal.directory.select().from(signups);
    ids = { village: signup?.villageId ?? "", signup: signup?.id ?? "", order: NOBODY };
    await portal.directory.delete(dueJobs);
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await portal.stop();
  });

  const dump = async () => {
    const tables = [villages, signups, dueJobs, erasures, restores, backups, deadLetters];
    const rows = await Promise.all(
      tables.map(async (table) => [getTableName(table), await portal.directory.select().from(table)]),
    );
    return JSON.stringify(rows);
  };
  const kinds = Object.keys(MESSAGES) as QueueMessage["kind"][];

  it.each(kinds)("that comes twice, out of turn and a year late does nothing anew: %s", async (kind) => {
    const message = MESSAGES[kind](ids);
    const before = await dump();
    expect(await jobs.consume([message, message])).toEqual(["acked", "acked"]);
    jobs.setNow(IN_A_YEAR);
    expect(await jobs.consume([message])).toEqual(["acked"]);
    jobs.setNow("2026-11-24T02:00:00.000Z");
    expect(await dump()).toBe(before);
  });

  it.each(kinds)("about what is there no more is done with, and not tried again: %s", async (kind) => {
    const before = await dump();
    const message = MESSAGES[kind]({ village: NOBODY, signup: NOBODY, order: NOBODY });
    expect(await jobs.consume([message])).toEqual(["acked"]);
    expect(await dump()).toBe(before);
  });
});
