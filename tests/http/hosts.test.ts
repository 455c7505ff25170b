import { beforeAll, describe, expect, it } from "vitest";
import { type AppVillage, seedTestVillage, testApp } from "#tests/support/app.ts";

const app = testApp();
let village: AppVillage;

beforeAll(async () => {
  village = await seedTestVillage(app);
});

describe("hosts", () => {
  it("answers a host that no village has with 404, its name and the way to the portal", async () => {
    const answer = await app.request(`tidak-ada.${app.baseHost}`, "/kantor");
    expect(answer.status).toBe(404);
    expect(answer.text).toContain("tidak-ada.localhost");
    expect(answer.text).toContain(app.url);
    expect(answer.text).toContain('lang="id"');
  });

  it("knows a village by its host in capitals too", async () => {
    const answer = await app.request(village.host.toUpperCase(), "/masuk");
    expect(answer.status).toBe(200);
  });

  it("keeps office pages from the portal's host and the portal's from a village's", async () => {
    expect((await app.request(app.baseHost, "/kantor")).status).toBe(404);
    expect((await app.request(village.host, "/portal")).status).toBe(404);
  });

  it.each(["/_root.data", "/kantor.data", "/masuk.data", "/__manifest", "/__manifest?p=/kantor"])(
    "denies React Router's own address %s",
    async (path) => {
      const kasi = await village.signInAs("kasi-pemerintahan");
      expect((await kasi.get(path)).status).toBe(404);
    },
  );

  it("shows a signed-in person the office and sends a stranger to the sign-in page with the way back", async () => {
    const kasi = await village.signInAs("kasi-pemerintahan");
    expect((await kasi.get("/kantor")).status).toBe(200);
    const stranger = await app.createBrowserlessClient(village.slug).get("/kantor");
    expect([stranger.status, stranger.headers.location]).toEqual([303, "/masuk?next=%2Fkantor"]);
  });
});

describe("origin of a change", () => {
  const form = { identitas: "kepala-desa", kata_sandi: "salah-sama-sekali" };

  it.each([
    { origin: "http://jahat.example" },
    { origin: "null" },
    { origin: undefined, "sec-fetch-site": "cross-site" },
    { origin: undefined, "sec-fetch-site": "same-site" },
  ])("answers 403 to a post with %o", async (headers) => {
    const stranger = app.createBrowserlessClient(village.slug);
    const answer = await stranger.post("/masuk", form, headers);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain("Kiriman ditolak");
  });

  it("refuses another village's page: same site is not same origin", async () => {
    const other = await seedTestVillage(app, { positions: [] });
    const answer = await app
      .createBrowserlessClient(village.slug)
      .post("/masuk", form, { origin: `http://${other.host}` });
    expect(answer.status).toBe(403);
  });

  it("lets a program pass, which sends neither Origin nor Sec-Fetch-Site", async () => {
    const body = new URLSearchParams(form).toString();
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await app.request(village.host, "/masuk", { method: "POST", headers, body });
    expect(answer.status).toBe(422);
  });
});
