import type { ExecutionContext, Fetcher, Queue, R2Bucket } from "@cloudflare/workers-types";
import type { BaseCtx, PortalCtx, SiteConfig, Tenant, VillageCtx } from "#app/context.ts";
import { createDnsOverHttps } from "#app/platform/dns/dns-over-https.ts";
import { signFileAddress } from "#app/platform/files/addresses.ts";
import { createR2Store } from "#app/platform/files/r2-store.ts";
import { createS3Store, readS3Settings } from "#app/platform/files/s3-store.ts";
import type { FileStore } from "#app/platform/files/store.ts";
import { createKeys } from "#app/platform/keys/keys.ts";
import { createLog } from "#app/platform/log.ts";
import { DEFAULT_TRIAL_DAYS } from "#app/platform/trial.ts";
import { dueHandlers } from "#app/registry.server.ts";
import { readHomes } from "#db/homes/config.ts";
import type { Homes } from "#db/homes/homes.ts";
import { type OpenOptions, openComparison, openDirectory, openVillage } from "#db/open.ts";
import { placeIn } from "#db/place.ts";
import { buildKeys, masterKeysOf } from "./keys.ts";
import { vaultOf } from "./vault.ts";

/** What wrangler.toml binds. This file is the only reader of it. */
export interface Env {
  ENVIRONMENT: string;
  PUBLIC_SCHEME: string;
  BASE_HOST: string;
  LIBSQL_URL: string;
  LIBSQL_ADMIN_URL: string;
  LIBSQL_AUTH_TOKEN?: string;
  LIBSQL_ADMIN_TOKEN?: string;
  /** `local` or `sqld`. */
  LIBSQL_KIND?: string;
  /** Where the main home stands; production wants both. */
  LIBSQL_REGION?: string;
  LIBSQL_COUNTRY?: string;
  /** Further homes as JSON (db/homes/config.ts); their secrets are vars named `HOME_...`. */
  HOMES?: string;
  ALLOW_HOMES_ABROAD?: string;
  /** Bearer token of `/metrics`; without it there is no such page. */
  METRICS_TOKEN?: string;
  SIGNING_KEY: string;
  /** `id:base64` of 32 bytes each, separated by commas, the present one first: they wrap all data keys. */
  MASTER_KEYS: string;
  /** Base64 of 32 bytes, older keys after it by commas: seals backups. Kept apart from MASTER_KEYS. */
  BACKUP_KEY?: string;
  BACKUP_KEEP_DAYS: string;
  BACKUP_VERIFY_DAYS: string;
  SIGNUPS_PER_HOUR: string;
  /** Days after which a village that nobody has verified is erased; 60 unless set. */
  TRIAL_DAYS?: string;
  TENANT_CACHE_SECONDS: string;
  /** Seconds that a page waits for one answer of a database; 20 unless set. Jobs wait six times as long. */
  DATABASE_TIMEOUT_SECONDS?: string;
  /** Resolver that is asked about villages' own hosts (DNS over HTTPS, JSON form). */
  DNS_RESOLVER?: string;
  /** Who issues certificates for those hosts, as their CAA records name it. */
  CERTIFICATE_AUTHORITY?: string;
  FILES: R2Bucket;
  /** An S3-compatible store instead of the R2 binding: all five or none. */
  FILES_S3_ENDPOINT?: string;
  FILES_S3_REGION?: string;
  FILES_S3_BUCKET?: string;
  FILES_S3_KEY_ID?: string;
  FILES_S3_SECRET?: string;
  JOBS: Queue;
  /** Answers the present time; bound by the test launcher alone. */
  TEST_CLOCK?: Fetcher;
}

/** One request's or message's surroundings. */
export interface Surroundings {
  env: Env;
  execution: Pick<ExecutionContext, "waitUntil">;
  requestId: string;
  address: string;
  /** Counts requests to the database server. */
  roundTrips: { count: number };
  /** Work without a page: nobody waits for it, so it waits longer for the databases. */
  isJob?: boolean;
}

const DEFAULT_DNS_RESOLVER = "https://cloudflare-dns.com/dns-query";
const DEFAULT_CERTIFICATE_AUTHORITY = "letsencrypt.org";

const PAGE_PATIENCE_SECONDS = 20;
const JOB_PATIENCE = 6;

/** A rotation of keys gives isolates ten minutes to hear of the next one. */
const MAX_TENANT_CACHE_SECONDS = 300;

/**
 * Reads and checks the configuration.
 * @throws Error where production would run with a settable clock or over http on a host that is not this machine;
 *   where master keys are missing, or isolates would remember keys for too long
 */
export function readConfig(env: Env): SiteConfig {
  const environment = env.ENVIRONMENT;
  if (environment !== "production" && environment !== "local" && environment !== "test") {
    throw new Error(`ENVIRONMENT is ${environment}`);
  }
  if (env.TEST_CLOCK && environment !== "test")
    throw new Error("TEST_CLOCK is bound outside the test launcher");
  const scheme = env.PUBLIC_SCHEME;
  if (scheme !== "http" && scheme !== "https") throw new Error(`PUBLIC_SCHEME is ${scheme}`);
  if (environment === "production" && scheme === "http" && !/^localhost(:\d+)?$/.test(env.BASE_HOST)) {
    throw new Error("production over http is allowed on localhost only");
  }
  masterKeysOf(env);
  if (Number(env.TENANT_CACHE_SECONDS) > MAX_TENANT_CACHE_SECONDS)
    throw new Error(`TENANT_CACHE_SECONDS is above ${MAX_TENANT_CACHE_SECONDS}`);
  return {
    environment,
    publicScheme: scheme,
    baseHost: env.BASE_HOST,
    signupsPerHour: Number(env.SIGNUPS_PER_HOUR),
  };
}

/** Builds what every request carries. */
export async function buildBaseCtx(around: Surroundings): Promise<BaseCtx> {
  const { env } = around;
  const homes = homesOf(env);
  const counted = openOptionsOf(around);
  const now = await readClock(env);
  const directory = openDirectory(homes.main, counted);
  const log = createLog({ requestId: around.requestId });
  return {
    now,
    requestId: around.requestId,
    log,
    config: readConfig(env),
    directory,
    comparison: openComparison(homes.main, counted),
    homes,
    ...buildKeys(env, { directory, now }),
    vault: vaultOf(env, { place: placeIn(homes), files: fileStoreOf(env, now) }, now),
    queue: { send: async (message) => void (await env.JOBS.send(message)) },
    address: around.address,
    // The runtime prints what is thrown as it is, values and all: it is logged before.
    afterwards: (work) =>
      around.execution.waitUntil(work.catch((error: unknown) => log.error("afterwards.failed", error))),
  };
}

function openOptionsOf({ env, roundTrips, isJob }: Surroundings): OpenOptions {
  const seconds = Number(env.DATABASE_TIMEOUT_SECONDS || PAGE_PATIENCE_SECONDS);
  return {
    onRoundTrip: () => void roundTrips.count++,
    patienceMillis: seconds * 1000 * (isJob ? JOB_PATIENCE : 1),
  };
}

/** Adds what the portal's pages need. */
export function buildPortalCtx(base: BaseCtx, env: Env): PortalCtx {
  const dueKinds = dueHandlers.map((handler) => handler.kind);
  const trialDays = Number(env.TRIAL_DAYS || DEFAULT_TRIAL_DAYS);
  const files = fileStoreOf(env, base.now);
  const nobody = { overseer: null, submitKey: null };
  return { ...base, site: "portal", dueKinds, trialDays, files, ...nobody };
}

/** Adds one village: its database, its files, nobody signed in yet. */
export function buildVillageCtx(base: BaseCtx, around: Surroundings, tenant: Tenant): VillageCtx {
  const { env } = around;
  const log = createLog({ requestId: around.requestId, village: tenant.slug });
  return {
    ...base,
    log,
    site: "village",
    tenant,
    db: openVillage(base.homes.get(tenant.home), tenant, openOptionsOf(around)),
    keys: createKeys({ ...base, masterKeys: masterKeysOf(env) }, tenant.villageId, tenant.keyRing),
    files: fileStoreOf(env, base.now),
    dns: {
      resolver: createDnsOverHttps(env.DNS_RESOLVER || DEFAULT_DNS_RESOLVER),
      authority: env.CERTIFICATE_AUTHORITY || DEFAULT_CERTIFICATE_AUTHORITY,
    },
    fileUrl: (file, accountId) =>
      signFileAddress(
        { config: base.config, signingKey: env.SIGNING_KEY, now: base.now },
        tenant.villageId,
        file.storageKey,
        accountId,
      ),
    actor: null,
    submitKey: null,
  };
}

const knownHomes = new WeakMap<Env, Homes>();

/**
 * All homes of this deployment, read once per isolate.
 * @throws HomesError where the configuration is not whole or not allowed
 */
export function homesOf(env: Env): Homes {
  const known = knownHomes.get(env);
  if (known) return known;
  const homes = readHomes({ ...env });
  knownHomes.set(env, homes);
  return homes;
}

/**
 * Where files lie: the S3-compatible store that the configuration names, else the R2 binding.
 * @throws Error where only a part of the store's configuration is set
 */
export function fileStoreOf(env: Env, now: Date): FileStore {
  const settings = readS3Settings(env);
  if (settings === null) return createR2Store(env.FILES);
  if (settings === "incomplete")
    throw new Error("FILES_S3_*: endpoint, region, bucket, key id and secret go together");
  return createS3Store(settings, () => now);
}

async function readClock(env: Env): Promise<Date> {
  if (!env.TEST_CLOCK) return new Date();
  const answer = await env.TEST_CLOCK.fetch("http://clock/");
  return new Date(await answer.text());
}
