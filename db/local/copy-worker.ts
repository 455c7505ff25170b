import { parentPort } from "node:worker_threads";
import Database from "libsql";
import type { CopyOrder, CopyReport } from "./copy-threads.ts";

parentPort?.on("message", ({ id, from, to }: CopyOrder) => {
  parentPort?.postMessage({ id, error: copy(from, to) } satisfies CopyReport);
});

function copy(from: string, to: string): Error | null {
  try {
    const database = new Database(from, { timeout: 1_000 });
    try {
      database.exec(`VACUUM INTO '${to.replaceAll("'", "''")}'`);
    } finally {
      database.close();
    }
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
