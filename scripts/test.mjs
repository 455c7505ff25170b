// `npm test`: on a bare clone installs what is missing, then runs all that CI runs. Builtins only, any Node from 20.19.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildIfChanged, localNode } from "./build.mjs";
import { checkTypes } from "./check-types.mjs";
import { findBrowser, installBrowser } from "./find-browser.mjs";
import { installPackages, requireNode } from "./install.mjs";

const RESULTS = "test-results";
/** What failed, told once more at the end: its own lines may be thousands above. */
const failures = [];
const BIOME = "node_modules/@biomejs/biome/bin/biome";
const VITEST = "node_modules/vitest/vitest.mjs";

/** Each step gives how many of its checks passed and failed. */
const LINT = ["Format and lint", () => check(BIOME, "check", "--error-on-warnings", ".")];
const BUILD = ["Build", () => countOf(buildIfChanged())];

/** The longest first, so that none is left alone at the end. Each waits for servers of its own most of the time. */
const STEPS = [
  ["Architecture, rules, modules and databases", () => runTests("node")],
  ["Attacks and faults of the built app", () => runTests("attacks")],
  ["The built app in a browser", () => runTests("browser")],
  ["The built app over HTTP", () => runTests("app")],
  ["Starts and stops of the built app", () => runTests("launcher")],
  ["Platform code in workerd", () => runTests("workers")],
  ["Types", checkTypes],
];
const AT_ONCE = 2;

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
  const counts = [await runStep(LINT)];
  const build = await runStep(BUILD);
  counts.push(build);
  // Without a build nothing of what follows could tell anything.
  if (build.failed === 0) counts.push(...(await runSideBySide()));
  for (const failure of failures) console.log(`\nFAILED ${failure}`);
  console.log(`\nTook ${secondsSince(startedAt)}.`);
  const sumOf = (name) => counts.reduce((sum, count) => sum + count[name], 0);
  console.log(`${sumOf("passed")} passed, ${sumOf("failed")} failed`);
  return sumOf("failed") === 0;
}

/** All that is left, some at a time: as soon as one has ended the next begins. */
async function runSideBySide() {
  const counts = [];
  const waiting = [...STEPS];
  const runNext = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) counts.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runNext));
  return counts;
}

async function runStep([title, step]) {
  const startedAt = Date.now();
  console.log(`\n== ${title}`);
  const { passed, failed } = await step();
  if (failed > 0) failures.push(`${title}: ${failed}`);
  console.log(`== ${title}: ${passed} passed, ${failed} failed, ${secondsSince(startedAt)}`);
  return { passed, failed };
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
async function runTests(project) {
  const report = join(RESULTS, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { isOk, printed } = await runVitest(["run", "--project", project, ...reporters]);
  const files = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")).testResults : [];
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === "passed").length;
  const failedTests = tests.filter((test) => test.status === "failed").length;
  const unloaded = files.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failed = failedTests + unloaded.length;
  for (const file of unloaded) failures.push(`${file.name}\n${file.message}`);
  for (const { fullName, failureMessages } of tests.filter((test) => test.status === "failed"))
    failures.push(`${fullName}\n${failureMessages.join("\n")}`);
  if (isOk || failed > 0) return { passed, failed };
  failures.push(`${project} ended with a failure that no test names\n${strayErrors(printed)}`);
  return { passed, failed: 1 };
}

function run(entry, args) {
  return spawnSync(localNode(), [entry, ...args], { stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

/** What vitest prints of errors outside of tests, or its last lines. */
function strayErrors(printed) {
  const at = printed.indexOf("Unhandled");
  return at < 0 ? printed.slice(-3000) : printed.slice(at, at + 6000);
}

/** Prints a run's lines when it has ended, so that those of two do not mix. */
function runVitest(args) {
  const child = spawn(localNode(), [VITEST, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      const whole = Buffer.concat(chunks);
      process.stdout.write(whole);
      resolve({ isOk: code === 0, printed: whole.toString() });
    });
  });
}

function secondsSince(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}
