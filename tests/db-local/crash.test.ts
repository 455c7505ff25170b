import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createClient } from "@libsql/client/http";
import { expect, it, onTestFinished } from "vitest";
import { makeDirectory, withNamespace } from "./support.ts";

const MAIN = fileURLToPath(import.meta.resolve("#db/local/main.ts"));

type Running = { child: ChildProcess; url: string; adminUrl: string };

async function run(dataDir: string, env: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, NODE_OPTIONS: "", DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { child, ...JSON.parse(String(line)) };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const exited = once(child, "exit");
  child.kill(signal);
  return (await exited)[0];
}

it("kill -9 under load loses no acknowledged write and keeps every transaction whole", async () => {
  const dataDir = makeDirectory();
  const acknowledged = new Map<string, number[]>();
  const namespaces = ["default", "a", "b", "c"];
  for (let round = 0; round < 3; round += 1) {
    const { child, url, adminUrl } = await run(dataDir);
    for (const namespace of namespaces) {
      await fetch(`${adminUrl}v1/namespaces/${namespace}/create`, { method: "POST" });
      const client = createClient({ url, fetch: withNamespace(namespace) });
      await client.execute("CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, pasangan INTEGER)");
    }
    let written = 0;
    const writers = namespaces.flatMap((namespace) =>
      [0, 1].map(async (writer) => {
        const client = createClient({ url, fetch: withNamespace(namespace) });
        const done = acknowledged.get(namespace) ?? [];
        acknowledged.set(namespace, done);
        for (let index = 0; ; index += 1) {
          const id = (round * 2 + writer) * 1_000_000 + index * 2;
          const pair = [id, id + 1].map((each) => ({ sql: "INSERT INTO t VALUES (?, ?)", args: [each, id] }));
          await client.batch(pair, "write");
          done.push(id);
          written += 1;
          if (written === 150) child.kill("SIGKILL");
        }
      }),
    );
    const ends = await Promise.allSettled(writers);
    expect(ends.every(({ status }) => status === "rejected")).toBe(true);
  }
  const { child, url } = await run(dataDir);
  for (const namespace of namespaces) {
    const client = createClient({ url, fetch: withNamespace(namespace) });
    const { rows } = await client.execute("SELECT pasangan, count(*) AS n FROM t GROUP BY pasangan");
    expect(rows.filter(({ n }) => n !== 2)).toEqual([]);
    const kept = new Set(rows.map(({ pasangan }) => Number(pasangan)));
    expect(acknowledged.get(namespace)?.filter((id) => !kept.has(id))).toEqual([]);
    const check = await client.execute("PRAGMA integrity_check");
    expect(check.rows[0]?.integrity_check).toBe("ok");
  }
  expect([...acknowledged.values()].flat().length).toBeGreaterThanOrEqual(450);
  expect(await end(child, "SIGTERM")).toBe(0);
});

it.each(["SIGINT", "SIGTERM"] as const)(
  "stops on %s with its files closed",

  async (signal) => {
    const dataDir = makeDirectory();
    const { child, url } = await run(dataDir, { LIBSQL_AUTH_TOKEN: "rahasia" });
    await expect(createClient({ url }).execute("SELECT 1")).rejects.toThrow("401");
    const client = createClient({ url, authToken: "rahasia" });
    await client.execute("CREATE TABLE t (a)");
    const open = await client.transaction("write");
    await open.execute("INSERT INTO t VALUES (1)");
    expect(await end(child, signal)).toBe(0);
    expect(readdirSync(join(dataDir, "dbs"))).toEqual(["default.db"]);
  },
);
