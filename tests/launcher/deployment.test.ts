import { execFile, execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { sendRequest } from "#tests/support/client.ts";
import { removeFolder } from "../support/remove-folder.ts";

const REPO = resolve(".");
const INSTALLED_AT = "/srv/balai/current";
const UNITS = ["balai.service", "balai-periksa.service", "balai-periksa.timer"];
const BASE_HOST = "balai.contoh.id";

const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

function makeDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), "balai-deploy-"));
  onTestFinished(() => removeFolder(path));
  return path;
}

/** A unit as it stands in the repository, for a release that lies elsewhere. */
function unitFor(name: string, release: string): string {
  return readFileSync(join("deploy/systemd", name), "utf8").replaceAll(INSTALLED_AT, release);
}

const settingOf = (unit: string, name: string) => new RegExp(`^${name}=(.+)$`, "m").exec(unit)?.[1] ?? "";

describe("the units for systemd", () => {
  it.skipIf(!hasSystemd)("are what systemd-analyze verify accepts, without a word", () => {
    const folder = makeDirectory();
    for (const name of UNITS) writeFileSync(join(folder, name), unitFor(name, REPO));
    for (const name of UNITS) {
      const { status, stderr } = spawnSync("systemd-analyze", ["verify", join(folder, name)], {
        encoding: "utf8",
      });
      expect([name, status, stderr]).toEqual([name, 0, ""]);
    }
  });

  it("start nothing as root but what may restart another unit", () => {
    const users = UNITS.filter((name) => name.endsWith(".service")).map((name) => [
      name,
      settingOf(unitFor(name, REPO), "User"),
    ]);
    expect(users).toEqual([
      ["balai.service", "balai"],
      ["balai-periksa.service", "root"],
    ]);
  });
});

interface Machine {
  root: string;
  port: number;
  env: NodeJS.ProcessEnv;
  pid(): number;
  systemctl(...args: string[]): Promise<unknown>;
}

/** A machine with the unit installed and a systemctl that does what systemd would, for this user alone. */
async function setUpMachine(): Promise<Machine> {
  const root = makeDirectory();
  const port = await freePort();
  const unit = unitFor("balai.service", join(root, "current"));
  const pidFile = join(root, "pid");
  const bin = join(root, "bin");
  mkdirSync(bin);
  writeFileSync(
    join(bin, "systemctl"),
    `#!/bin/sh
old=$(cat ${pidFile} 2>/dev/null)
# A killed process that nobody has waited for still has its number.
lives() { [ -n "$old" ] && kill -0 "$old" 2>/dev/null && ! grep -q ') Z' "/proc/$old/stat" 2>/dev/null; }
case "$1" in
is-active) lives ;;
is-failed) ! lives ;;
stop | restart)
  if lives; then kill -\${STOP_WITH:-TERM} "$old"; fi
  while lives; do sleep 0.1; done
  if [ "$1" = stop ]; then exit 0; fi
  cd ${settingOf(unit, "WorkingDirectory")} || exit 1
  ${settingOf(unit, "ExecStart")} > ${join(root, "log")} 2>&1 &
  echo $! > ${pidFile} ;;
esac
`,
  );
  chmodSync(join(bin, "systemctl"), 0o755);
  const env = {
    ...process.env,
    ENVIRONMENT: "production",
    PUBLIC_SCHEME: "https",
    BASE_HOST,
    PORT: String(port),
    DATA_DIR: join(root, "data"),
    PATH: `${bin}:${process.env.PATH}`,
    BALAI_ROOT: root,
    BALAI_ENV: join(root, "none"),
    HEALTH_PAUSE: "0.2",
    HEALTH_TRIES: "300",
    CHECK_PAUSE: "0.1",
  };
  const pid = () => Number(existsSync(pidFile) ? readFileSync(pidFile, "utf8") : 0);
  onTestFinished(async () => {
    await promisify(execFile)(join(bin, "systemctl"), ["stop"]);
  });
  const run = promisify(execFile);
  return { root, port, env, pid, systemctl: (...args) => run(join(bin, "systemctl"), args, { env }) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address ? address.port : 0;
}

/** A release: the repository's own entries, one of which may be another. */
function prepareRelease(machine: Machine, name: string, serve?: string): string {
  const release = join(machine.root, "releases", name);
  mkdirSync(release, { recursive: true });
  for (const entry of readdirSync(REPO).filter((each) => each !== "scripts"))
    symlinkSync(join(REPO, entry), join(release, entry));
  if (serve === undefined) symlinkSync(join(REPO, "scripts"), join(release, "scripts"));
  else {
    mkdirSync(join(release, "scripts"));
    writeFileSync(join(release, "scripts/serve.ts"), serve);
  }
  return release;
}

const switchTo = (machine: Machine, release: string) =>
  promisify(execFile)("sh", ["deploy/switch-release.sh", release], { env: machine.env, encoding: "utf8" });

const current = (machine: Machine) =>
  execFileSync("readlink", [join(machine.root, "current")], { encoding: "utf8" }).trim();

async function statusOf(machine: Machine, host: string, path: string): Promise<number> {
  return (await sendRequest(machine.port, host, path)).status;
}

describe("a command on the machine", () => {
  it("runs in the present release with the settings that Balai runs with, options and words with blanks as they are", () => {
    const root = makeDirectory();
    symlinkSync(REPO, join(root, "current"));
    writeFileSync(join(root, "balai.env"), `DATA_DIR=${join(root, "data")}\n`);
    const run = (...words: string[]) => {
      const who = { BALAI_ROOT: root, BALAI_ENV: join(root, "balai.env"), BALAI_USER: "root" };
      const env = { ...process.env, LIBSQL_URL: "", ...who };
      return spawnSync("sh", ["deploy/run-command.sh", ...words], { env, encoding: "utf8" }).stderr;
    };
    expect(run("operator:invite", "Nama Orangnya")).toContain(
      `Tidak ada basis data di ${join(root, "data")}.`,
    );
    expect(run("migrate", "--lapor")).toContain("Pilihan --lapor tidak dikenal.");
    expect(run()).toContain("sebutkan perintahnya");
  });
});

describe("the worker for Cloudflare", { timeout: 120_000 }, () => {
  const deploy = (settings: string, word = "--coba") => {
    const path = join(makeDirectory(), "cloudflare.env");
    writeFileSync(path, settings);
    return spawnSync(process.execPath, ["scripts/deploy.mjs", word], {
      env: { ...process.env, CLOUDFLARE_SETTINGS: path },
      encoding: "utf8",
    });
  };

  it("goes through wrangler's dry run with the settings of its file", () => {
    const { status, stdout, stderr } = deploy(readFileSync("deploy/cloudflare.env.example", "utf8"));
    expect([status, stderr]).toEqual([0, expect.not.stringContaining("ERROR")]);
    expect(stdout).toMatch(/env\.ENVIRONMENT \("\(hidden\)"\)/);
    expect(stdout).toMatch(/env\.LIBSQL_URL \("\(hidden\)"\)/);
    expect(stdout).toMatch(/JOBS \(balai-jobs\)/);
    expect(stdout).toContain("--dry-run: exiting now.");
  });

  it.each([
    ["BASE_HOST=localhost:8787", "BASE_HOST"],
    ["BASE_HOST=balai.example.id", "LIBSQL_URL"],
    ["BASE_HOST=balai.example.id\nLIBSQL_URL=http://127.0.0.1:8788/", "LIBSQL_URL"],
    ["BASE_HOST=balai.example.id\nLIBSQL_URL=https://db.example.id/\nSIGNING_KEY=abc", "SIGNING_KEY"],
    ["BASE_HOST=balai.example.id\nLIBSQL_URL=https://db.example.id/", "LIBSQL_REGION"],
  ])("is not handed over with %j", (settings, name) => {
    const { status, stderr } = deploy(settings);
    expect([status, stderr]).toEqual([1, expect.stringContaining(name)]);
  });

  it("stays here where the word for a trial is mistyped, or npm kept it for itself", () => {
    const settings = readFileSync("deploy/cloudflare.env.example", "utf8");
    expect(deploy(settings, "--cob").stderr).toContain("Pilihan --cob tidak dikenal.");
    const kept = spawnSync("npm", ["run", "deploy", "--coba"], {
      env: { ...process.env, CLOUDFLARE_SETTINGS: "tidak-ada" },
      encoding: "utf8",
    });
    expect(kept.stderr).toContain("npm run deploy -- ... --coba");
  });
});

describe("a machine that the units serve", { timeout: 180_000 }, () => {
  it("starts, comes back after a kill, takes a new release, and goes back from one that does not answer", async () => {
    const machine = await setUpMachine();
    const first = prepareRelease(machine, "1");
    expect((await switchTo(machine, first)).stdout).toContain("Balai berjalan dari");
    expect(await statusOf(machine, BASE_HOST, "/")).toBe(200);
    expect(await statusOf(machine, BASE_HOST, `/sertifikat?domain=${BASE_HOST}`)).toBe(200);
    expect(await statusOf(machine, BASE_HOST, "/sertifikat?domain=orang.lain.id")).toBe(404);
    const secrets = readFileSync(join(machine.root, "data/secrets.json"), "utf8");

    const hung = machine.pid();
    process.kill(hung, "SIGSTOP");
    const env = { ...machine.env, CHECK_TIMEOUT: "1", STOP_WITH: "KILL" };
    const { stderr } = await promisify(execFile)("sh", ["deploy/check-health.sh"], { env });
    expect(stderr).toContain("dijalankan ulang");
    expect(machine.pid()).not.toBe(hung);

    process.kill(machine.pid(), "SIGKILL");
    const second = prepareRelease(machine, "2");
    await switchTo(machine, second);
    expect(current(machine)).toBe(second);
    expect(readFileSync(join(machine.root, "data/secrets.json"), "utf8")).toBe(secrets);
    expect(readFileSync(join(machine.root, "log"), "utf8")).not.toContain("Memuat daftar wilayah");

    const broken = prepareRelease(machine, "3", "process.exit(1);");
    const failed = await switchTo(machine, broken).catch((error) => error);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain(`Kembali ke ${second}`);
    expect(current(machine)).toBe(second);
    expect(await statusOf(machine, BASE_HOST, "/healthz")).toBe(200);
  });

  it("refuses a release that has not been built, and leaves everything as it was", async () => {
    const machine = await setUpMachine();
    const release = prepareRelease(machine, "1");
    rmSync(join(release, "build"));
    const failed = await switchTo(machine, release).catch((error) => error);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toContain("build/server/index.js tidak ada");
    expect(existsSync(join(machine.root, "current"))).toBe(false);
  });
});
