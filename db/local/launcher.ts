import { join, resolve } from "node:path";
import type { R2Bucket } from "@cloudflare/workers-types";
import { Miniflare, NoOpLog } from "miniflare";
import { readMainHome } from "../homes/config.ts";
import type { NamespaceHome } from "../homes/home.ts";
import type { ObjectStore } from "../object-store.ts";
import { type Front, startFront } from "./front.ts";
import { startCronTimer } from "./launch/cron.ts";
import { type DataDirectory, takeDataDirectory } from "./launch/data-directory.ts";
import { childrenNamed } from "./launch/processes.ts";
import { openSecrets, type Secrets } from "./launch/secrets.ts";
import { createTestClock, type TestClock } from "./launch/test-clock.ts";
import { type BuiltWorker, readBuiltWorker } from "./launch/worker-options.ts";
import { type LocalServer, startLocalServer } from "./server.ts";
import { shippingUnder } from "./wal/shipping.ts";

export interface BalaiOptions {
  /** Databases, files, secrets; only one Balai may use it. */
  dataDir: string;
  /** Port of the public address; 0 for any free one. */
  port: number;
  /** Default: this machine alone. */
  host?: string;
  environment: "production" | "local" | "test";
  /** Default http. */
  publicScheme?: "http" | "https";
  /** Host of the portal as people type it, with its port; default `localhost:{port}`. */
  baseHost?: string;
  trustedProxy?: string;
  /** Time at which the test's clock stands; only in "test". */
  clock?: string;
  /** Further vars of wrangler.toml, SIGNUPS_PER_HOUR say. */
  vars?: Record<string, string>;
  /** Fires the crons of wrangler.toml by the machine's clock. */
  firesCrons?: boolean;
  buildDir?: string;
  /** A forgotten write transaction gives way to the next writer after this; 5 s unless set. */
  transactionTimeoutMs?: number;
  /** How the worker reaches the databases; a test puts a link that fails in between. */
  linkTo?(databases: NamespaceHome): NamespaceHome;
  /** Makes the shared databases; runs before the worker starts. */
  prepare(home: NamespaceHome): Promise<void>;
  /** Fills what must be there before anybody comes; until it is done the front answers 503. */
  beforeOpen?(balai: Balai): Promise<void>;
  /**
   * Where files lie, given the worker's own bucket: commands reach it through the databases' admin side, and the logs of
   * databases are shipped to it each minute. Without it any minute can't be restored.
   */
  storeOf?(bucket: R2Bucket): ObjectStore;
  /** Lines that the worker writes. */
  onLog?(line: string): void;
}

export interface Balai {
  /** Address of the portal. */
  url: string;
  port: number;
  baseHost: string;
  villageUrl(slug: string): string;
  /** Server and credentials of all databases. */
  home: NamespaceHome;
  /** The worker's own file store, the key that signs its addresses, and the keys that wrap data keys: for seeds. */
  bucket: R2Bucket;
  signingKey: string;
  masterKeys: string;
  /** Present time as the worker sees it. */
  now(): Date;
  /** Sets the worker's clock; only where started with one. */
  setClock(iso: string): void;
  /** Runs what wrangler.toml's triggers would at this expression, and waits for it. */
  fireCron(cron: string): Promise<void>;
  crons: readonly string[];
  stop(): Promise<void>;
}

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
