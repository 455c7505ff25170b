import { describe, expect, it } from "vitest";
import { sendRequest } from "#tests/support/client.ts";
import { type Echoed, frontBefore } from "./echo.ts";

async function echoedBy(port: number, headers: Record<string, string>, path = "/"): Promise<Echoed> {
  const answer = await sendRequest(port, "sesela.localhost", path, { headers });
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text);
}

describe("what the front lets through", () => {
  it("keeps host, path and query as they came", async () => {
    const { port } = await frontBefore();
    const seen = await echoedBy(port, {}, "/peta/a%20b?cari=%2Fcdn-cgi%2F&x=1");
    expect([seen.headers.host, seen.url]).toEqual(["sesela.localhost", "/peta/a%20b?cari=%2Fcdn-cgi%2F&x=1"]);
  });

  it.each([
    "/cdn-cgi/",
    "/cdn-cgi/local/r2/public/balai-berkas/kunci",
    "/CDN-CGI/local",
    "/%63dn-cgi/local",
    "/%2563dn-cgi/local",
    "//cdn-cgi/local",
    "/./cdn-cgi/local",
    "/kantor/../cdn-cgi/local",
    "/kantor/%2e%2e/cdn-cgi/local",
    "/\\cdn-cgi/local",
    "/cdn-cgi?x",
  ])("refuses %s", async (path) => {
    const { port } = await frontBefore();
    const answer = await sendRequest(port, "sesela.localhost", path);
    expect(answer.status).toBe(404);
    expect(answer.text).toContain("Tidak ditemukan");
  });

  it.each(["http://sesela.localhost/cdn-cgi/local", "*"])(
    "refuses the target %s, which is no path",
    async (path) => {
      const { port } = await frontBefore();
      const method = path === "*" ? "OPTIONS" : "GET";
      expect((await sendRequest(port, "sesela.localhost", path, { method })).status).toBe(404);
    },
  );

  it("drops every header by which a client would speak for Miniflare, Cloudflare or a proxy", async () => {
    const { port } = await frontBefore();
    const claimed = {
      "mf-original-url": "http://lain.localhost/",
      "MF-CF-Blob": "{}",
      "cf-ray": "1",
      "CF-IPCountry": "ID",
      "cf-connecting-ip": "6.6.6.6",
      "x-forwarded-for": "6.6.6.6",
      "x-forwarded-host": "lain.localhost",
      "x-forwarded-proto": "https",
      forwarded: "for=6.6.6.6",
      "x-real-ip": "6.6.6.6",
      "true-client-ip": "6.6.6.6",
    };
    const { headers } = await echoedBy(port, { ...claimed, cookie: "sesi=1", "x-lain": "tetap" });
    expect(headers).toMatchObject({ "cf-connecting-ip": "127.0.0.1", cookie: "sesi=1", "x-lain": "tetap" });
    expect(JSON.stringify(headers)).not.toMatch(
      /6\.6\.6\.6|mf-|lain\.localhost|x-forwarded|cf-ray|ipcountry/i,
    );
  });

  it("does not pass on a header that the client calls its neighbour's, but never loses host or length", async () => {
    const { port } = await frontBefore();
    const { headers } = await echoedBy(port, { connection: "x-rahasia, host, keep-alive", "x-rahasia": "1" });
    expect(headers["x-rahasia"]).toBeUndefined();
    expect(headers.host).toBe("sesela.localhost");
  });
});

describe("the client's address", () => {
  it("is the peer's without TRUSTED_PROXY, and what a trusted proxy says with it", async () => {
    const untrusted = await frontBefore();
    const trusted = await frontBefore(undefined, { trustedProxy: "127.0.0.0/8" });
    const claim = { "x-forwarded-for": "203.0.113.9" };
    expect((await echoedBy(untrusted.port, claim)).headers["cf-connecting-ip"]).toBe("127.0.0.1");
    expect((await echoedBy(trusted.port, claim)).headers["cf-connecting-ip"]).toBe("203.0.113.9");
  });

  it("is the last hop that no trusted proxy is, whatever was claimed before it", async () => {
    const { port } = await frontBefore(undefined, { trustedProxy: "127.0.0.1, 10.0.0.0/8" });
    const claim = { "x-forwarded-for": "6.6.6.6, 203.0.113.9, 10.1.2.3" };
    expect((await echoedBy(port, claim)).headers["cf-connecting-ip"]).toBe("203.0.113.9");
  });

  it("stays the proxy's where what it says is no address", async () => {
    const { port } = await frontBefore(undefined, { trustedProxy: "127.0.0.1" });
    const { headers } = await echoedBy(port, { "x-forwarded-for": "<script>" });
    expect(headers["cf-connecting-ip"]).toBe("127.0.0.1");
  });

  it("refuses a TRUSTED_PROXY that is no address, rather than trusting nobody in silence", async () => {
    await expect(frontBefore(undefined, { trustedProxy: "proxy.desa.id" })).rejects.toThrow("TRUSTED_PROXY");
  });
});

describe("a Host that is no host", () => {
  it.each(["a@sesela.localhost", "sesela localhost", "a/b", "desa:port"])(
    "is refused at the front: %s",
    async (host) => {
      const { port } = await frontBefore();
      expect((await sendRequest(port, host, "/")).status).toBe(400);
    },
  );

  it.each(["sesela.localhost:8787", "127.0.0.1:80", "[::1]:80", "balai.example.id."])(
    "is told from one that is: %s",
    async (host) => {
      const { port } = await frontBefore();
      expect((await sendRequest(port, host, "/")).status).toBe(200);
    },
  );
});
