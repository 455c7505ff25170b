import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Client, createClient } from "@libsql/client/http";
import { expect, it, onTestFinished } from "vitest";
import { faultOf } from "#db/faults.ts";
import { makeDirectory } from "./support.ts";

const MAIN = fileURLToPath(import.meta.resolve("#db/local/main.ts"));
/** Blocks of 512 bytes that a file may have: a limit on files stands in for a disk without room. */
const BLOCKS = 2_000;

/** Starts the server; with a limit, no file of it grows beyond that. */
async function run(dataDir: string, blocks?: number): Promise<{ client: Client; stop(): Promise<void> }> {
  const limit = blocks === undefined ? "" : `ulimit -f ${blocks}; trap '' XFSZ; `;
  const child = spawn("sh", ["-c", `${limit}exec "$0" "$1"`, process.execPath, MAIN], {
    env: { ...process.env, NODE_OPTIONS: "", DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
  };
  onTestFinished(stop);
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { client: createClient({ url: JSON.parse(String(line)).url }), stop };
}

const LETTER = "surat ".repeat(2_000);
const pair = (id: number) =>
  [id, id + 1].map((each) => ({ sql: "INSERT INTO t VALUES (?, ?, ?)", args: [each, id, LETTER] }));

it.skipIf(process.platform === "win32")(
  "a disk that is full refuses whole transactions, lets people read, and takes them again once there is room",
  async () => {
    const dataDir = makeDirectory();
    const { client, stop } = await run(dataDir, BLOCKS);
    await client.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, pair INTEGER, text TEXT)");
    let refused: unknown = null;
    let kept = 0;
    for (let id = 0; refused === null && id < 10_000; id += 2) {
      await client.batch(pair(id), "write").then(
        () => {
          kept += 2;
        },
        (error) => {
          refused = error;
        },
      );
    }
    expect(kept).toBeGreaterThan(10);
    expect(faultOf(refused)).toBe("full");
    for (let tries = 0; tries < 5; tries++)
      await client.batch(pair(20_000 + tries * 2), "write").catch(() => null);

    const { rows } = await client.execute("SELECT pair, count(*) AS n FROM t GROUP BY pair");
    expect(rows.filter(({ n }) => n !== 2)).toEqual([]);
    expect(rows.length).toBeGreaterThanOrEqual(kept / 2);

    await stop();
    const { client: roomy } = await run(dataDir);
    const [check] = (await roomy.execute("PRAGMA integrity_check")).rows;
    expect(check?.integrity_check).toBe("ok");
    const found = await roomy.execute("SELECT pair, count(*) AS n FROM t GROUP BY pair");
    expect(found.rows.filter(({ n }) => n !== 2)).toEqual([]);
    expect(found.rows.length).toBe(rows.length);
    await roomy.batch(pair(30_000), "write");
  },
);
