import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { count } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedDemo } from "#app/seed/demo.ts";
import { tellSesela } from "#app/seed/demo-sesela.ts";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import type { SeedSite } from "#app/seed/seed-village.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { localHome } from "#db/homes/home.ts";
import { openDirectory, openVillage, type VillageDb } from "#db/open.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { letters } from "#db/village/schema/letters.ts";
import { residents } from "#db/village/schema/population.ts";
import { activityUpdates, deviations, programmes, spending } from "#db/village/schema/programme.ts";
import { createMemoryFileStore } from "#tests/support/memory-file-store.ts";
import { startNearServer } from "#tests/support/near-server.ts";
import { TEST_MASTER_KEYS } from "#tests/support/test-keys.ts";
import { removeFolder } from "../support/remove-folder.ts";

interface Fresh {
  site: SeedSite;
  close(): Promise<void>;
}

/** A site without villages, on a server of its own: the demo's address names are the demo's alone. */
async function freshSite(iso: string): Promise<Fresh> {
  const dataDir = mkdtempSync(join(tmpdir(), "balai-demo-"));
  const server = await startNearServer({ dataDir });
  const home = localHome(server);
  const now = new Date(iso);
  await provisionSharedDatabases(home, now);
  const config = { environment: "local", publicScheme: "http", baseHost: "localhost:8787" } as const;
  return {
    site: {
      home,
      config: { ...config, signupsPerHour: 30 },
      files: createMemoryFileStore(),
      signingKey: Buffer.alloc(32, 7).toString("base64"),
      masterKeys: TEST_MASTER_KEYS,
      now,
    },
    close: async () => {
      await server.stop();
      removeFolder(dataDir);
    },
  };
}

async function openBySlug({ home }: SeedSite, slug: string): Promise<VillageDb> {
  const found = (await openDirectory(home).select().from(villages)).find((each) => each.slug === slug);
  if (!found) throw new Error(`no ${slug}`);
  return openVillage(home, found);
}

async function statesOf(db: VillageDb): Promise<Record<string, number>> {
  const { state } = activityUpdates;
  const rows = await db.select({ state, n: count() }).from(activityUpdates).groupBy(state);
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

function yearsOf(db: VillageDb) {
  const { year, state } = programmes;
  return db.select({ year, state }).from(programmes).orderBy(year);
}

describe("the demo", () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await freshSite("2026-11-24T06:00:00.000Z");
    // A first run that is cut off at its third photo.
    let photos = 0;
    const put: SeedSite["files"]["put"] = async () => {
      if (++photos > 2) throw new Error("power cut");
    };
    const cutOff = { ...fresh.site, files: { ...fresh.site.files, put } };
    await expect(seedDemo(cutOff)).rejects.toThrow("Penyimpanan berkas belum menjawab");
    await seedDemo(fresh.site);
  }, 180_000);
  afterAll(() => fresh.close());

  it("stands once and in full after a first run that was cut off", async () => {
    const directory = openDirectory(fresh.site.home);
    const rows = await directory.select().from(villages);
    const seen = rows.map(({ slug, state, trust }) => `${slug} ${state} ${trust}`).sort();
    expect(seen).toEqual(["midang active verified", "sesela active verified"]);
    const due = await directory.select().from(dueJobs);
    expect(new Set(due.map((each) => each.villageId))).toEqual(new Set(rows.map((each) => each.id)));
  });

  it("shows in Sesela every state that a report can have, and money", async () => {
    const db = await openBySlug(fresh.site, "sesela");
    const states = await statesOf(db);
    expect(states).toMatchObject({ submitted: 3, returned: 1, draft: 1 });
    expect(states.approved).toBeGreaterThan(25);
    expect(await db.$count(deviations)).toBe(1);
    expect(await db.$count(spending)).toBeGreaterThan(25);
    expect(await yearsOf(db)).toEqual([
      { year: 2026, state: "running" },
      { year: 2027, state: "draft" },
    ]);
  });

  it("shows in Sesela residents, and a letter at each stop of the counter", async () => {
    const db = await openBySlug(fresh.site, "sesela");
    expect(await db.$count(residents)).toBeGreaterThanOrEqual(240);
    const rows = await db.select().from(letters);
    const states = rows.map(({ state }) => state).sort();
    expect(states).toEqual(["asked", "handed", "handed", "review", "signed", "waiting", "waiting"]);
    // The paper book stood at 12.
    const numbers = rows.flatMap(({ number }) => number ?? []).sort((a, b) => a - b);
    expect(numbers).toEqual([13, 14, 15, 16, 17]);
  });

  it("has next year's programme of Midang before its Kepala Desa", async () => {
    expect(await yearsOf(await openBySlug(fresh.site, "midang"))).toEqual([
      { year: 2026, state: "running" },
      { year: 2027, state: "submitted" },
    ]);
  });

  it("tells nothing of days to come", async () => {
    const rows = await (await openBySlug(fresh.site, "sesela")).select().from(auditLog);
    const latest = rows
      .map((row) => row.at)
      .sort()
      .at(-1);
    expect(latest && latest < fresh.site.now.toISOString()).toBe(true);
  });
});

describe("the demo made in another season", () => {
  it.each([
    ["in January", "2027-01-15T02:00:00.000Z", [2026, 2027]],
    ["on New Year's Eve", "2026-12-31T15:59:00.000Z", [2026, 2027]],
  ])(
    "%s is as lively",
    async (_season, iso, expected) => {
      const { site, close } = await freshSite(iso);
      await tellSesela(site, "none");
      const db = await openBySlug(site, "sesela");
      expect((await yearsOf(db)).map((each) => each.year)).toEqual(expected);
      const states = await statesOf(db);
      expect(states).toMatchObject({ returned: 1, draft: 1 });
      expect(states.submitted).toBeGreaterThanOrEqual(3);
      await close();
    },
    120_000,
  );
});
