import { rmSync } from "node:fs";

/** Removes a test's folder; a process that is just ending may still put a file into it, so it is tried some times. */
export function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
