import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** All modules of a built worker, its entry first: Miniflare finds no dynamic imports by itself. */
export function listModules(entry: string): { type: "ESModule"; path: string }[] {
  const root = dirname(entry);
  const names = readdirSync(root, { recursive: true, encoding: "utf8" });
  const paths = names.filter((name) => /\.m?js$/.test(name)).map((name) => join(root, name));
  const others = paths.filter((path) => path !== entry).sort();
  return [entry, ...others].map((path) => ({ type: "ESModule" as const, path }));
}
