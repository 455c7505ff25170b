import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "@libsql/client/http";
import { describe, expect, it } from "vitest";
import { readBackupKeys } from "#db/sealed/seal-key.ts";
import { createMemoryFileStore, type MemoryFileStore } from "#tests/support/memory-file-store.ts";
import { TEST_BACKUP_KEY } from "#tests/support/test-vault.ts";
import { ManualClock, makeDirectory, startServer, type TestServer } from "../support.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.parse("2026-11-23T06:00:00.000Z");

interface Stage {
  server: TestServer;
  store: MemoryFileStore;
  db: Client;
  troubles: (string | null)[];
  now(): number;
  /** Lets time pass without a round of shipping. */
  wait(ms: number): void;
  /** Lets time pass, then ships. */
  minute(ms?: number): Promise<void>;
  /** Rows of a database as it was. */
  rowsAt(at: number, from?: string): Promise<unknown[]>;
}

/** Enough of each row to tell it from others. */
const ROWS = "SELECT id, length(isi) AS n, substr(isi, 1, 30) AS awal FROM t ORDER BY id";
let copies = 0;

async function setStage(): Promise<Stage> {
  const clock = new ManualClock();
  const store = createMemoryFileStore();
  const troubles: Stage["troubles"] = [];
  const now = () => START + clock.now();
  const server = await startServer({
    clock,
    shipping: {
      keys: readBackupKeys(TEST_BACKUP_KEY),
      ships: (name) => name.startsWith("desa"),
      keepDays: 7,
      mostFrames: 2_000,
      onTrouble: (trouble) => void troubles.push(trouble?.database ?? null),
      wallClock: now,
    },
  });
  await server.create("desa");
  const db = server.client("desa");
  await db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, isi TEXT)");
  server.attachStore(store);
  const rowsAt = async (at: number, from = "desa") => {
    const copy = `salinan-${copies++}`;
    const body = JSON.stringify({ timestamp: new Date(at).toISOString() });
    const answer = await server.admin("POST", `namespaces/${from}/fork/${copy}`, { body });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await server.client(copy).execute(ROWS)).rows;
  };
  return {
    server,
    store,
    db,
    troubles,
    now,
    wait: (ms) => clock.advance(ms),
    minute: async (ms = MINUTE) => {
      clock.advance(ms);
      await server.shipNow();
    },
    rowsAt,
  };
}

const rowsOf = async (db: Client) => (await db.execute(ROWS)).rows;

describe("a database whose log is shipped", () => {
  it("comes back as it was at any moment, whatever was done in between", async () => {
    const { server, store, db, now, wait, minute, rowsAt } = await setStage();
    const seen: [number, unknown[]][] = [];
    const look = async () => {
      seen.push([now(), await rowsOf(db)]);
      wait(1_000);
    };
    const steps: (() => Promise<unknown>)[] = [
      () => db.execute("INSERT INTO t (isi) VALUES ('satu')"),
      () => insert(db, 900),
      () => db.execute("DELETE FROM t WHERE id % 3 = 0"),
      async () => {
        const tx = await db.transaction("write");
        await tx.execute("PRAGMA foreign_keys");
        await tx.execute("UPDATE t SET isi = isi || isi");
        await tx.rollback();
      },
      () => db.execute("ALTER TABLE t ADD COLUMN lagi TEXT DEFAULT 'x'"),
      () => insert(db, 1_300),
      () => db.execute("UPDATE t SET isi = 'ganti' WHERE id < 50"),
      async () => undefined,
      () => db.execute("DELETE FROM t"),
      () => db.execute("INSERT INTO t (isi) VALUES ('akhir')"),
    ];
    await minute();
    await look();
    for (const [index, step] of steps.entries()) {
      await step();
      wait(20_000);
      await look();
      await db.execute({ sql: "INSERT INTO t (isi) VALUES (?)", args: [`antara ${index}`] });
      await minute(39_000);
    }
    for (const [at, rows] of seen) expect(await rowsAt(at), new Date(at).toISOString()).toEqual(rows);
    const stored = Buffer.concat([...store.held.values()].map(({ bytes }) => bytes));
    expect(stored.includes("antara 1")).toBe(false);
    expect(stored.includes("CREATE TABLE")).toBe(false);
    // Emptied as it grew: what 3,000 frames were written to is no longer than the last thousand.
    expect(statSync(join(server.dataDir, "desa.db-wal")).size).toBeLessThan(5_000_000);
  });

  it("says what the last commit before the moment was, and knows nothing of the time before its base", async () => {
    const { server, db, now, wait, minute, rowsAt } = await setStage();
    await minute();
    wait(5_000);
    await db.execute("INSERT INTO t (isi) VALUES ('a')");
    const at = now();
    await minute(30_000);
    const body = JSON.stringify({ timestamp: new Date(at + 20_000).toISOString().slice(0, 19) });
    const answer = await server.admin("POST", "namespaces/desa/fork/lalu", { body });
    expect(await answer.json()).toEqual({ moment: new Date(at).toISOString() });
    await expect(rowsAt(START - 1)).rejects.toThrow("404");
    await expect(rowsAt(now(), "desa-lain")).rejects.toThrow("404");
    expect(existsSync(join(server.dataDir, "lalu.db"))).toBe(true);
  });

  it("gives the moment just past without waiting for the minute", async () => {
    const { db, now, wait, minute, rowsAt } = await setStage();
    await minute();
    await db.execute("INSERT INTO t (isi) VALUES ('baru saja')");
    wait(200);
    expect(await rowsAt(now())).toHaveLength(1);
  });

  it("comes back though its file is gone", async () => {
    const { server, db, now, wait, minute, rowsAt } = await setStage();
    await insert(db, 20);
    await minute();
    await insert(db, 20);
    await minute();
    const rows = await rowsOf(db);
    await server.admin("DELETE", "namespaces/desa");
    wait(1_000);
    expect(await rowsAt(now())).toEqual(rows);
  });

  it("gets a new base each day it is written to, and loses what is older than the days kept", async () => {
    const { store, db, now, wait, minute, rowsAt } = await setStage();
    const generations = () => new Set([...store.held.keys()].map((key) => key.split("/")[2]));
    const seen: [number, unknown[]][] = [];
    for (let day = 0; day < 10; day++) {
      await insert(db, 3);
      await minute();
      wait(60_000);
      seen.push([now(), await rowsOf(db)]);
      wait(DAY);
    }
    expect(generations().size).toBe(8);
    for (const [at, rows] of seen.slice(-8)) expect(await rowsAt(at)).toEqual(rows);
    await expect(rowsAt(seen[0]?.[0] ?? 0)).rejects.toThrow("404");
  });

  it("keeps frames while the store is down, tells of it once and of its end, and loses no moment", async () => {
    const { server, store, db, now, wait, minute, rowsAt, troubles } = await setStage();
    const unshipped = async () => (await server.admin("GET", "log-shipping")).json();
    await minute();
    const { put } = store;
    store.put = () => Promise.reject(new Error("store is down"));
    const seen: [number, unknown[]][] = [];
    for (let index = 0; index < 3; index++) {
      await insert(db, 200);
      wait(1_000);
      seen.push([now(), await rowsOf(db)]);
      await minute();
    }
    expect(await unshipped()).toEqual({ unshipped: 1 });
    store.put = put;
    await minute();
    expect(await unshipped()).toEqual({ unshipped: 0 });
    expect(troubles).toEqual(["desa", null]);
    for (const [at, rows] of seen) expect(await rowsAt(at)).toEqual(rows);
  });

  it("gives a log up that grows beyond the disk's patience, and begins anew afterwards", async () => {
    const { server, store, db, now, wait, minute, rowsAt } = await setStage();
    await minute();
    const { put } = store;
    store.put = () => Promise.reject(new Error("store is down"));
    for (let index = 0; index < 5; index++) {
      await insert(db, 900);
      await server.shipNow();
    }
    expect(statSync(join(server.dataDir, "desa.db-wal")).size).toBeLessThan(10_000_000);
    store.put = put;
    await minute();
    const rows = await rowsOf(db);
    wait(1_000);
    expect(await rowsAt(now())).toEqual(rows);
  });

  it("is shipped while a reader holds on to its log", async () => {
    const { server, db, now, wait, minute, rowsAt } = await setStage();
    const reader = await server.client("desa").transaction("read");
    await reader.execute("SELECT count(*) FROM t");
    await insert(db, 10);
    await server.shipNow();
    wait(1_000);
    expect(await rowsAt(now())).toHaveLength(10);
    await reader.commit();
    await insert(db, 10);
    await minute();
    wait(1_000);
    expect(await rowsAt(now())).toHaveLength(20);
  });

  it("refuses a log of which something was lost, changed or swapped, and leaves nothing", async () => {
    const { server, store, db, now, minute, rowsAt } = await setStage();
    for (let index = 0; index < 4; index++) {
      await insert(db, 30);
      await minute();
    }
    const segments = [...store.held.keys()].filter((key) => key.includes("/seg/"));
    const [first = "", second = ""] = segments;
    const held = new Map(store.held);
    const restore = () => Promise.all([...held].map(([key, { bytes }]) => store.put(key, bytes, "-")));
    const bytesOf = (key: string) => held.get(key)?.bytes ?? new Uint8Array();
    const damages: [string, () => Promise<void>][] = [
      ["lost", () => store.delete(first)],
      [
        "changed",
        () =>
          store.put(
            second,
            bytesOf(second).map((byte, at) => (at === 900 ? byte ^ 1 : byte)),
            "-",
          ),
      ],
      ["swapped", () => store.put(second, bytesOf(first), "-")],
    ];
    for (const [name, damage] of damages) {
      await damage();
      await expect(rowsAt(now()), name).rejects.toThrow("500");
      await restore();
    }
    expect(await rowsAt(now())).toHaveLength(120);
    const names = (await (await server.admin("GET", "namespaces")).json()) as { namespaces: string[] };
    expect(names.namespaces.filter((name) => name.startsWith("salinan")).length).toBeGreaterThan(0);
    expect(names.namespaces).not.toContain(`salinan-${copies - 2}`);
  });

  it("ships nothing of other databases, and nothing where nothing was written", async () => {
    const { server, store, minute } = await setStage();
    await server.create("salinan-x");
    await server.client("salinan-x").execute("CREATE TABLE t (a)");
    await minute();
    const before = [...store.held.keys()];
    expect(before.every((key) => key.startsWith("wal/desa/"))).toBe(true);
    for (let index = 0; index < 5; index++) await minute();
    expect([...store.held.keys()]).toEqual(before);
    // Let go when it is quiet: the log goes with the last connection.
    expect(existsSync(join(server.dataDir, "desa.db"))).toBe(true);
  });
});

it("a server that is stopped and started again needs no new base where nobody wrote meanwhile", async () => {
  const dataDir = makeDirectory();
  const store = createMemoryFileStore();
  const shipping = { keys: readBackupKeys(TEST_BACKUP_KEY), ships: () => true, keepDays: 7 };
  const first = await startServer({ dataDir, shipping });
  first.attachStore(store);
  await first.create("desa");
  await first.client("desa").execute("CREATE TABLE t (a)");
  await first.shipNow();
  await first.client("desa").execute("INSERT INTO t VALUES (1)");
  await first.stop();
  const bases = () => [...store.held.keys()].filter((key) => /desa\/.*siap$/.test(key)).length;
  expect(bases()).toBe(1);
  const second = await startServer({ dataDir, shipping });
  second.attachStore(store);
  await second.shipNow();
  await second.stop();
  expect(bases()).toBe(1);
  const byHand = await startServer({ dataDir });
  await byHand.client("desa").execute("INSERT INTO t VALUES (2)");
  await byHand.stop();
  const third = await startServer({ dataDir, shipping });
  third.attachStore(store);
  await third.shipNow();
  expect(bases()).toBe(2);
});

function insert(db: Client, rows: number) {
  return db.execute({
    sql: `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO t (isi) SELECT hex(randomblob(1500)) FROM n`,
    args: [rows],
  });
}
