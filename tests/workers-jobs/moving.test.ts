import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { openPlace } from "#db/place.ts";
import { addLaggingVillage } from "#tests/support/lagging-village.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { createJobEnv } from "./job-env.ts";

const AT = "2026-11-24T02:00:00.000Z";
let portal: TestPortal;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterAll(() => portal.stop());

it("work of a village on its way to another home waits, and counts as no failure", async () => {
  const moving = { movingTo: "kedua", movingSince: AT };
  const { id } = await addLaggingVillage(openPlace(portal.home), VILLAGE_SCHEMA_VERSION, moving);
  const due = { villageId: id, kind: "housekeeping", dueAt: AT, leasedUntil: "2026-11-24T02:10:00.000Z" };
  await portal.directory.insert(dueJobs).values(due);
  const job = createJobEnv(portal.home);
  expect(await job.consume([{ kind: "run-village-due", villageId: id }])).toEqual(["acked"]);
  const dueOf = () => portal.directory.select().from(dueJobs).where(eq(dueJobs.villageId, id));
  const waiting = { leasedUntil: null, attempts: 0, lastError: null };
  expect(await dueOf()).toMatchObject([{ ...waiting, dueAt: "2026-11-25T02:00:00.000Z" }]);

  await portal.directory
    .update(villages)
    .set({ movingTo: null, movingSince: null })
    .where(eq(villages.id, id));
  await portal.directory.update(dueJobs).set({ dueAt: AT }).where(eq(dueJobs.villageId, id));
  expect(await job.consume([{ kind: "run-village-due", villageId: id }])).toEqual(["acked"]);
  expect(await dueOf()).toMatchObject([{ attempts: 0, dueAt: expect.stringMatching(/T1[5-9]|T2[01]/) }]);
});

it("the operator is told of a move that was cut off, until somebody ends it", async () => {
  const job = createJobEnv(portal.home);
  const moving = { movingTo: "kedua", movingSince: AT, name: "Sesela" };
  const { id, slug } = await addLaggingVillage(openPlace(portal.home), VILLAGE_SCHEMA_VERSION, moving);
  const look = async (at: string) => {
    job.setNow(at);
    await job.sweep("47 * * * *");
    const found = await portal.directory.select().from(alerts).where(eq(alerts.alertKey, "move-stuck"));
    return found.filter((alert) => alert.settledAt === null).map(({ sentence }) => sentence);
  };
  expect(await look("2026-11-24T02:19:59.000Z")).toEqual([]);
  expect(await look("2026-11-24T02:20:00.000Z")).toEqual([expect.stringContaining(`Sesela (${slug})`)]);
  await portal.directory
    .update(villages)
    .set({ movingTo: null, movingSince: null })
    .where(eq(villages.id, id));
  expect(await look("2026-11-24T03:47:00.000Z")).toEqual([]);
});
