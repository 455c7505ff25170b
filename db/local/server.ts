import type { ObjectStore } from "../object-store.ts";
import { adminHandler } from "./admin-api.ts";
import { clientHandler } from "./client-api.ts";
import { type Clock, systemClock } from "./clock.ts";
import { ConnectionPool } from "./connection-pool.ts";
import { answering, type Handler, listen, stopListening, urlOf } from "./http.ts";
import { databaseName, Namespaces } from "./namespaces.ts";
import { Streams } from "./streams.ts";
import { SHIPPED_PRAGMAS } from "./wal/log-file.ts";
import { LogShipper, type ShippingOptions } from "./wal/shipper.ts";

export type LocalServerOptions = {
  /** The directory of the databases, one file `<namespace>.db` each. Only one server may use it. */
  dataDir: string;
  /** Default 127.0.0.1. */
  host?: string;
  /** Default 0: any free port. */
  port?: number;
  adminPort?: number;
  /** Wanted as `Authorization: Bearer` on both ports; without it, everyone who reaches them may do all. */
  authToken?: string;
  /** An idle stream is rolled back and closed after this. Default 10 s, as in sqld. */
  streamExpireMs?: number;
  /** A write transaction is rolled back after this, once another writer waits. Default 5 s, as in sqld. */
  transactionTimeoutMs?: number;
  /** A writer that waited this long gets SQLITE_BUSY. Default 15 s. */
  writerWaitMs?: number;
  /** An idle connection is closed after this. Default 60 s. */
  idleCloseMs?: number;
  /** Connections in all, with up to three open files each. Default 256. */
  maxConnections?: number;
  /** Connections to one namespace. Default 64. */
  maxConnectionsPerNamespace?: number;
  /** Streams of one namespace; one more is answered 429. Default 512. */
  maxStreamsPerNamespace?: number;
  /** Default 32 MiB. */
  maxRequestBytes?: number;
  /** For each request of a pipeline; cursors have no limit. Default 10 MB, as in sqld. */
  maxResponseBytes?: number;
  /** Ships the logs of databases, so that any minute can be restored; `attachStore` says where to. */
  shipping?: ShippingOptions;
  /** For tests. */
  clock?: Clock;
  /** For tests: further settings of every connection, as of one that needs no disk to be waited for. */
  pragmas?: string;
  /** For tests: what closed connections leave is collected by this. */
  collect?: () => void;
};

export type LocalServer = {
  /** Where Hrana 2 and 3 are spoken, with a slash at the end. */
  url: string;
  /** Where the admin API is, with a slash at the end. */
  adminUrl: string;
  /** What the SQL port does with a request; for tests, which need no port in between. */
  answer: Handler;
  /** Lets the admin side answer for a file store, and begins to ship logs to it; until then they wait. */
  attachStore(store: ObjectStore): void;
  /** Ships what is committed by now, of one database or of all. */
  shipNow(name?: string): Promise<void>;
  /** Ships the rest while databases still answer: call it before the store goes away. */
  stopShipping(): Promise<void>;
  /** Finishes the requests under way, rolls open transactions back, closes all files. */
  stop(): Promise<void>;
};

const STOP_GRACE_MS = 2_000;

/**
 * Starts a libSQL server for one machine that speaks sqld's API, so that the app can't tell them apart.
 *
 * Its limits: all statements run on the process's one thread. Whoever waits for a lock or reads slowly
 * delays nobody, but a statement that works long without giving a row (an unindexed join, the creation
 * of an index) delays every namespace; only copies run beside. Text that is not UTF-8 (made only in SQL, as by
 * CAST of a blob) ends the process, and text with a NUL is refused, since the native package can read neither.
 */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { host = "127.0.0.1", clock = systemClock, authToken } = options;
  const writerWaitMs = options.writerWaitMs ?? 15_000;
  const shipper = options.shipping && new LogShipper(options.shipping, options.dataDir, clock);
  const pool = new ConnectionPool(
    {
      max: options.maxConnections ?? 256,
      maxPerFile: options.maxConnectionsPerNamespace ?? 64,
      waitMs: writerWaitMs,
      idleCloseMs: options.idleCloseMs ?? 60_000,
      collect: options.collect,
      pragmasOf: (path) =>
        `${options.shipping?.ships(databaseName(path)) ? SHIPPED_PRAGMAS : ""};${options.pragmas ?? ""}`,
    },
    clock,
  );
  const writerLimits = { waitMs: writerWaitMs, holdMs: options.transactionTimeoutMs ?? 5_000 };
  const namespaces = new Namespaces(options.dataDir, pool, writerLimits, clock, shipper);
  shipper?.takeLeftovers(namespaces.entries());
  const streams = new Streams(
    {
      expireMs: options.streamExpireMs ?? 10_000,
      maxPerNamespace: options.maxStreamsPerNamespace ?? 512,
    },
    clock,
  );
  const limits = {
    maxRequestBytes: options.maxRequestBytes ?? 32 * 1024 * 1024,
    maxResponseBytes: options.maxResponseBytes ?? 10_000_000,
  };
  const client = clientHandler({ namespaces, streams, pool, authToken, ...limits });
  let store: ObjectStore | undefined;
  const clientServer = await listen(host, options.port ?? 0, client);
  const adminServer = await listen(
    host,
    options.adminPort ?? 0,
    adminHandler({
      namespaces,
      streams,
      authToken,
      store: () => store,
      unshipped: () => shipper?.troubled ?? 0,
    }),
  );
  return {
    url: urlOf(clientServer),
    adminUrl: urlOf(adminServer),
    answer: answering(client),
    attachStore: (attached) => {
      store = attached;
      shipper?.attach(attached, namespaces.entries());
    },
    shipNow: async (name) => shipper?.shipNow(name),
    stopShipping: async () => {
      await shipper?.stop();
      store = undefined;
    },
    async stop() {
      const stopped = [clientServer, adminServer].map((server) => stopListening(server, STOP_GRACE_MS));
      streams.closeIdle();
      await Promise.all(stopped);
      streams.closeAll();
      await shipper?.stop();
      shipper?.releaseAll();
      await pool.closeAll();
      shipper?.noteStopped(namespaces.entries());
    },
  };
}
