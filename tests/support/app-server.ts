import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { loadRegions } from "#db/directory/regions-load.ts";
import type { Balai } from "#db/local/launch/balai.ts";
import { startBalai } from "#db/local/launcher.ts";
import { openDirectory } from "#db/open.ts";
import { readOfficialRegions } from "#scripts/load-regions.ts";
import type {} from "./app.ts";
import { TEST_CLOCK_START, TEST_METRICS_TOKEN } from "./clock-start.ts";
import { removeFolder } from "./remove-folder.ts";

/** Starts the built app once for a project's run, with all official regions and a clock that tests set. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "balai-app-"));
  const lines: string[] = [];
  const balai = await startBalai({
    dataDir,
    port: 0,
    environment: "test",
    clock: TEST_CLOCK_START,
    buildDir: process.env.BALAI_BUILD_DIR,
    // A run signs up more villages from one address than people do.
    vars: { SIGNUPS_PER_HOUR: "1000", TENANT_CACHE_SECONDS: "0", METRICS_TOKEN: TEST_METRICS_TOKEN },
    prepare: async (home) => {
      await provisionSharedDatabases(home, new Date(TEST_CLOCK_START));
      const now = new Date(TEST_CLOCK_START);
      await loadRegions(openDirectory(home), await readOfficialRegions(), { now });
    },
    onLog: (line) => void lines.push(line),
  });
  const errorLines = () => lines.filter((line) => line.includes('"level":"error"'));
  const control = await startControl(balai, errorLines);
  project.provide("app", {
    port: balai.port,
    baseHost: balai.baseHost,
    home: balai.home,
    signingKey: balai.signingKey,
    masterKeys: balai.masterKeys,
    controlPort: control.port,
  });
  return async () => {
    control.stop();
    await balai.stop();
    removeFolder(dataDir);
    const failures = errorLines();
    if (failures.length > 0)
      process.stderr.write(`The worker logged:\n${failures.slice(0, 20).join("\n")}\n`);
  };
}

/** Test files run in processes of their own: they turn clock and crons by HTTP. */
async function startControl(
  balai: Balai,
  errorLines: () => string[],
): Promise<{ port: number; stop(): void }> {
  const commands: Record<string, (body: string) => string | Promise<string>> = {
    "/now": () => balai.now().toISOString(),
    "/clock": (iso) => {
      balai.setClock(iso);
      return "";
    },
    "/errors": () => JSON.stringify(errorLines()),
    "/cron": async (cron) => {
      await balai.fireCron(cron);
      return "";
    },
  };
  const server = createServer(async (request, response) => {
    try {
      const command = commands[request.url ?? ""];
      if (!command) throw new Error("no such command");
      response.end(await command(await readText(request)));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, stop: () => void server.close() };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
