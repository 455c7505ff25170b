import { Worker } from "node:worker_threads";

/** What a thread is told, and what it tells when it has ended. */
export interface CopyOrder {
  id: number;
  from: string;
  to: string;
}
export interface CopyReport {
  id: number;
  /** Why the copy failed; null where it stands. */
  error: Error | null;
}

/** More would share two cores and one disk; one would let a small copy wait for a large one. */
const MOST_THREADS = 2;

interface CopyThread {
  worker: Worker;
  waiting: Map<number, { resolve(): void; reject(error: Error): void }>;
}

const threads = new Set<CopyThread>();
let lastId = 0;

/**
 * Writes a consistent copy of a database that may be in use, its log included, to a path that does not
 * exist. In threads of their own, since the native call lasts as long as the copying; rowids stay. A thread stays for the
 * next copy, since starting one costs more than a small copy, and keeps no process from ending.
 */
export function copyDatabase(from: string, to: string): Promise<void> {
  const thread = leastBusy();
  const id = ++lastId;
  return new Promise((resolve, reject) => {
    thread.waiting.set(id, { resolve, reject });
    thread.worker.ref();
    thread.worker.postMessage({ id, from, to } satisfies CopyOrder);
  });
}

function leastBusy(): CopyThread {
  const [first] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size);
  const isGoodEnough = first && (first.waiting.size === 0 || threads.size >= MOST_THREADS);
  return isGoodEnough ? first : startThread();
}

function startThread(): CopyThread {
  const thread: CopyThread = {
    worker: new Worker(new URL("./copy-worker.ts", import.meta.url)),
    waiting: new Map(),
  };
  threads.add(thread);
  const { worker, waiting } = thread;
  worker.on("message", ({ id, error }: CopyReport) => {
    const order = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (error) order?.reject(error);
    else order?.resolve();
  });
  const fail = (error: Error) => {
    threads.delete(thread);
    for (const order of waiting.values()) order.reject(error);
    waiting.clear();
  };
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("The copy was not finished")));
  return thread;
}
