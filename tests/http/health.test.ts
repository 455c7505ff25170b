import { beforeAll, describe, expect, it } from "vitest";
import { createProvisioner } from "#db/homes/homes.ts";
import { type AppVillage, seedTestVillage, testApp } from "#tests/support/app.ts";

const app = testApp();
let village: AppVillage;

beforeAll(async () => {
  village = await seedTestVillage(app);
});

describe("GET /healthz", () => {
  it("answers 200 and ok on the portal, on a village's host and on a host that nobody has", async () => {
    for (const host of [app.baseHost, village.host, `127.0.0.1:${app.port}`]) {
      const answer = await app.request(host, "/healthz");
      expect([host, answer.status, answer.text]).toEqual([host, 200, '{"status":"ok"}']);
      expect(answer.headers["cache-control"]).toBe("no-store");
    }
  });

  it("answers 503 on the host of a village whose database does not answer, while the portal stays well", async () => {
    const broken = await seedTestVillage(app, { positions: [] });
    await createProvisioner(app.home).deleteDatabase(broken.tenant.database);
    expect((await app.request(broken.host, "/healthz")).status).toBe(503);
    expect((await app.request(app.baseHost, "/healthz")).status).toBe(200);
  });
});
