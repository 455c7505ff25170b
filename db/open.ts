import { type Client, createClient } from "@libsql/client/web";
import type { LibSQLDatabase } from "drizzle-orm/libsql";
import { drizzle } from "drizzle-orm/libsql/web";
import { COMPARISON_DATABASE, DIRECTORY_DATABASE } from "./names.ts";

/** Where databases lie and how to get there. Today: one libSQL server with namespaces (db/local or sqld). */
export interface DatabaseHome {
  /** Base address of the server's SQL side, e.g. `http://127.0.0.1:8080/`. */
  url: string;
  /** Base address of its admin side, for creating and copying databases. */
  adminUrl: string;
  authToken?: string;
}

/** What opening a database may be given besides its place. */
export interface OpenOptions {
  /** Called once for each request to the database server: the unit of cost that budgets count. */
  onRoundTrip?: () => void;
}

declare const kind: unique symbol;
type Handle<Kind extends string> = LibSQLDatabase & { readonly [kind]: Kind };

/** Handle on one village's database. The three kinds are distinct types: none can be given for another. */
export type VillageDb = Handle<"village">;
export type DirectoryDb = Handle<"directory">;
export type ComparisonDb = Handle<"comparison">;

/** The part of a tenant that says which database is his. */
export interface VillageAddress {
  database: string;
}

/**
 * Makes a client for one namespace of a home. Only db/ may use it.
 * @param home server and credentials
 * @param namespace name of the database, sent as `x-namespace` (and `x-namespace-bin` for older sqld)
 */
export function connect(home: DatabaseHome, namespace: string, options: OpenOptions = {}): Client {
  const namespaceBin = btoa(namespace).replace(/=+$/, "");
  const send = (input: Request | string | URL, init?: RequestInit): Promise<Response> => {
    options.onRoundTrip?.();
    const request = new Request(input, init);
    request.headers.set("x-namespace", namespace);
    request.headers.set("x-namespace-bin", namespaceBin);
    return fetch(request);
  };
  const url = home.url.endsWith("/") ? home.url : `${home.url}/`;
  return createClient({ url, authToken: home.authToken, fetch: send, intMode: "number" });
}

/** Opens the database of one village: the only door to it. Never migrates, asks no version, costs no round trip. */
export function openVillage(home: DatabaseHome, village: VillageAddress, options?: OpenOptions): VillageDb {
  return drizzle({ client: connect(home, village.database, options) }) as unknown as VillageDb;
}

/** Opens the directory: villages, hosts, regions, sign-ups, due jobs. */
export function openDirectory(home: DatabaseHome, options?: OpenOptions): DirectoryDb {
  return drizzle({ client: connect(home, DIRECTORY_DATABASE, options) }) as unknown as DirectoryDb;
}

/** Opens the published aggregates of all villages. */
export function openComparison(home: DatabaseHome, options?: OpenOptions): ComparisonDb {
  return drizzle({ client: connect(home, COMPARISON_DATABASE, options) }) as unknown as ComparisonDb;
}

/** A transaction on a village's database, as drizzle hands it to the callback. */
export type VillageTx = Parameters<Parameters<VillageDb["transaction"]>[0]>[0];

/** A transaction on the directory. */
export type DirectoryTx = Parameters<Parameters<DirectoryDb["transaction"]>[0]>[0];
