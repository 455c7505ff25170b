import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** One address as one visitor asks for it. */
export interface Target {
  host: string;
  path: string;
  headers?: Record<string, string>;
}

export interface Load {
  port: number;
  /** Asked for in turn. */
  targets: Target[];
  clients: number;
  millis: number;
  /** Requests at most. */
  most: number;
}

export interface LoadResult {
  seconds: number;
  /** Milliseconds of each request. */
  latencies: number[];
  /** Requests to the database server that each answer names. */
  roundTrips: number[];
  /** Processor time of the visitors' own thread. */
  cpuMillis: number;
}

export interface LoadMaker {
  /** @throws Error where an answer is not 200: what fails is not measured */
  play(load: Load): Promise<LoadResult>;
  stop(): Promise<void>;
}

/** Starts the thread in which visitors are played. */
export function startLoadMaker(): LoadMaker {
  const worker = new Worker(new URL("./load-worker.ts", import.meta.url));
  return {
    async play(load) {
      worker.postMessage(load);
      const [answer] = (await once(worker, "message")) as [{ result?: LoadResult; error?: string }];
      if (!answer.result) throw new Error(answer.error);
      return answer.result;
    },
    stop: async () => void (await worker.terminate()),
  };
}

/** What of sorted or unsorted numbers lies at a share of 0 to 1 (nearest rank). NaN of none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
