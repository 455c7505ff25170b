import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { findVillage, type VillageRow } from "#db/directory/villages.ts";
import { readMainHome, readOtherHomes } from "#db/homes/config.ts";
import { localHome, type NamespaceHome } from "#db/homes/home.ts";
import {
  type DataDirectory,
  findRunningDatabases,
  takeDataDirectory,
} from "#db/local/launch/data-directory.ts";
import { openSecrets } from "#db/local/launch/secrets.ts";
import { type LocalServer, startLocalServer } from "#db/local/server.ts";
import { shippingUnder } from "#db/local/wal/shipping.ts";
import { openPlace, type Place } from "#db/place.ts";
import { CommandError, sentenceOf } from "./command-errors.ts";

export { CommandError } from "./command-errors.ts";

/** What is to be closed once a command is done. */
export interface OpenHome {
  home: NamespaceHome;
  /** The data directory and its server, where this command alone uses it. */
  directory?: DataDirectory;
  server?: LocalServer;
  close(): Promise<void>;
}

/**
 * Finds the main home: LIBSQL_URL (with LIBSQL_ADMIN_URL and LIBSQL_AUTH_TOKEN), else those of the Balai that runs on
 * DATA_DIR, else that directory's own, served for the time of the command.
 * @param options `ships`: for commands that go back to a minute, or whose writes one may want to go back to
 * @throws CommandError where there is nothing
 */
export async function openHome(env: NodeJS.ProcessEnv, { ships = false } = {}): Promise<OpenHome> {
  if (env.LIBSQL_URL) {
    return { home: readMainHome(asFound(env)), close: async () => {} };
  }
  const dataDir = resolve(env.DATA_DIR || ".data");
  if (!existsSync(join(dataDir, "dbs")))
    throw new CommandError(
      `Tidak ada basis data di ${dataDir}. Tentukan DATA_DIR, atau LIBSQL_URL dan LIBSQL_ADMIN_URL; bila folder itu milik pengguna lain, jalankan sebagai pengguna itu.`,
    );
  const running = findRunningDatabases(dataDir);
  if (!running) return serveHome(dataDir, ships ? env.BACKUP_KEY || openSecrets(dataDir).backupKey : null);
  const authToken = openSecrets(dataDir).databaseToken;
  return { home: localHome(running, authToken), close: async () => {} };
}

/** The rule on where data may lie binds who serves it: a command must still reach what has to be moved home. */
function asFound(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, ENVIRONMENT: undefined };
}

async function serveHome(dataDir: string, logKey: string | null): Promise<OpenHome> {
  requireOwner(dataDir);
  const directory = await takeDataDirectory(dataDir);
  const shipping = logKey === null ? undefined : shippingUnder(logKey);
  const server = await startLocalServer({ dataDir: join(dataDir, "dbs"), shipping });
  const close = async () => {
    await server.stop();
    directory.release();
  };
  return { home: localHome(server), directory, server, close };
}

/** What root writes here Balai could not open any more. */
function requireOwner(dataDir: string): void {
  const owner = statSync(dataDir).uid;
  if (process.getuid?.() === 0 && owner !== 0)
    throw new CommandError(
      `${dataDir} milik pengguna lain (uid ${owner}). Jalankan perintah ini sebagai pengguna itu, misalnya dengan sudo -u balai.`,
    );
}

/**
 * Runs a command: opens the databases, prints its lines, closes. What the operator can mend ends it with a sentence and
 * code 1.
 * @param work returns false where the command did its work but has failures to report
 */
export async function runCommand(
  work: (place: Place, opened: OpenHome) => Promise<boolean | undefined>,
  options?: { ships: boolean },
): Promise<void> {
  let opened: OpenHome | null = null;
  try {
    opened = await openHome(process.env, options);
    const place = openPlace(opened.home, readOtherHomes(asFound(process.env)));
    if ((await work(place, opened)) === false) process.exitCode = 1;
  } catch (error) {
    console.error(sentenceOf(error) ?? error);
    process.exitCode = 1;
  } finally {
    await opened?.close();
  }
}

/** The village that an operator names by address name, code or id. Throws CommandError where there is none. */
export async function requireVillage(
  place: Place,
  name: string | undefined,
  usage: string,
): Promise<VillageRow> {
  if (!name) throw new CommandError(usage);
  const village = await findVillage(place.directory, name);
  if (!village) throw new CommandError(`Tidak ada desa dengan nama alamat, kode, atau id "${name}".`);
  return village;
}

/** How a village is named in a command's lines. */
export function describeVillage(village: VillageRow): string {
  return `${village.name} (${village.regionCode}, ${village.slug})`;
}
