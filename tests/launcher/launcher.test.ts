import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import type { Balai, BalaiOptions } from "#db/local/launch/balai.ts";
import { isRunning } from "#db/local/launch/processes.ts";
import { startBalai } from "#db/local/launcher.ts";
import { sendRequest } from "#tests/support/client.ts";
import { removeFolder } from "../support/remove-folder.ts";
import { seedInto } from "./seed-into.ts";

const BUILD = process.env.BALAI_BUILD_DIR;

function makeDirectory(): string {
  const dataDir = mkdtempSync(join(tmpdir(), "balai-launch-"));
  onTestFinished(() => removeFolder(dataDir));
  return dataDir;
}

async function start(dataDir: string, options: Partial<BalaiOptions> = {}): Promise<Balai> {
  const balai = await startBalai({
    dataDir,
    port: 0,
    environment: "local",
    buildDir: BUILD,
    prepare: (home) => provisionSharedDatabases(home, new Date()),
    ...options,
  });
  onTestFinished(() => balai.stop());
  return balai;
}

const workerdOf = (dataDir: string) =>
  JSON.parse(readFileSync(join(dataDir, "running.json"), "utf8")).workerd;

describe("startBalai", () => {
  it("keeps villages, files and secrets over a stop, and leaves nothing running", async () => {
    const dataDir = makeDirectory();
    const first = await start(dataDir);
    const village = await seedInto(first);
    await first.bucket.put("desa/foto", new Uint8Array([1, 2, 3]));
    const workerd = workerdOf(dataDir);
    await first.stop();
    expect(isRunning(workerd)).toBe(false);
    expect(existsSync(join(dataDir, "running.json"))).toBe(false);

    const second = await start(dataDir);
    expect(second.signingKey).toBe(first.signingKey);
    const host = `${village.tenant.slug}.${second.baseHost}`;
    expect((await sendRequest(second.port, host, "/masuk")).status).toBe(200);
    const kept = await second.bucket.get("desa/foto");
    expect([...new Uint8Array((await kept?.arrayBuffer()) ?? new ArrayBuffer(0))]).toEqual([1, 2, 3]);
  });

  it("answers 503 until what must be there is there", async () => {
    const early: number[] = [];
    const balai = await start(makeDirectory(), {
      beforeOpen: async (opening) => {
        early.push((await sendRequest(opening.port, opening.baseHost, "/healthz")).status);
      },
    });
    expect(early).toEqual([503]);
    expect((await sendRequest(balai.port, balai.baseHost, "/healthz")).status).toBe(200);
  });

  it("ends the workerd of a launcher that was killed, and goes on with its data", async () => {
    const dataDir = makeDirectory();
    const killed = spawn(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", "tests/launcher/start-and-wait.ts"],
      {
        env: { ...process.env, DATA_DIR: dataDir },
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    await once(killed.stdout, "data");
    const orphan = workerdOf(dataDir);
    const exited = once(killed, "exit");
    killed.kill("SIGKILL");
    await exited;
    expect(isRunning(orphan)).toBe(true);

    const balai = await start(dataDir);
    expect(isRunning(orphan)).toBe(false);
    expect((await sendRequest(balai.port, balai.baseHost, "/healthz")).status).toBe(200);
  });

  it("refuses a taken port and a data directory in use, and leaves both as they were", async () => {
    const [used, free] = [makeDirectory(), makeDirectory()];
    const first = await start(used);
    await expect(start(free, { port: first.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    expect(existsSync(join(free, "running.json"))).toBe(false);
    await expect(start(used)).rejects.toMatchObject({ name: "DataInUseError" });
    expect((await sendRequest(first.port, first.baseHost, "/healthz")).status).toBe(200);
  });

  it("binds a clock in a test alone", async () => {
    const clock = "2027-01-01T00:00:00.000Z";
    await expect(start(makeDirectory(), { clock })).rejects.toThrow("clock");
    const balai = await start(makeDirectory(), { environment: "test", clock });
    balai.setClock("2027-04-01T00:00:00.000Z");
    expect(balai.now().toISOString()).toBe("2027-04-01T00:00:00.000Z");
  });

  it("serves nobody in production over http, but on localhost", async () => {
    const lines: string[] = [];
    const options = {
      environment: "production",
      baseHost: "balai.desa.id",
      onLog: (line: string) => void lines.push(line),
    } as const;
    const balai = await start(makeDirectory(), options);
    const answer = await sendRequest(balai.port, "balai.desa.id", "/");
    expect(answer.status).toBe(500);
    expect(answer.text).toContain("Ada gangguan");
  });
});
