import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NAME = "shipped.json";

/**
 * Databases that were shipped whole when their server stopped, with the time of their file's last change then: a file
 * that has another one now was changed by somebody who ships nothing.
 */
export function readShipped(dataDir: string): Record<string, number> {
  const path = join(dataDir, NAME);
  if (!existsSync(path)) return {};
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // Lost, it costs new bases and nothing else.
    return {};
  }
}

export function writeShipped(dataDir: string, shipped: Record<string, number>): void {
  const path = join(dataDir, NAME);
  writeFileSync(`${path}.new`, JSON.stringify(shipped), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
