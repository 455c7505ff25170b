import { once } from "node:events";
import { createServer, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { startFront } from "#db/local/front.ts";
import { sendRequest } from "#tests/support/client.ts";
import { frontBefore } from "./echo.ts";

const PAGE = `<!doctype html><p>${"Desa Sesela ".repeat(500)}</p>`;

describe("compression", () => {
  it.each([
    ["gzip, deflate, br", "br", brotliDecompressSync],
    ["gzip, br;q=0", "gzip", gunzipSync],
    ["*", "gzip", gunzipSync],
  ] as const)("answers a page to %s as %s", async (accepted, encoding, decode) => {
    const { port } = await frontBefore((_request, response) => {
      response
        .writeHead(200, { "content-type": "text/html", etag: '"1"', "content-length": PAGE.length })
        .end(PAGE);
    });
    const answer = await sendRequest(port, "a.localhost", "/", { headers: { "accept-encoding": accepted } });
    expect(answer.headers).toMatchObject({
      "content-encoding": encoding,
      vary: "Accept-Encoding",
      etag: 'W/"1"',
    });
    expect(answer.headers["content-length"]).toBeUndefined();
    expect(decode(answer.bytes).toString()).toBe(PAGE);
    expect(answer.bytes.length).toBeLessThan(PAGE.length / 5);
  });

  it.each([
    ["a client that takes none", {}, "text/html", PAGE],
    ["a picture", { "accept-encoding": "br" }, "image/jpeg", PAGE],
    ["a few bytes", { "accept-encoding": "br" }, "application/json", '{"status":"ok"}'],
  ])("leaves alone %s", async (_what, headers, type, body) => {
    const { port } = await frontBefore((_request, response) => {
      response.writeHead(200, { "content-type": type, "content-length": body.length }).end(body);
    });
    const answer = await sendRequest(port, "a.localhost", "/", { headers });
    expect(answer.headers["content-encoding"]).toBeUndefined();
    expect([answer.text, answer.headers["content-length"]]).toEqual([body, String(body.length)]);
  });

  it("leaves alone what has been encoded already, and answers without a body", async () => {
    const { port } = await frontBefore((incoming, response) => {
      const head = incoming.url === "/304";
      response.writeHead(head ? 304 : 200, {
        "content-type": "text/html",
        ...(head ? {} : { "content-encoding": "zstd" }),
      });
      response.end(head ? undefined : PAGE);
    });
    const headers = { "accept-encoding": "br" };
    expect((await sendRequest(port, "a.localhost", "/", { headers })).headers["content-encoding"]).toBe(
      "zstd",
    );
    const unchanged = await sendRequest(port, "a.localhost", "/304", { headers });
    expect([unchanged.status, unchanged.headers["content-encoding"], unchanged.bytes.length]).toEqual([
      304,
      undefined,
      0,
    ]);
  });

  it("sends the first part of a page before the rest exists", async () => {
    let finish = () => {};
    const { port } = await frontBefore((_request, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.write(PAGE);
      finish = () => response.end("selesai");
    });
    const outgoing = request({
      host: "127.0.0.1",
      port,
      path: "/",
      headers: { "accept-encoding": "br" },
      agent: false,
    });
    outgoing.end();
    const [answer] = await once(outgoing, "response");
    const [first] = await once(answer, "data");
    expect(first.length).toBeGreaterThan(0);
    finish();
    answer.resume();
    await once(answer, "end");
  });
});

describe("bodies", () => {
  it("passes a body through whole, with its length or in chunks, whatever the method", async () => {
    const { port } = await frontBefore();
    const body = Buffer.alloc(3_000_000, "a");
    for (const method of ["POST", "PUT", "DELETE"]) {
      const known = await sendRequest(port, "a.localhost", "/", { method, body });
      expect(JSON.parse(known.text)).toMatchObject({ method, bodyBytes: body.length });
    }
    const chunked = await sendRequest(port, "a.localhost", "/", {
      method: "DELETE",
      body,
      headers: { "transfer-encoding": "chunked" },
    });
    expect(JSON.parse(chunked.text)).toMatchObject({ bodyBytes: body.length });
  });

  it("lets a client that is still sending 20 MB read the answer that came before the end", async () => {
    const { port } = await frontBefore((_request, response) => {
      response.writeHead(422, { "content-type": "text/plain" }).end("terlalu besar");
    });
    const answer = await sendRequest(port, "a.localhost", "/", {
      method: "POST",
      body: Buffer.alloc(20_000_000),
    });
    expect([answer.status, answer.text]).toEqual([422, "terlalu besar"]);
  });

  it("refuses a body over the limit by its length, and by counting where none is said", async () => {
    const { port } = await frontBefore(undefined, { maxBodyBytes: 1_000_000 });
    const body = Buffer.alloc(30_000_000);
    const known = await sendRequest(port, "a.localhost", "/", { method: "POST", body });
    expect([known.status, known.text]).toEqual([413, expect.stringContaining("Kiriman terlalu besar")]);
    const headers = { "transfer-encoding": "chunked" };
    expect((await sendRequest(port, "a.localhost", "/", { method: "POST", body, headers })).status).toBe(413);
  });
});

describe("a worker that is not there", () => {
  it("is told with a sentence: 503 before it is ready, 502 when it is gone", async () => {
    const front = await startFront({ port: 0 });
    expect((await sendRequest(front.port, "a.localhost", "/")).status).toBe(503);
    const gone = createServer().listen(0, "127.0.0.1");
    await once(gone, "listening");
    const address = gone.address();
    if (!address || typeof address === "string") throw new Error("no port");
    gone.close();
    await once(gone, "close");
    front.passTo(new URL(`http://127.0.0.1:${address.port}`));
    const answer = await sendRequest(front.port, "a.localhost", "/", { method: "POST", body: "a=1" });
    expect([answer.status, answer.text]).toEqual([502, expect.stringContaining("Ada gangguan")]);
    await front.stop();
  });

  it("says that a port is taken", async () => {
    const first = await startFront({ port: 0 });
    await expect(startFront({ port: first.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await first.stop();
  });
});
