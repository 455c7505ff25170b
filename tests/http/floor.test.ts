import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { seedVillage } from "#app/seed/seed-village.ts";
import type { Balai } from "#db/local/launch/balai.ts";
import { startBalai } from "#db/local/launcher.ts";
import { seedTestVillage, testApp } from "#tests/support/app.ts";
import { sendRequest } from "#tests/support/client.ts";
import { removeFolder } from "../support/remove-folder.ts";

const app = testApp();

describe("GET /__lantai, the route that pages are measured against", () => {
  it("asks the village's database once and answers a few bytes", async () => {
    const village = await seedTestVillage(app, { positions: [], name: "Sukamaju" });
    const answer = await app.request(village.host, "/__lantai");
    expect([answer.status, answer.text]).toEqual([200, "Sukamaju"]);
    // The suite's app trusts no host that it looked up before: one more request, to the directory.
    expect(answer.headers["server-timing"]).toBe('db;desc="2"');
  });

  it("is nothing on the portal and on a host that no village has", async () => {
    for (const host of [app.baseHost, `tidak-ada.${app.baseHost}`])
      expect([host, (await app.request(host, "/__lantai")).status]).toEqual([host, 404]);
  });
});

describe("in production", () => {
  const dataDir = mkdtempSync(join(tmpdir(), "balai-lantai-"));
  let balai: Balai | undefined;

  beforeAll(async () => {
    balai = await startBalai({
      dataDir,
      port: 0,
      environment: "production",
      buildDir: process.env.BALAI_BUILD_DIR,
      prepare: (home) => provisionSharedDatabases(home, new Date()),
    });
  });

  afterAll(async () => {
    await balai?.stop();
    removeFolder(dataDir);
  });

  it("is refused on a village's host, where healthz answers", async () => {
    if (!balai) throw new Error("not started");
    const { home, port, baseHost } = balai;
    const site = { ...(await app.seedSite()), home, now: new Date() };
    const place = { district: "Gunungsari", regency: "Kabupaten Lombok Barat", timeZone: "WITA" } as const;
    const names = { slug: "sesela", name: "Sesela", regionCode: "52.01.09.2003" };
    await seedVillage(
      { ...site, config: { ...site.config, baseHost } },
      { ...names, ...place, province: "Nusa Tenggara Barat" },
    );
    const host = `sesela.${baseHost}`;
    expect((await sendRequest(port, host, "/healthz")).status).toBe(200);
    const answer = await sendRequest(port, host, "/__lantai");
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain("Sesela");
    expect(answer.headers["server-timing"]).toBeUndefined();
  });
});
