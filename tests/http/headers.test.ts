import { beforeAll, describe, expect, it } from "vitest";
import { type AppVillage, seedTestVillage, testApp } from "#tests/support/app.ts";

const app = testApp();
let village: AppVillage;

beforeAll(async () => {
  village = await seedTestVillage(app);
});

function policyOf(header: string | string[] | undefined): Map<string, string> {
  const parts = String(header)
    .split(";")
    .map((part) => part.trim());
  return new Map(parts.map((part) => [part.split(" ")[0] ?? "", part.split(" ").slice(1).join(" ")]));
}

describe("security headers", () => {
  it.each(["/", "/masuk", "/kantor", "/tidak-ada", "/favicon.ico"])(
    "stand on every answer: %s",
    async (path) => {
      const { headers } = await app.request(village.host, path);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("same-origin");
      expect(policyOf(headers["content-security-policy"]).get("frame-ancestors")).toBe("'none'");
      expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it("let no page run inline scripts or styles, or anything from elsewhere", async () => {
    const policy = policyOf((await app.request(village.host, "/masuk")).headers["content-security-policy"]);
    expect(policy.get("default-src")).toBe("'none'");
    expect(policy.get("script-src")).toBe("'self'");
    expect(policy.get("style-src")).toBe("'self'");
    expect(policy.get("form-action")).toBe("'self'");
  });

  it("let the portal's forms end on a new village's host", async () => {
    const policy = policyOf((await app.request(app.baseHost, "/")).headers["content-security-policy"]);
    expect(policy.get("form-action")).toBe(`'self' http://*.${app.baseHost}`);
  });

  it("keep pages out of shared caches, and let hashed styles stay for a year", async () => {
    const page = await app.request(village.host, "/masuk");
    expect(page.headers["cache-control"]).toBe("private, no-store");
    const style = /href="(\/assets\/[^"]+\.css)"/.exec(page.text)?.[1] ?? "";
    const answer = await app.request(village.host, style);
    expect(answer.status).toBe(200);
    expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  });

  it("say how many round trips a page cost", async () => {
    const kasi = await village.signInAs("kasi-pemerintahan");
    const page = await kasi.get("/kantor");
    const count = Number(/db;desc="(\d+)"/.exec(String(page.headers["server-timing"]))?.[1]);
    expect(count).toBeGreaterThan(0);
  });
});
