import { HomesError, readHomes } from "#db/homes/config.ts";

/** What the environment tells `npm start`. */
export interface Settings {
  port: number;
  dataDir: string;
  host?: string;
  environment: "local" | "production";
  publicScheme: "http" | "https";
  baseHost?: string;
  trustedProxy?: string;
  hasDemo: boolean;
  vars: Record<string, string>;
}

/** A setting that can't be meant, with a sentence for the person who set it. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

/** Handed on to the worker as they are; wrangler.toml says what each is for. */
const PASSED_ON =
  /^(SIGNUPS_PER_HOUR|TRIAL_DAYS|TENANT_CACHE_SECONDS|DATABASE_TIMEOUT_SECONDS|DNS_RESOLVER|CERTIFICATE_AUTHORITY|MASTER_KEYS|METRICS_TOKEN|BACKUP_\w+|FILES_S3_\w+|HOMES|HOME_\w+|ALLOW_HOMES_ABROAD|LIBSQL_REGION|LIBSQL_COUNTRY)$/;

/**
 * Reads PORT, DATA_DIR, DEMO, HOST, ENVIRONMENT, PUBLIC_SCHEME, BASE_HOST, TRUSTED_PROXY and the worker's own settings.
 * @throws SettingsError
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const environment = oneOf(env, "ENVIRONMENT", ["local", "production"] as const);
  const vars = Object.entries(env).filter(
    (pair): pair is [string, string] => PASSED_ON.test(pair[0]) && !!pair[1],
  );
  const publicScheme = oneOf(env, "PUBLIC_SCHEME", ["http", "https"] as const);
  if (
    environment === "production" &&
    publicScheme === "http" &&
    !/^localhost(:\d+)?$/.test(env.BASE_HOST || "localhost")
  ) {
    throw new SettingsError("Untuk dipakai orang banyak, Balai memerlukan https: PUBLIC_SCHEME=https.");
  }
  requireHomes(env);
  const ownFiles = vars.some(([name]) => name.startsWith("FILES_S3_"));
  return {
    port: readPort(env.PORT),
    dataDir: env.DATA_DIR || ".data",
    host: env.HOST || undefined,
    environment,
    publicScheme,
    baseHost: env.BASE_HOST || undefined,
    trustedProxy: env.TRUSTED_PROXY || undefined,
    // The demo's pictures lie in the local store, and its passwords are no secret.
    hasDemo: env.DEMO !== "0" && environment === "local" && !ownFiles,
    vars: Object.fromEntries(vars),
  };
}

/** The databases on this machine are the main home; the others and where all of them lie are told by the environment. */
function requireHomes(env: NodeJS.ProcessEnv): void {
  try {
    const onThisMachine = {
      LIBSQL_KIND: "local",
      LIBSQL_URL: "http://127.0.0.1/",
      LIBSQL_ADMIN_URL: undefined,
    };
    readHomes({ ...env, ...onThisMachine });
  } catch (error) {
    throw error instanceof HomesError ? new SettingsError(error.message) : error;
  }
}

function readPort(text = "8787"): number {
  const port = Number(text);
  if (text !== "" && Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new SettingsError(`PORT harus angka 0 sampai 65535, bukan "${text}".`);
}

function oneOf<Choice extends string>(
  env: NodeJS.ProcessEnv,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const given = env[name] || choices[0];
  const found = choices.find((choice) => choice === given);
  if (!found)
    throw new SettingsError(`${name} harus salah satu dari ${choices.join(", ")}, bukan "${given}".`);
  return found;
}
