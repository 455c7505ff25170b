import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { BrowserlessClient } from "../support/client.ts";
import { removeFolder } from "../support/remove-folder.ts";
import { countUp, type Outcome, playCrowd, type Visitor } from "./crowd.ts";
import { quantile } from "./load.ts";
import { memoryOf, type Sample, watchMemory } from "./memory.ts";
import { BENCH_PASSWORD, type BenchVillage, startSite } from "./site.ts";
import { markdownTable, short } from "./table.ts";

const { values } = parseArgs({
  options: {
    menit: { type: "string", default: "10" },
    desa: { type: "string", default: "1000" },
    perangkat: { type: "string", default: "200" },
    pembaca: { type: "string", default: "2000" },
  },
});
const MINUTES = Number(values.menit);
const [VILLAGES, OFFICIALS, READERS] = [values.desa, values.perangkat, values.pembaca].map(Number) as [
  number,
  number,
  number,
];
const ACTION_SECONDS = 10;
const PAGE_SECONDS = 30;
/** Memory of the last half minute may stand so much above that around the third minute. */
const GROWTH_LIMIT = 1.1;
const STEADY_MINUTE = 3;

/** `npm run bench:load`: how Balai on one machine stands a long day of many villages, from as many addresses as people. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "balai-load-"));
  process.once("exit", () => removeFolder(dataDir));
  const begin = performance.now();
  const prepared = await prepare(dataDir);
  console.log(`${VILLAGES} villages made in ${short((performance.now() - begin) / 1000)} s.`);
  const server = await serve(dataDir);
  try {
    const officials = await signInAll(server.port, prepared.working);
    const readers = prepared.hosts;
    const samples = watchMemory(server.child.pid ?? 0);
    const outcome = await playCrowd(server.port, MINUTES * 60_000, [
      ...officials,
      ...Array.from({ length: READERS }, (_, index) => readerOf(index, readers, prepared.year)),
    ]);
    process.exitCode = report(outcome, samples.stop()) ? 0 : 1;
  } finally {
    const gone = once(server.child, "exit");
    server.child.kill("SIGTERM");
    await gone;
  }
}

interface Prepared {
  year: number;
  hosts: string[];
  working: BenchVillage[];
}

/** Villages of officials hold a year's work; all have public pages. */
async function prepare(dataDir: string): Promise<Prepared> {
  const site = await startSite(dataDir);
  const working: BenchVillage[] = [];
  for (let index = 0; index < OFFICIALS; index++)
    working.push(await site.addWorkingVillage(`kerja-${index}`, 14, 1));
  const hosts = await site.fillUp(VILLAGES - OFFICIALS);
  const { year } = site;
  await site.stop();
  return { year, hosts: [...working.map(({ host }) => host), ...hosts], working };
}

async function serve(dataDir: string): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "scripts/serve.ts"], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: "0", DEMO: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1];
    if (port) {
      child.stdout?.resume();
      return { child, port: Number(port) };
    }
  }
  throw new Error("Balai did not start");
}

const hostname = (host: string) => host.replace(/:\d+$/, "");

async function signInAll(port: number, villages: readonly BenchVillage[]): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  for (const [index, village] of villages.entries()) {
    const host = `${hostname(village.host)}:${port}`;
    const client = new BrowserlessClient(port, host);
    await client.signIn("kasi-pemerintahan", BENCH_PASSWORD);
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    visitors.push(officialOf(index, host, village.activityId, cookie));
  }
  return visitors;
}

/** Looks at the desk, the year and an activity in turn, and writes a comment each fourth time. */
function officialOf(index: number, host: string, activityId: string, cookie: string): Visitor {
  const activity = `/kantor/program-kerja/kegiatan/${activityId}`;
  const year = new Date().getFullYear();
  return {
    kind: "official",
    address: `127.1.${Math.floor(index / 250)}.${1 + (index % 250)}`,
    everySeconds: ACTION_SECONDS,
    act: (turn) => {
      const headers = { host, cookie };
      if (turn % 4 === 3) {
        const form = new URLSearchParams({ isi: `Catatan ke-${turn}`, _kunci: `beban-${index}-${turn}` });
        const type = "application/x-www-form-urlencoded";
        const origin = `http://${host}`;
        return {
          method: "POST",
          path: activity,
          headers: { ...headers, origin, "content-type": type },
          body: form.toString(),
        };
      }
      const path = ["/kantor", `/kantor/program-kerja/${year}`, activity][turn % 4] ?? "/kantor";
      return { method: "GET", path, headers };
    },
  };
}

function readerOf(index: number, hosts: readonly string[], year: number): Visitor {
  return {
    kind: "reader",
    address: `127.2.${Math.floor(index / 250)}.${1 + (index % 250)}`,
    everySeconds: PAGE_SECONDS,
    act: (turn, port) => {
      // Every second page is a year's programme, which the villages of the officials have.
      const isFront = turn % 2 === 0;
      const among = isFront ? hosts.length : OFFICIALS;
      const host = `${hostname(hosts[(index + turn * 7) % among] ?? "")}:${port}`;
      const path = isFront ? "/" : `/program-kerja/${year}`;
      return { method: "GET", path, headers: { host, "accept-encoding": "br" } };
    },
  };
}

/** Prints the table. @returns whether nothing failed and nothing grew */
function report(outcomes: readonly Outcome[], samples: readonly Sample[]): boolean {
  const rows = ["official", "reader"].map((kind) => {
    const own = outcomes.filter((each) => each.kind === kind);
    const millis = own.map((each) => each.millis);
    const at = (share: number) => short(quantile(millis, share));
    return [kind, String(own.length), countUp(own), at(0.5), at(0.95), at(0.99)];
  });
  console.log(
    `\n## Load: ${VILLAGES} villages, ${OFFICIALS} officials (an action each ${ACTION_SECONDS} s), ${READERS} readers (a page each ${PAGE_SECONDS} s), ${MINUTES} minutes\n`,
  );
  console.log(markdownTable(["who", "requests", "answers", "p50 ms", "p95 ms", "p99 ms"], rows));
  const memory = memoryOf(samples, STEADY_MINUTE);
  console.log("");
  console.log(
    markdownTable(
      ["process", `MB at minute ${STEADY_MINUTE}`, "MB at the end", "ratio"],
      memory.map(({ name, steady, end }) => [name, short(steady), short(end), (end / steady).toFixed(2)]),
    ),
  );
  const failed = outcomes.filter(({ status }) => status === 0 || status >= 500).length;
  const grown = memory.filter(({ steady, end }) => end > steady * GROWTH_LIMIT);
  if (failed > 0) console.error(`${failed} requests failed.`);
  for (const { name } of grown) console.error(`${name} grew by more than a tenth.`);
  return failed === 0 && (grown.length === 0 || MINUTES <= STEADY_MINUTE);
}

await main();
