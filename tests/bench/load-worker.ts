import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { parentPort } from "node:worker_threads";
import type { Load, LoadResult, Target } from "./load.ts";

interface Run {
  load: Load;
  agent: Agent;
  until: number;
  started: number;
  latencies: number[];
  roundTrips: number[];
}

/** Plays visitors in a thread of its own, so that they do not stand in the way of the front and the databases. */
parentPort?.on("message", async (load: Load) => {
  try {
    parentPort?.postMessage({ result: await play(load) });
  } catch (error) {
    parentPort?.postMessage({ error: String(error) });
  }
});

/** Each client asks again as soon as it has its answer, until the time is over. */
async function play(load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.clients });
  const begin = performance.now();
  const cpuBefore = process.threadCpuUsage();
  const run: Run = { load, agent, until: begin + load.millis, started: 0, latencies: [], roundTrips: [] };
  try {
    await Promise.all(Array.from({ length: load.clients }, () => playClient(run)));
  } finally {
    agent.destroy();
  }
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.threadCpuUsage(cpuBefore);
  const { latencies, roundTrips } = run;
  return { seconds, latencies, roundTrips, cpuMillis: (user + system) / 1000 };
}

async function playClient(run: Run): Promise<void> {
  const { load } = run;
  do {
    const target = load.targets[run.started++ % load.targets.length] as Target;
    const begin = performance.now();
    const { status, headers } = await ask(run, target);
    run.latencies.push(performance.now() - begin);
    if (status !== 200) throw new Error(`${target.path} answered ${status}`);
    run.roundTrips.push(Number(/db;desc="(\d+)"/.exec(String(headers["server-timing"]))?.[1] ?? Number.NaN));
  } while (performance.now() < run.until && run.started < load.most);
}

function ask(
  { load, agent }: Run,
  { host, path, headers }: Target,
): Promise<{ status: number; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host: "127.0.0.1",
      port: load.port,
      path,
      agent,
      headers: { host, "accept-encoding": "br", ...headers },
    });
    outgoing.on("error", reject);
    outgoing.on("response", (answer) => {
      answer.on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
      answer.resume();
    });
    outgoing.end();
  });
}
