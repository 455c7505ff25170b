import { afterAll, beforeAll, expect, it } from "vitest";
import { runningCode } from "#db/directory/schema/operations.ts";
import { VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { tellRunningCode } from "#workers/running-code.ts";
import { createJobEnv } from "./job-env.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterAll(() => portal.stop());

const seen = () => portal.directory.select().from(runningCode);

it("each sweep tells which code is at work", async () => {
  const job = createJobEnv(portal.home);
  for (const at of ["2026-11-24T02:00:00.000Z", "2026-11-24T02:05:00.000Z"]) {
    job.setNow(at);
    await job.sweep();
    expect(await seen()).toEqual([{ schemaVersion: VILLAGE_SCHEMA_VERSION, seenAt: at }]);
  }
});

it("requests tell it too, once in five minutes, and again at once where that failed", async () => {
  const told = async (at: string, directoryWorks = true) => {
    await portal.directory.delete(runningCode);
    const work: Promise<unknown>[] = [];
    const ctx = portal.ctx({ now: new Date(at) });
    const homes = { ...ctx.homes, main: { ...portal.home, url: "http://127.0.0.1:1/" } };
    tellRunningCode(directoryWorks ? ctx : { ...ctx, homes }, { waitUntil: (each) => void work.push(each) });
    await Promise.all(work);
    return (await seen()).map(({ seenAt }) => seenAt);
  };
  expect(await told("2027-01-01T02:00:00.000Z", false)).toEqual([]);
  expect(await told("2027-01-01T02:00:01.000Z")).toEqual(["2027-01-01T02:00:01.000Z"]);
  expect(await told("2027-01-01T02:05:00.999Z")).toEqual([]);
  expect(await told("2027-01-01T02:05:01.000Z")).toEqual(["2027-01-01T02:05:01.000Z"]);
});
