import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createClient } from "@libsql/client/http";
import { expect, it, onTestFinished } from "vitest";
import { TEST_BACKUP_KEY } from "#tests/support/test-vault.ts";
import { makeDirectory, withNamespace } from "../support.ts";

const SCRIPT = fileURLToPath(import.meta.resolve("./ship-and-wait.ts"));
/** Moments are told apart by a tenth of a second. */
const APART_MS = 110;

interface Running {
  child: ChildProcess;
  lines: AsyncIterator<string>;
  url: string;
  adminUrl: string;
}

async function run(env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", SCRIPT], {
    env: { ...process.env, NODE_OPTIONS: "", BACKUP_KEY: TEST_BACKUP_KEY, ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  child.stdin?.on("error", () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, lines, ...JSON.parse(String((await lines.next()).value)) };
}

const READ = "SELECT id, length(isi) AS n, substr(isi, 1, 12) AS awal FROM t ORDER BY id";

/** What a person who looks at the database remembers: when, and what it held. */
type Memory = [at: number, rows: unknown[]];

/** Writes and ships until the process is killed; remembers each state once it was shipped, and what was acknowledged. */
async function live({ child, lines, url }: Running, memories: Memory[], round: number): Promise<unknown[]> {
  const db = createClient({ url, fetch: withNamespace("desa") });
  const ended = once(child, "exit").then(() => "ended");
  let last = (await db.execute(READ)).rows;
  if (memories.length > 0) memories.push([Date.now(), last]);
  try {
    for (let step = 0; ; step++) {
      await wait(APART_MS);
      for (let each = 0; each < 3; each++) {
        const args = [`${round}/${step}/${each} ${"x".repeat(each * 40_000)}`];
        await db.execute({ sql: "INSERT INTO t (isi) VALUES (?)", args });
        last = (await db.execute(READ)).rows;
      }
      await wait(APART_MS);
      const at = Date.now();
      child.stdin?.write("ship\n");
      const said = await Promise.race([lines.next().then(({ done }) => (done ? "ended" : "shipped")), ended]);
      if (said === "ended") return last;
      memories.push([at, last]);
    }
  } catch {
    await ended;
    return last;
  }
}

it("kill -9 at any point of shipping loses no acknowledged write and no moment that was shipped", async () => {
  const [dataDir, storeDir] = [makeDirectory(), makeDirectory()];
  const env = { DATA_DIR: dataDir, STORE_DIR: storeDir };
  const first = await run(env);
  await fetch(`${first.adminUrl}v1/namespaces/desa/create`, { method: "POST" });
  await createClient({ url: first.url, fetch: withNamespace("desa") }).execute(
    "CREATE TABLE t (id INTEGER PRIMARY KEY, isi TEXT)",
  );
  first.child.kill("SIGKILL");
  await once(first.child, "exit");

  const memories: Memory[] = [];
  // A base is two puts, each shipping after it one: killed in the base, between its parts and its mark, in segments.
  const points = [1, 2, 3, 4, 5].flatMap((at) => ["before", "after"].map((when) => ({ at, when })));
  for (const [round, { at, when }] of points.entries()) {
    const running = await run({ ...env, KILL_AT: String(at), KILL_WHEN: when });
    const acknowledged = await live(running, memories, round);
    const again = await run(env);
    const db = createClient({ url: again.url, fetch: withNamespace("desa") });
    const kept = (await db.execute(READ)).rows;
    expect(kept.slice(0, acknowledged.length), `${when} put ${at}`).toEqual(acknowledged);
    again.child.stdin?.write("ship\n");
    await again.lines.next();
    await wait(APART_MS);
    memories.push([Date.now(), kept]);
    again.child.kill("SIGKILL");
    await once(again.child, "exit");
  }

  const last = await run(env);
  for (const [index, [at, rows]] of memories.entries()) {
    const body = JSON.stringify({ timestamp: new Date(at).toISOString() });
    const fork = `${last.adminUrl}v1/namespaces/desa/fork/salinan-${index}`;
    const answer = await fetch(fork, {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    });
    expect(answer.status, `${index}: ${await answer.clone().text()}`).toBe(200);
    const copy = createClient({ url: last.url, fetch: withNamespace(`salinan-${index}`) });
    expect((await copy.execute(READ)).rows, `memory ${index}`).toEqual(rows);
  }
  expect(memories.length).toBeGreaterThan(20);
});
