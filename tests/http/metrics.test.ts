import { expect, it } from "vitest";
import { seedTestVillage, testApp } from "#tests/support/app.ts";
import { TEST_METRICS_TOKEN } from "#tests/support/clock-start.ts";

const app = testApp();

it("shows figures to a monitor on the portal, and to nobody else", async () => {
  const headers = { authorization: `Bearer ${TEST_METRICS_TOKEN}` };
  const shown = await app.request(app.baseHost, "/metrics", { headers });
  expect([shown.status, shown.headers["content-type"]]).toEqual([200, "text/plain; version=0.0.4"]);
  expect(shown.text).toMatch(/^balai_home_up\{home="utama",kind="local"\} 1$/m);
  expect((await app.request(app.baseHost, "/metrics")).status).toBe(401);
  const village = await seedTestVillage(app, { positions: [] });
  expect((await app.request(village.host, "/metrics", { headers })).status).toBe(404);
});
