// `npm run check`: format, lint, types and architecture, for while you write. `npm test` runs all.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { localNode } from "./build.mjs";
import { checkTypes } from "./check-types.mjs";

process.chdir(join(import.meta.dirname, ".."));

const BIOME = ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."];
const ARCHITECTURE = [
  "node_modules/vitest/vitest.mjs",
  "run",
  "--project",
  "node",
  "tests/architecture.test.ts",
];
const run = (command) =>
  spawnSync(localNode(), command, { stdio: ["ignore", "inherit", "inherit"] }).status === 0;

const isClean = run(BIOME);
const types = await checkTypes();
const isInOrder = run(ARCHITECTURE);
process.exit(isClean && types.failed === 0 && isInOrder ? 0 : 1);
