import { join, resolve } from "node:path";
import type { R2Bucket } from "@cloudflare/workers-types";
import { Miniflare, NoOpLog } from "miniflare";
import { readMainHome } from "../homes/config.ts";
import type { NamespaceHome } from "../homes/home.ts";
import { type Front, startFront } from "./front.ts";
import type { Balai, BalaiOptions } from "./launch/balai.ts";
import { startCronTimer } from "./launch/cron.ts";
import { type DataDirectory, takeDataDirectory } from "./launch/data-directory.ts";
import { childrenNamed } from "./launch/processes.ts";
import { openSecrets, type Secrets } from "./launch/secrets.ts";
import { createTestClock, type TestClock } from "./launch/test-clock.ts";
import { type BuiltWorker, readBuiltWorker } from "./launch/worker-options.ts";
import { type LocalServer, startLocalServer } from "./server.ts";
import { shippingUnder } from "./wal/shipping.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/**
 * Starts Balai on one machine: libSQL server, worker in workerd, public front.
 * @throws DataInUseError where another Balai serves the data directory; Error with code EADDRINUSE where the port
 *   is taken. Nothing is left running then.
 */
export async function startBalai(options: BalaiOptions): Promise<Balai> {
  if (options.clock && options.environment !== "test") throw new Error("only a test may set the clock");
  const stops: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (let last = stops.pop(); last; last = stops.pop()) await last();
  };
  try {
    return await startParts(options, stops, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(
  options: BalaiOptions,
  stops: (() => Promise<void> | void)[],
  stop: () => Promise<void>,
): Promise<Balai> {
  const dataDir = resolve(options.dataDir);
  const directory = await takeDataDirectory(dataDir);
  stops.push(() => directory.release());
  const secrets = openSecrets(dataDir);
  const front = await startFront(options);
  stops.push(() => front.stop());
  const server = await startDatabases(dataDir, options, secrets, directory, stops);
  const home = homeOf(server, options, secrets);
  await options.prepare(home);
  const clock = options.clock ? createTestClock(options.clock) : null;
  const baseHost = options.baseHost ?? `localhost:${front.port}`;
  const built = readBuiltWorker(options.buildDir ?? join(ROOT, "build"), {
    vars: varsOf(options, baseHost, options.linkTo?.(home) ?? home, secrets),
    services: clock ? { TEST_CLOCK: () => clock.answer() } : undefined,
    isHurried: options.environment === "test",
  });
  const runtime = await startWorker(built, dataDir, directory, options.onLog);
  stops.push(() => runtime.dispose());
  const bucket = (await runtime.getR2Bucket("FILES")) as unknown as R2Bucket;
  if (options.storeOf) server.attachStore(options.storeOf(bucket));
  // Before the store goes away with the runtime.
  stops.push(() => server.stopShipping());
  const fireCron = async (cron: string, at = clock?.now() ?? new Date()) => {
    await (await runtime.getWorker()).scheduled({ cron, scheduledTime: at });
  };
  if (options.firesCrons) {
    stops.push(startCronTimer(built.crons, (cron, at) => void fireCron(cron, at).catch(() => undefined)));
  }
  const balai: Balai = {
    bucket,
    signingKey: secrets.signingKey,
    masterKeys: options.vars?.MASTER_KEYS ?? secrets.masterKeys,
    ...addressesOf(options, front, baseHost),
    ...clockOf(clock),
    home,
    fireCron,
    crons: built.crons,
    stop,
  };
  await options.beforeOpen?.(balai);
  front.passTo(await runtime.unsafeGetDirectURL());
  return balai;
}

function addressesOf(options: BalaiOptions, front: Front, baseHost: string) {
  const scheme = options.publicScheme ?? "http";
  const villageUrl = (slug: string) => `${scheme}://${slug}.${baseHost}`;
  return { url: `${scheme}://${baseHost}`, port: front.port, baseHost, villageUrl };
}

function clockOf(clock: TestClock | null) {
  const setClock = (iso: string) => {
    if (!clock) throw new Error("started without a clock that can be set");
    clock.set(iso);
  };
  return { setClock, now: () => clock?.now() ?? new Date() };
}

async function startDatabases(
  dataDir: string,
  options: BalaiOptions,
  secrets: Secrets,
  directory: DataDirectory,
  stops: (() => Promise<void> | void)[],
): Promise<LocalServer> {
  const server = await startLocalServer({
    dataDir: join(dataDir, "dbs"),
    authToken: secrets.databaseToken,
    transactionTimeoutMs: options.transactionTimeoutMs,
    shipping:
      options.storeOf &&
      shippingUnder(options.vars?.BACKUP_KEY ?? secrets.backupKey, (trouble) =>
        options.onLog?.(describeTrouble(trouble)),
      ),
  });
  stops.push(() => server.stop());
  directory.noteDatabases({ url: server.url, adminUrl: server.adminUrl });
  return server;
}

/** A line as the worker's own log lines are. */
function describeTrouble(trouble: { database: string; error: unknown } | null): string {
  return trouble
    ? JSON.stringify({
        level: "error",
        event: "log-shipping.failed",
        database: trouble.database,
        error: String(trouble.error),
      })
    : JSON.stringify({ level: "info", event: "log-shipping.recovered" });
}

function homeOf(server: LocalServer, options: BalaiOptions, secrets: Secrets): NamespaceHome {
  return readMainHome({
    ...options.vars,
    ENVIRONMENT: options.environment,
    LIBSQL_KIND: "local",
    LIBSQL_URL: server.url,
    LIBSQL_ADMIN_URL: server.adminUrl,
    LIBSQL_AUTH_TOKEN: secrets.databaseToken,
  });
}

function varsOf(options: BalaiOptions, baseHost: string, home: NamespaceHome, secrets: Secrets) {
  return {
    MASTER_KEYS: secrets.masterKeys,
    BACKUP_KEY: secrets.backupKey,
    ...options.vars,
    ENVIRONMENT: options.environment,
    PUBLIC_SCHEME: options.publicScheme ?? "http",
    BASE_HOST: baseHost,
    LIBSQL_KIND: home.kind,
    LIBSQL_URL: home.url,
    LIBSQL_ADMIN_URL: home.adminUrl,
    LIBSQL_AUTH_TOKEN: secrets.databaseToken,
    SIGNING_KEY: secrets.signingKey,
  };
}

async function startWorker(
  built: BuiltWorker,
  dataDir: string,
  directory: DataDirectory,
  onLog: (line: string) => void = () => undefined,
): Promise<Miniflare> {
  const before = new Set(childrenNamed("workerd").map((each) => each.pid));
  const note = () =>
    directory.noteWorkerd(childrenNamed("workerd").find((each) => !before.has(each.pid)) ?? null);
  const giveSignalsBack = keepSignals();
  const runtime = new Miniflare({
    workers: [built.options],
    host: "127.0.0.1",
    port: 0,
    cf: false,
    log: new NoOpLog(),
    telemetry: { enabled: false },
    defaultPersistRoot: join(dataDir, "store"),
    handleStructuredLogs: ({ message }: { message: string }) => onLog(message),
    unsafeHandleRuntimeRestart: note,
  });
  giveSignalsBack();
  try {
    await runtime.ready;
  } catch (error) {
    await runtime.dispose();
    throw error;
  }
  note();
  return runtime;
}

/** Miniflare ends the process on a signal, before anything is closed; who starts Balai decides that himself. */
function keepSignals(): () => void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const before = new Set(signals.flatMap((signal) => process.listeners(signal)));
  return () => {
    for (const signal of signals) {
      const added = process.listeners(signal).filter((listener) => !before.has(listener));
      for (const listener of added) process.removeListener(signal, listener);
    }
  };
}
