import { readdirSync, readFileSync } from "node:fs";

/** Resident memory of one process at a moment. */
export interface Sample {
  name: string;
  /** Since the watch began. */
  seconds: number;
  megabytes: number;
}

const EVERY_MS = 5_000;
const WINDOW_SECONDS = 15;

/** Reads the memory of a process and of those that it started, from /proc, every five seconds. */
export function watchMemory(pid: number): { stop(): Sample[] } {
  const samples: Sample[] = [];
  const begin = performance.now();
  const read = () => {
    const seconds = (performance.now() - begin) / 1000;
    for (const each of [pid, ...childrenOf(pid)]) {
      const status = readFileSync(`/proc/${each}/status`, "utf8");
      const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
      samples.push({
        name: `${/^Name:\s+(.+)$/m.exec(status)?.[1]} (${each === pid ? "front and databases" : "worker"})`,
        seconds,
        megabytes: kilobytes / 1024,
      });
    }
  };
  const timer = setInterval(read, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return samples;
    },
  };
}

function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number),
  );
}

/** Means of half a minute around the steady minute, and of the last half minute, per process. */
export function memoryOf(samples: readonly Sample[], steadyMinute: number) {
  const last = Math.max(...samples.map(({ seconds }) => seconds));
  return [...new Set(samples.map(({ name }) => name))].map((name) => {
    const own = samples.filter((each) => each.name === name);
    const around = (seconds: number) =>
      mean(own.filter((each) => Math.abs(each.seconds - seconds) <= WINDOW_SECONDS));
    return { name, steady: around(Math.min(steadyMinute * 60, last)), end: around(last - WINDOW_SECONDS) };
  });
}

function mean(samples: readonly Sample[]): number {
  return samples.reduce((sum, { megabytes }) => sum + megabytes, 0) / samples.length;
}
