import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import { DataInUseError, takeDataDirectory } from "#db/local/launch/data-directory.ts";
import { describeProcess, type ProcessMark } from "#db/local/launch/processes.ts";
import { openSecrets } from "#db/local/launch/secrets.ts";
import { removeFolder } from "../support/remove-folder.ts";

function makeDirectory(): string {
  const dataDir = mkdtempSync(join(tmpdir(), "balai-data-"));
  onTestFinished(() => removeFolder(dataDir));
  return dataDir;
}

/** A process that waits, with `workerd` in its command line where asked. */
function startBystander(name: string): { child: ChildProcess; mark: ProcessMark; ended: Promise<unknown> } {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", name]);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  onTestFinished(() => void child.kill("SIGKILL"));
  const mark = describeProcess(child.pid ?? 0);
  if (!mark) throw new Error("the bystander did not start");
  return { child, mark, ended };
}

/** A process that says that it begins, takes the directory, and ends with 7 where another one has it. */
function startTaking(dataDir: string) {
  const take = `console.log("begins");
    const { takeDataDirectory } = await import(process.argv[1]);
    await takeDataDirectory(process.argv[2]).catch(({ name }) => process.exit(name === "DataInUseError" ? 7 : 8));`;
  const source = join(process.cwd(), "db/local/launch/data-directory.ts");
  const child = spawn(process.execPath, ["--input-type=module", "-e", take, source, dataDir]);
  onTestFinished(() => void child.kill("SIGKILL"));
  return { child, ended: once(child, "exit") };
}

function leave(dataDir: string, running: object): void {
  writeFileSync(join(dataDir, "running.json"), JSON.stringify(running));
}

const gone: ProcessMark = { pid: 2 ** 22 + 1, command: "node serve.ts", startedAt: "1" };

describe("a data directory", () => {
  it("is taken by one launcher at a time", async () => {
    const dataDir = makeDirectory();
    const taken = await takeDataDirectory(dataDir);
    await expect(takeDataDirectory(dataDir)).rejects.toThrow(DataInUseError);
    taken.release();
    (await takeDataDirectory(dataDir)).release();
  });

  it("is taken by one of two that begin in the same moment", async () => {
    const dataDir = makeDirectory();
    const turn = new Database(join(dataDir, "running.lock"));
    turn.exec("BEGIN EXCLUSIVE");
    const { child, ended } = startTaking(dataDir);
    await once(child.stdout, "data");
    leave(dataDir, { launcher: describeProcess(process.pid), workerd: null });
    turn.close();
    expect(await ended).toEqual([7, null]);
  });

  it("is free again where its launcher was killed, or another process got that pid", async () => {
    const dataDir = makeDirectory();
    leave(dataDir, { launcher: gone, workerd: null });
    (await takeDataDirectory(dataDir)).release();
    const { mark } = startBystander("lain");
    leave(dataDir, { launcher: { ...mark, startedAt: "long before" }, workerd: null });
    (await takeDataDirectory(dataDir)).release();
  });

  it("has its left-over workerd ended", async () => {
    const dataDir = makeDirectory();
    const { mark, ended } = startBystander("workerd");
    leave(dataDir, { launcher: gone, workerd: mark });
    (await takeDataDirectory(dataDir)).release();
    await ended;
    expect(describeProcess(mark.pid)?.command ?? "").not.toContain("workerd");
  });

  it.each([
    ["that is no workerd", "penyunting", {}],
    ["with another command line", "workerd", { command: "/usr/bin/workerd serve" }],
    ["that began at another time", "workerd", { startedAt: "1" }],
  ])("leaves a process alone %s, though its pid was noted", async (_what, name, change) => {
    const dataDir = makeDirectory();
    const { child, mark } = startBystander(name);
    leave(dataDir, { launcher: gone, workerd: { ...mark, ...change } });
    (await takeDataDirectory(dataDir)).release();
    expect(child.exitCode ?? child.signalCode).toBeNull();
    expect(describeProcess(mark.pid)).toEqual(mark);
  });

  it("is taken in spite of a note that was cut off", async () => {
    const dataDir = makeDirectory();
    writeFileSync(join(dataDir, "running.json"), '{"launcher":{"pid":1');
    (await takeDataDirectory(dataDir)).release();
  });
});

describe("secrets", () => {
  it("are made once, for the owner's eyes", () => {
    const dataDir = makeDirectory();
    const first = openSecrets(dataDir);
    expect(Buffer.from(first.signingKey, "base64")).toHaveLength(32);
    expect(openSecrets(dataDir)).toEqual(first);
    expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(openSecrets(makeDirectory()).signingKey).not.toBe(first.signingKey);
  });

  it("are not made anew over a file that can't be read", () => {
    const dataDir = makeDirectory();
    writeFileSync(join(dataDir, "secrets.json"), "rusak");
    expect(() => openSecrets(dataDir)).toThrow();
  });
});

describe("a data directory that was there before and open to all", () => {
  it.skipIf(process.platform === "win32")("keeps databases and files for its owner alone", async () => {
    const dataDir = makeDirectory();
    chmodSync(dataDir, 0o755);
    mkdirSync(join(dataDir, "dbs"), { mode: 0o755 });
    (await takeDataDirectory(dataDir)).release();
    expect(["dbs", "store"].map((part) => statSync(join(dataDir, part)).mode & 0o777)).toEqual([
      0o700, 0o700,
    ]);
  });
});
