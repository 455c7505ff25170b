import type { R2Bucket } from "@cloudflare/workers-types";
import type { NamespaceHome } from "../../homes/home.ts";
import type { ObjectStore } from "../../object-store.ts";

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
