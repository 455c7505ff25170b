import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { ConnectionPool } from "#db/local/connection-pool.ts";
import { setWalMode } from "#db/local/files.ts";
import { collectGarbage } from "#db/local/garbage.ts";
import { parseStatement } from "#db/local/statement.ts";
import { ManualClock, makeDirectory, startServer } from "./support.ts";

const LIMITS = { max: 3, maxPerFile: 2, waitMs: 1_000, idleCloseMs: 500 };
const SINK = { columns: () => undefined, row: () => undefined };

function makePool(limits = LIMITS) {
  const clock = new ManualClock();
  const directory = makeDirectory();
  const paths = ["a.db", "b.db", "c.db", "d.db"].map((name) => join(directory, name));
  for (const path of paths) setWalMode(path);
  const [a = "", b = "", c = "", d = ""] = paths;
  return { clock, directory, pool: new ConnectionPool(limits, clock), a, b, c, d };
}

/** The files below the directory that this process has open; null where the system does not tell. */
function openFiles(directory: string): number | null {
  if (!existsSync("/proc/self/fd")) return null;
  const targets = readdirSync("/proc/self/fd").map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return "";
    }
  });
  return targets.filter((target) => target.startsWith(directory)).length;
}

it("hands out what was given back, and closes the longest idle one for another file", async () => {
  const { pool, a, b, c, d } = makePool();
  const first = await pool.acquire(a);
  const [second, third] = [await pool.acquire(b), await pool.acquire(c)];
  pool.release(first);
  expect(await pool.acquire(a)).toBe(first);
  pool.release(second);
  pool.release(third);
  pool.release(first);
  await pool.acquire(d);
  expect(pool.size).toBe(3);
  expect(await pool.acquire(a)).toBe(first);
  expect(await pool.acquire(b)).not.toBe(second);
});

it("makes one wait when all are taken, and fails him after a while", async () => {
  const { pool, clock, a, b, c } = makePool();
  const held = await pool.acquire(a);
  await pool.acquire(a);
  const overFile = pool.acquire(a);
  await pool.acquire(b);
  const overAll = expect(pool.acquire(c)).rejects.toMatchObject({ code: "TRANSACTION_BUSY" });
  pool.release(held);
  expect(await overFile).toBe(held);
  clock.advance(1_000);
  await overAll;
  expect(pool.size).toBe(3);
});

it("closes idle files for good", async () => {
  const { pool, clock, directory, a, b } = makePool();
  for (const path of [a, b]) {
    const connection = await pool.acquire(path);
    await connection.execute(parseStatement("SELECT * FROM sqlite_schema"), [], SINK);
    clock.advance(300);
    pool.release(connection);
  }
  expect(pool.size).toBe(2);
  clock.advance(200);
  expect(pool.size).toBe(1);
  clock.advance(500);
  expect(pool.size).toBe(0);
  await nextTurn();
  expect(openFiles(directory) ?? 0).toBe(0);
  expect(clock.pending).toBe(0);
});

it("closes what is given back after its file was closed", async () => {
  const { pool, a } = makePool();
  const connection = await pool.acquire(a);
  await pool.closeFile(a);
  pool.release(connection);
  expect(pool.size).toBe(0);
  expect(await pool.acquire(a)).not.toBe(connection);
});

it("makes no file where there is none", async () => {
  const { pool, directory } = makePool();
  const path = join(directory, "nope.db");
  await expect(pool.acquire(path)).rejects.toMatchObject({ code: "SQLITE_CANTOPEN" });
  expect([existsSync(path), pool.size]).toEqual([false, 0]);
});

it("leaves no file open and no log behind when the server stops", async () => {
  const server = await startServer({ collect: collectGarbage });
  await server.client().execute("CREATE TABLE t (a)");
  const open = await server.client().transaction("write");
  await open.execute("INSERT INTO t VALUES (1)");
  await server.stop();
  await nextTurn();
  expect(openFiles(server.dataDir) ?? 0).toBe(0);
  expect(readdirSync(server.dataDir)).toEqual(["default.db"]);
});
