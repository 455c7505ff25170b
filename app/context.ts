import { createContext } from "react-router";
import type { Actor } from "#app/platform/actor.ts";
import type { Zone } from "#app/platform/clock.ts";
import type { Dns } from "#app/platform/dns/dns.ts";
import type { FileStore } from "#app/platform/files/store.ts";
import type { JobQueue } from "#app/platform/jobs/queue.ts";
import type { KeyRing, Keys } from "#app/platform/keys/keys.ts";
import type { Log } from "#app/platform/log.ts";
import type { Overseer } from "#app/platform/overseer.ts";
import type { Resident } from "#app/platform/resident.ts";
import type { SessionRow } from "#app/platform/sessions/sessions.ts";
import type { Vault } from "#db/backup/vault.ts";
import type { Homes } from "#db/homes/homes.ts";
import type { ComparisonDb, DirectoryDb, VillageDb } from "#db/open.ts";
import type { villageProfile } from "#db/village/schema/village.ts";

/** The village that a host names, as the directory knows it. */
export interface Tenant {
  villageId: string;
  slug: string;
  /** Name without "Desa", e.g. `Sesela`. */
  name: string;
  regionCode: string;
  timeZone: Zone;
  isVerified: boolean;
  /** An unverified village is erased after this moment, ISO 8601; null once it is verified. */
  trialEndsAt: string | null;
  isSuspended: boolean;
  /** Why, in Indonesian, for the village's officials. */
  suspendedReason: string | null;
  /** Name of the home that its database lies in. */
  home: string;
  database: string;
  schemaVersion: number;
  /** Since when its database is on its way to another home: it is read and not written to; null else. */
  movingSince?: string | null;
  epoch: number;
  /** Room for files that an operator gave; the usual one without. */
  quotaBytes?: number | null;
  /** What its files took up when they were last measured; null before. */
  fileBytes?: number | null;
  /** The village's data keys (wrapped) as its look-up found them; without them they are read at first use. */
  keyRing?: KeyRing;
}

/** Addresses and settings that pages may know; secrets are not among them. */
export interface SiteConfig {
  environment: "production" | "local" | "test";
  publicScheme: "http" | "https";
  /** Host of the portal with its port, e.g. `localhost:8787`. */
  baseHost: string;
  signupsPerHour: number;
}

/** What every request carries, whatever its host. Dependencies are values: nothing is looked up elsewhere. */
export interface BaseCtx {
  now: Date;
  requestId: string;
  log: Log;
  config: SiteConfig;
  directory: DirectoryDb;
  comparison: ComparisonDb;
  /** Seals the directory's own fields: phones and second factors of people above the villages, claims. */
  directoryKeys: Keys;
  /** Keys of a village that is not the request's own: for sign-up and for people above the villages. */
  keysOf(villageId: string): Keys;
  /** What backups are made with; missing where a deployment has no BACKUP_KEY. */
  vault?: Vault;
  /** Where villages' databases lie, for what opens or makes one by its row. */
  homes: Homes;
  queue: JobQueue;
  /** Client address as the front or Cloudflare gives it. */
  address: string;
  /** Runs work after the answer has been sent. */
  afterwards(work: Promise<unknown>): void;
}

export interface PortalCtx extends BaseCtx {
  site: "portal";
  /** Kinds of due work that a new village is put on the calendar for. */
  dueKinds: readonly string[];
  /** Days after which a village that nobody has verified is erased. */
  trialDays: number;
  /** Letters of those who contest a village; a village's own files are behind its own context. */
  files: FileStore;
  /** Who works above the villages, where the address is theirs. */
  overseer: Overseer | null;
  /** Idempotency key of the submitted form, if it carried one. */
  submitKey: string | null;
}

/** A portal request by somebody above the villages who is signed in. */
export interface OversightCtx extends PortalCtx {
  overseer: Overseer;
}

/** A request on a village's host, or a job for one village. */
export interface VillageCtx extends BaseCtx {
  site: "village";
  tenant: Tenant;
  db: VillageDb;
  /** Seals the village's protected fields and finds them by blind index. */
  keys: Keys;
  files: FileStore;
  /** Who is asked about a village's own host, and who would issue its certificate (as CAA names it). */
  dns: { resolver: Dns; authority: string };
  /** Address of a file that works for five minutes, signed for one account (`publik` for anybody). */
  fileUrl(file: { storageKey: string }, accountId: string): Promise<string>;
  actor: Actor | null;
  /** A resident at his own pages; the office's and the public's know none. */
  resident?: Resident | null;
  /** Idempotency key of the submitted form, if it carried one. */
  submitKey: string | null;
}

/** A village request by somebody who is signed in. */
export interface OfficeCtx extends VillageCtx {
  actor: Actor;
}

/** A village request by a resident who is signed in. */
export interface ResidentCtx extends VillageCtx {
  actor: null;
  resident: Resident;
}

export type RequestCtx = PortalCtx | VillageCtx;

/** Key under which the worker hands the request's context to React Router. */
export const requestCtx = createContext<RequestCtx>();

/** What the guard learns of a signed-in person in its one round trip: pages and frame read it from here. */
export interface OfficeFrame {
  actor: Actor;
  session: SessionRow;
  switches: ReadonlyMap<string, boolean>;
  unreadCount: number;
  profile: typeof villageProfile.$inferSelect | null;
}

export const officeFrame = createContext<OfficeFrame | null>(null);

/** The same of a resident. */
export interface ResidentFrame {
  resident: Resident;
  profile: typeof villageProfile.$inferSelect | null;
  switches: ReadonlyMap<string, boolean>;
}

export const residentFrame = createContext<ResidentFrame | null>(null);
