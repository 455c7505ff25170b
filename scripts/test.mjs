// `npm test`: on a bare clone installs what is missing, then runs all that CI runs. Builtins only, any Node from 20.19.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildIfChanged, localNode } from "./build.mjs";
import { checkTypes } from "./check-types.mjs";
import { findBrowser, installBrowser } from "./find-browser.mjs";
import { installPackages, requireNode } from "./install.mjs";

const RESULTS = "test-results";
const BIOME = "node_modules/@biomejs/biome/bin/biome";
const VITEST = "node_modules/vitest/vitest.mjs";

/** Each step gives how many of its checks passed and failed. */
const STEPS = [
  ["Format and lint", () => check(BIOME, "check", "--error-on-warnings", ".")],
  ["Types", checkTypes],
  ["Build", () => countOf(buildIfChanged())],
  ["Architecture, rules, modules and databases", () => runTests("node")],
  ["Platform code in workerd", () => runTests("workers")],
  ["The built app over HTTP", () => runTests("app")],
  ["The built app in a browser", () => runTests("browser")],
];

process.chdir(join(import.meta.dirname, ".."));
requireNode();
installPackages();
if (!findBrowser() && !installBrowser()) process.exit(1);
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS);
const isGood = await runSteps();
process.exit(isGood ? 0 : 1);

async function runSteps() {
  const startedAt = Date.now();
  const total = { passed: 0, failed: 0 };
  for (const [title, step] of STEPS) {
    const stepStartedAt = Date.now();
    console.log(`\n== ${title}`);
    const { passed, failed } = await step();
    console.log(`== ${title}: ${passed} passed, ${failed} failed, ${secondsSince(stepStartedAt)}`);
    total.passed += passed;
    total.failed += failed;
    if (title === "Build" && failed > 0) break;
  }
  console.log(`\nTook ${secondsSince(startedAt)}.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0;
}

function check(tool, ...args) {
  return countOf(run(tool, args));
}

/** A check without tests of its own counts as one. */
function countOf(isOk) {
  return isOk ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Counts what vitest wrote. A file that can't even be loaded has no failed test and counts as one; so does a run that
 * fails without saying where.
 */
function runTests(project) {
  const report = join(RESULTS, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const isOk = run(VITEST, ["run", "--project", project, ...reporters]);
  const files = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")).testResults : [];
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === "passed").length;
  const failedTests = tests.filter((test) => test.status === "failed").length;
  const unloaded = files.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failed = failedTests + unloaded.length;
  return { passed, failed: failed === 0 && !isOk ? 1 : failed };
}

function run(entry, args) {
  return spawnSync(localNode(), [entry, ...args], { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

function secondsSince(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}
