// Where an installed Chromium or Chrome lies, and how to get one. Builtins only.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PLACES = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"].map((name) =>
    join(process.env[name] ?? "", "Google/Chrome/Application/chrome.exe"),
  ),
};

/** Path of a browser that tests can drive, or null: BALAI_BROWSER, the machine's own, then Playwright's. */
export function findBrowser() {
  const named = process.env.BALAI_BROWSER;
  if (named) return isProgram(named) ? named : null;
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((dir) => NAMES.map((name) => join(dir, name)));
  const places = [...onPath, ...(PLACES[process.platform] ?? []), ...downloaded()];
  return places.find(isProgram) ?? null;
}

/** What `playwright-core install` left, newest first. */
function downloaded() {
  const caches = {
    darwin: join(homedir(), "Library/Caches/ms-playwright"),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), "ms-playwright"),
  };
  const root =
    process.env.PLAYWRIGHT_BROWSERS_PATH ||
    caches[process.platform] ||
    join(homedir(), ".cache/ms-playwright");
  if (!existsSync(root)) return [];
  const folders = readdirSync(root)
    .filter((name) => name.startsWith("chromium-"))
    .sort()
    .reverse();
  return folders.flatMap((name) => [
    join(root, name, "chrome-linux/chrome"),
    join(root, name, "chrome-linux64/chrome"),
    join(root, name, "chrome-mac/Chromium.app/Contents/MacOS/Chromium"),
    join(root, name, "chrome-win/chrome.exe"),
  ]);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs a browser where CI or BALAI_INSTALL_BROWSER=1 asks for it: Debian's package as root, else Playwright's
 * download. Elsewhere says what to type.
 * @returns is there one now?
 */
export function installBrowser() {
  const isRoot = process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const download = [process.execPath, "node_modules/playwright-core/cli.js", "install", "chromium"];
  const commands = isRoot
    ? [
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
      ]
    : [download];
  if (!process.env.CI && process.env.BALAI_INSTALL_BROWSER !== "1") {
    const typed = commands.map((command) => command.join(" ").replace(process.execPath, "node")).join(" && ");
    console.error(`Browser tests need Chromium or Chrome, and none was found. Install one:\n  ${typed}`);
    console.error("or let npm test do it: BALAI_INSTALL_BROWSER=1 npm test");
    return false;
  }
  const isDone = commands.every(([tool, ...args]) => spawnSync(tool, args, QUIETLY).status === 0);
  if (isDone && findBrowser()) return true;
  if (isRoot && spawnSync(download[0], download.slice(1), QUIETLY).status === 0 && findBrowser()) return true;
  console.error("No browser could be installed; browser tests can't run.");
  return false;
}

const QUIETLY = {
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
};
