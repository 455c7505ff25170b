// The three type checks side by side: pages and modules, worker and databases, launcher and tests. What did not change
// since the last run is not checked again.
import { spawn } from "node:child_process";
import { localNode } from "./build.mjs";

const PROJECTS = ["tsconfig.json", "tsconfig.workers.json", "tsconfig.node.json"];
const TSC = "node_modules/typescript/bin/tsc";

/** Prints what is wrong. Gives how many of the checks passed and failed. */
export async function checkTypes() {
  const results = await Promise.all(PROJECTS.map(checkProject));
  const passed = results.filter(Boolean).length;
  return { passed, failed: PROJECTS.length - passed };
}

function checkProject(project) {
  const memory = `node_modules/.cache/types/${project}.tsbuildinfo`;
  const args = [TSC, "-p", project, "--incremental", "--tsBuildInfoFile", memory];
  const tsc = spawn(localNode(), args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  tsc.stdout.on("data", (chunk) => {
    output += chunk;
  });
  return new Promise((resolve) => {
    tsc.on("close", (code) => {
      console.log(`${project}: ${code === 0 ? "ok" : "wrong"}\n${output}`.trimEnd());
      resolve(code === 0);
    });
  });
}

if (process.argv[1]?.endsWith("check-types.mjs")) process.exit((await checkTypes()).failed === 0 ? 0 : 1);
