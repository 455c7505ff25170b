import { beforeAll, describe, expect, it } from "vitest";
import { openVillage } from "#db/open.ts";
import { signInAttempts } from "#db/village/schema/accounts.ts";
import { type AppVillage, seedTestVillage, testApp } from "#tests/support/app.ts";

const app = testApp();
let village: AppVillage;

beforeAll(async () => {
  village = await seedTestVillage(app);
});

describe("the worker behind the front", () => {
  it("counts failed sign-ins by the true address, whatever the client claims to be", async () => {
    const claims = { "cf-connecting-ip": "6.6.6.6", "x-forwarded-for": "6.6.6.6" };
    const stranger = app.createBrowserlessClient(village.slug);
    await stranger.post("/masuk", { identitas: "kasi-pemerintahan", kata_sandi: "salah sekali" }, claims);
    const rows = await openVillage(app.home, village.tenant).select().from(signInAttempts);
    const addresses = rows.map((row) => row.subject).filter((subject) => subject.startsWith("address:"));
    expect(addresses).toEqual(["address:127.0.0.1"]);
  });

  it("lets nobody pick another village by Miniflare's own header", async () => {
    const other = await seedTestVillage(app, { name: "Lain Sekali", positions: [] });
    const answer = await app.request(village.host, "/masuk", {
      headers: { "mf-original-url": `http://${other.host}/masuk` },
    });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain("Lain Sekali");
  });

  it("gives no stored file away under /cdn-cgi/", async () => {
    const answer = await app.request(app.baseHost, "/cdn-cgi/local/r2/public/balai-berkas/kunci");
    expect(answer.status).toBe(404);
  });

  it.each([
    ["20 MB, of which what was typed is kept", 20, 422, 'value="kasi-pemerintahan"'],
    ["70 MB, refused unread", 70, 413, "Kiriman terlalu besar"],
  ])(
    "answers a form of %s with a sentence while it is still being sent",
    async (_what, megabytes, status, sentence) => {
      const client = app.createBrowserlessClient(village.slug);
      const berkas = new File([new Uint8Array(megabytes * 1024 * 1024)], "besar.jpg");
      const answer = await client.post("/masuk", { identitas: "kasi-pemerintahan", kata_sandi: "x", berkas });
      expect(answer.status).toBe(status);
      expect(answer.text).toContain(sentence);
    },
  );
});
