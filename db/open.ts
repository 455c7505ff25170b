import { type Client, createClient } from "@libsql/client/web";
import type { LibSQLDatabase } from "drizzle-orm/libsql";
import { drizzle } from "drizzle-orm/libsql/web";
import type { DatabaseHome } from "./homes/home.ts";
import { databaseUrl, sendTo } from "./homes/transport.ts";
import { COMPARISON_DATABASE, DIRECTORY_DATABASE } from "./names.ts";

export type { DatabaseHome };

/** What opening a database may be given besides its place. */
export interface OpenOptions {
  /** Called once for each request to the database server: the unit of cost that budgets count. */
  onRoundTrip?: () => void;
  /** How long one request to the server may take; for ever where left out. */
  patienceMillis?: number;
}

declare const kind: unique symbol;
type Handle<Kind extends string> = LibSQLDatabase & { readonly [kind]: Kind };

/** Handle on one village's database. The three kinds are distinct types: none can be given for another. */
export type VillageDb = Handle<"village">;
export type DirectoryDb = Handle<"directory">;
export type ComparisonDb = Handle<"comparison">;

/** The part of a tenant that says which database is his. */
export interface VillageAddress {
  /** Name of the home; left out where only one is known. */
  home?: string;
  database: string;
}

/**
 * Makes a client for one database of a home. Only db/ may use it.
 * @param home server and credentials
 */
export function connect(home: DatabaseHome, database: string, options: OpenOptions = {}): Client {
  const send = (input: Request | string | URL, init?: RequestInit): Promise<Response> => {
    options.onRoundTrip?.();
    // The client hands over a request of its own: a copy would cost as much as all else here.
    const request = input instanceof Request && !init ? input : new Request(input, init);
    return sendTo(home, database, request, options.patienceMillis);
  };
  return createClient({ url: databaseUrl(home, database), fetch: send, intMode: "number" });
}

/**
 * Opens the database of one village: the only door to it. Never migrates, asks no version, costs no round trip.
 * @param home the village's own, `homes.get(village.home)`
 * @throws Error where the village lies in another home: its database there is another one
 */
export function openVillage(home: DatabaseHome, village: VillageAddress, options?: OpenOptions): VillageDb {
  if (village.home !== undefined && village.home !== home.name)
    throw new Error(`${village.database} lies in ${village.home}, not in ${home.name}`);
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
