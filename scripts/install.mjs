// Installs packages where what lies in node_modules is not what package-lock.json says. Builtins only: it runs first.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const MIN_NODE = [20, 19];

/** Ends with a sentence where this Node is too old to go on. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return;
  console.error(
    `Balai memerlukan Node.js ${MIN_NODE.join(".")} atau lebih baru; ini ${process.versions.node}.`,
  );
  process.exit(1);
}

/** Runs `npm ci` where it is needed. */
export function installPackages() {
  if (isInstalled()) return;
  console.log("Memasang paket (npm ci) ...");
  const run = spawnSync("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], {
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (run.status === 0) return;
  console.error("Paket tidak terpasang. Periksa sambungan internet, lalu coba lagi.");
  process.exit(1);
}

function isInstalled() {
  if (!existsSync("node_modules/.package-lock.json")) return false;
  const wanted = packagesOf("package-lock.json");
  const installed = packagesOf("node_modules/.package-lock.json");
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const have = installed[path];
    return path === "" || (have ? have.version === version : optional === true);
  });
}

function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}
