import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { BrowserlessClient, sendRequest } from "#tests/support/client.ts";
import { removeFolder } from "../support/remove-folder.ts";

interface Started {
  child: ChildProcess;
  /** Waits until the output holds this, and gives all that was written so far. */
  until(pattern: RegExp): Promise<string>;
  exitCode(): Promise<number | null>;
}

/** Runs what `npm start` runs, with the test's build already there and stdin closed. */
function npmStart(env: Record<string, string>): Started {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  let wake = () => {};
  const take = (chunk: Buffer) => {
    output += chunk;
    wake();
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  const exited = once(child, "close").then(([code]) => {
    wake();
    return code as number | null;
  });
  onTestFinished(async () => {
    child.kill("SIGTERM");
    await exited;
  });
  const until = async (pattern: RegExp): Promise<string> => {
    while (!pattern.test(output)) {
      if (child.exitCode !== null) throw new Error(`ended before ${pattern}: ${output}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return output;
  };
  return { child, until, exitCode: () => exited };
}

function makeDirectory(): string {
  const dataDir = mkdtempSync(join(tmpdir(), "balai-start-"));
  onTestFinished(() => removeFolder(dataDir));
  return dataDir;
}

const portOf = (output: string) => Number(/http:\/\/localhost:(\d+)/.exec(output)?.[1]);

describe("npm start", { timeout: 180_000 }, () => {
  it("loads the regions, makes the demo, lets its people in, stops on SIGINT and finds all again", async () => {
    const dataDir = makeDirectory();
    const first = npmStart({ PORT: "0", DATA_DIR: dataDir });
    const output = await first.until(/Tekan Ctrl\+C/);
    const [, slug = ""] = /http:\/\/([\w-]+)\.localhost:\d+\/masuk/.exec(output) ?? [];
    const [, name = "", password = ""] = /nama pengguna (\S+)\s+kata sandi (\S+)/.exec(output) ?? [];
    await new BrowserlessClient(portOf(output), `${slug}.localhost:${portOf(output)}`).signIn(name, password);
    first.child.kill("SIGINT");
    expect(await first.exitCode()).toBe(0);

    const second = npmStart({ PORT: "0", DATA_DIR: dataDir });
    const again = await second.until(/Tekan Ctrl\+C/);
    expect(again).not.toContain("Memuat daftar wilayah");
    expect(again).toContain(`kata sandi ${password}`);
    await new BrowserlessClient(portOf(again), `${slug}.localhost:${portOf(again)}`).signIn(name, password);
    second.child.kill("SIGTERM");
    expect(await second.exitCode()).toBe(0);
  });

  it("makes no demo where DEMO=0, and ends when its parent is killed", async () => {
    const started = npmStart({ PORT: "0", DATA_DIR: makeDirectory(), DEMO: "0" });
    const output = await started.until(/Tekan Ctrl\+C/);
    expect(output).not.toContain("Desa contoh");
    expect((await sendRequest(portOf(output), `localhost:${portOf(output)}`, "/healthz")).status).toBe(200);
    started.child.kill("SIGKILL");
    // Its output closes when the last process that writes to it, the server, has gone.
    await started.exitCode();
    await expect(sendRequest(portOf(output), `localhost:${portOf(output)}`, "/healthz")).rejects.toThrow();
  });

  it("says with a sentence that the port is taken, and ends with a code", async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await once(holder, "listening");
    onTestFinished(() => void holder.close());
    const address = holder.address();
    const port = typeof address === "object" && address ? String(address.port) : "";
    const started = npmStart({ PORT: port, DATA_DIR: makeDirectory() });
    expect(await started.until(/sedang dipakai/)).toContain(`Port ${port} sedang dipakai program lain.`);
    expect(await started.exitCode()).toBe(1);
  });

  it("says what is wrong with a setting", async () => {
    const started = npmStart({ PORT: "delapan", DATA_DIR: makeDirectory() });
    await started.until(/PORT harus angka/);
    expect(await started.exitCode()).toBe(1);
  });
});
