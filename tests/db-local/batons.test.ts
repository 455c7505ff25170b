import { expect, it } from "vitest";
import { execute, ManualClock, pipeline, startServer, type TestServer } from "./support.ts";

const INVALID = [400, "Received an invalid baton"];
const REUSED = [400, "Received a baton that has already been used"];

async function tryBaton(server: TestServer, baton: string | null, namespace = "default") {
  const response = await server.post("v3/pipeline", { baton, requests: [] }, { "x-namespace": namespace });
  return [response.status, await response.text()];
}

it("is another one with each answer, and good for once", async () => {
  const server = await startServer();
  const first = await pipeline(server, [execute("BEGIN")]);
  const second = await pipeline(server, [execute("SELECT 1")], first.baton);
  expect(second.baton).not.toBe(first.baton);
  expect(await tryBaton(server, first.baton)).toEqual(REUSED);
  expect((await pipeline(server, [{ type: "get_autocommit" }], second.baton)).results[0]?.response).toEqual({
    type: "get_autocommit",
    is_autocommit: false,
  });
});

it("cannot be forged, nor used in another namespace or after the stream was closed", async () => {
  const server = await startServer();
  await server.create("lain");
  const { baton } = await pipeline(server, [execute("BEGIN")]);
  const bytes = Buffer.from(String(baton), "base64");
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
  expect(await tryBaton(server, bytes.toString("base64"))).toEqual(INVALID);
  expect(await tryBaton(server, "")).toEqual(INVALID);
  expect(await tryBaton(server, "omong kosong")).toEqual(INVALID);
  expect(await tryBaton(server, baton, "lain")).toEqual(INVALID);
  expect(await tryBaton(await startServer(), baton)).toEqual(INVALID);
  const closed = await pipeline(server, [{ type: "close" }], baton);
  expect(closed.baton).toBeNull();
  expect(await tryBaton(server, baton)).toEqual(INVALID);
});

it("cannot be used twice at once", async () => {
  const clock = new ManualClock();
  const server = await startServer({ clock });
  await pipeline(server, [execute("CREATE TABLE t (a)"), { type: "close" }]);
  const writer = await pipeline(server, [execute("BEGIN IMMEDIATE")]);
  const { baton } = await pipeline(server, [execute("SELECT 1")]);
  const timers = clock.pending;
  const waiting = pipeline(server, [execute("INSERT INTO t VALUES (1)")], baton);
  while (clock.pending < timers + 1) await pipeline(server, [{ type: "close" }]);
  expect(await tryBaton(server, baton)).toEqual(REUSED);
  await pipeline(server, [execute("COMMIT"), { type: "close" }], writer.baton);
  expect((await waiting).results[0]?.type).toBe("ok");
});

it("expires with its stream, whose transaction is rolled back", async () => {
  const clock = new ManualClock();
  const server = await startServer({ clock, streamExpireMs: 10_000 });
  await pipeline(server, [execute("CREATE TABLE t (a)"), { type: "close" }]);
  const first = await pipeline(server, [execute("BEGIN"), execute("INSERT INTO t VALUES (1)")]);
  clock.advance(9_999);
  const second = await pipeline(server, [execute("INSERT INTO t VALUES (2)")], first.baton);
  clock.advance(9_999);
  const third = await pipeline(server, [execute("INSERT INTO t VALUES (3)")], second.baton);
  clock.advance(10_000);
  const [status, body] = await tryBaton(server, third.baton);
  expect([status, JSON.parse(String(body))]).toEqual([
    400,
    { message: "The stream has expired due to inactivity", code: "STREAM_EXPIRED" },
  ]);
  const { results } = await pipeline(server, [
    execute("INSERT INTO t VALUES (4)"),
    execute("SELECT a FROM t"),
  ]);
  expect(results[1]?.response?.result?.rows).toEqual([[{ type: "integer", value: "4" }]]);
  clock.advance(300_000);
  expect(await tryBaton(server, third.baton)).toEqual(INVALID);
});

it("reaches the client as an error when its transaction has expired", async () => {
  const clock = new ManualClock();
  const server = await startServer({ clock });
  const transaction = await server.client().transaction("write");
  await transaction.execute("CREATE TABLE t (a)");
  clock.advance(10_000);
  await expect(transaction.commit()).rejects.toMatchObject({ code: "STREAM_EXPIRED" });
  await expect(server.client().execute("SELECT * FROM t")).rejects.toThrow("no such table");
});
