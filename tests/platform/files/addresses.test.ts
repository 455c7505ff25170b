import { describe, expect, it } from "vitest";
import type { BaseCtx, SiteConfig } from "#app/context.ts";
import { FILE_ADDRESS_SECONDS, signFileAddress } from "#app/platform/files/addresses.ts";
import type { Env } from "#workers/bindings.ts";
import { answerFile } from "#workers/http/files.ts";

const config: SiteConfig = {
  environment: "test",
  publicScheme: "http",
  baseHost: "localhost:8787",
  signupsPerHour: 30,
};
const signingKey = btoa("0123456789abcdef0123456789abcdef");
const now = new Date("2026-11-24T02:00:30.000Z");
const village = "019b0000-0000-7000-8000-000000000001";
const otherVillage = "019b0000-0000-7000-8000-000000000002";

function bucketOf(mediaType: string): Env["FILES"] {
  const bytes = new TextEncoder().encode("isi berkas");
  const object = { httpMetadata: { contentType: mediaType }, arrayBuffer: async () => bytes.buffer };
  return { get: async () => object } as unknown as Env["FILES"];
}

function open(address: string, options: { at?: Date; type?: string; method?: string } = {}) {
  const env = { SIGNING_KEY: signingKey, FILES: bucketOf(options.type ?? "image/png") } as Env;
  const base = { config, now: options.at ?? now } as BaseCtx;
  const url = new URL(address);
  return answerFile(new Request(url, { method: options.method ?? "GET" }), url, base, env);
}

const sign = (key: string, owner = village) =>
  signFileAddress({ config, signingKey, now }, owner, key, "akun-1");

describe("the file host", () => {
  it("shows a picture to whoever holds a fresh address", async () => {
    const answer = await open(await sign(`${village}/abc`));
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("isi berkas");
    expect(answer.headers.get("content-disposition")).toBe("inline");
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(answer.headers.has("set-cookie")).toBe(false);
    // Pages of a village's own domain show it too.
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  });

  it("offers anything that is no picture as a download only", async () => {
    for (const type of ["application/pdf", "text/csv", "text/html", "image/svg+xml"]) {
      const answer = await open(await sign(`${village}/abc`), { type });
      expect(answer.headers.get("content-disposition"), type).toBe("attachment");
    }
  });

  it("gives one address for all pages of a minute, and lets it end after five", async () => {
    const address = await sign(`${village}/abc`);
    const end = new Date(Date.parse("2026-11-24T02:01:00.000Z") + FILE_ADDRESS_SECONDS * 1000);
    expect((await open(address, { at: end })).status).toBe(200);
    expect((await open(address, { at: new Date(end.getTime() + 1) })).status).toBe(404);
  });

  it("refuses an address in which anything was changed", async () => {
    const address = await sign(`${village}/abc`);
    const end = new URL(address).searchParams.get("s") ?? "";
    const changes: [string, string, string][] = [
      ["key", "/abc?", "/abd?"],
      ["village", village, otherVillage],
      ["account", "a=akun-1", "a=akun-2"],
      ["end", `s=${end}`, "s=99999999999"],
      ["end that is no number", `s=${end}`, "s=1e99"],
      ["mark", "&t=", "&t=0"],
      ["no mark", "&t=", "&x="],
      ["nothing but a slash", `${village}/abc`, ""],
    ];
    for (const [name, from, to] of changes) {
      expect(address, name).toContain(from);
      expect((await open(address.replace(from, to))).status, name).toBe(404);
    }
  });

  it("never signs another village's key", async () => {
    await expect(sign(`${otherVillage}/abc`)).rejects.toThrow("another village");
    await expect(sign("abc")).rejects.toThrow("another village");
  });

  it("answers nothing but reading", async () => {
    const address = await sign(`${village}/abc`);
    expect((await open(address, { method: "POST" })).status).toBe(405);
    const head = await open(address, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
  });
});
