import { createS3Store, readS3Settings } from "#app/platform/files/s3-store.ts";
import type { Vault } from "#db/backup/vault.ts";
import { openSecrets } from "#db/local/launch/secrets.ts";
import { createServedStore } from "#db/local/object-client.ts";
import type { ObjectStore } from "#db/object-store.ts";
import type { Place } from "#db/place.ts";
import { readBackupKeys, SealError } from "#db/sealed/seal-key.ts";
import { CommandError, type OpenHome } from "./command.ts";
import { dataDirOf } from "./command-keys.ts";
import { openLocalBucket } from "./local-bucket.ts";

/** As wrangler.toml has them. */
const KEEP_DAYS = 30;
const VERIFY_DAYS = 7;

export interface OpenVault {
  vault: Vault;
  close(): Promise<void>;
}

/**
 * What a command makes backups with: BACKUP_KEY and the store of FILES_S3_*, else those of the data directory, whose
 * files only one process may have open: a Balai that runs there answers for them.
 * @returns null where this deployment makes no backups
 * @throws CommandError where it makes some, but this command can't reach their store
 */
export async function openCommandVault(
  place: Place,
  opened: OpenHome,
  env: NodeJS.ProcessEnv,
): Promise<OpenVault | null> {
  const isElsewhere = Boolean(env.LIBSQL_URL);
  const backupKey = env.BACKUP_KEY || (isElsewhere ? "" : openSecrets(dataDirOf(env)).backupKey);
  if (!backupKey) return null;
  const store = await openStore(opened, env);
  const vault: Vault = {
    place,
    files: store.files,
    keys: readKeys(backupKey),
    keepDays: Number(env.BACKUP_KEEP_DAYS || KEEP_DAYS),
    verifyDays: Number(env.BACKUP_VERIFY_DAYS || VERIFY_DAYS),
    clock: () => new Date(),
  };
  return { vault, close: store.close };
}

interface OpenStore {
  files: ObjectStore;
  close(): Promise<void>;
}

async function openStore(opened: OpenHome, env: NodeJS.ProcessEnv): Promise<OpenStore> {
  const settings = readS3Settings(env);
  if (settings === "incomplete")
    throw new CommandError(
      "FILES_S3_ENDPOINT, _REGION, _BUCKET, _KEY_ID dan _SECRET harus diisi kelimanya, atau tidak satu pun.",
    );
  const close = async () => {};
  if (settings) return withLogs(opened, { files: createS3Store(settings, () => new Date()), close });
  if (opened.directory) return withLogs(opened, await openLocalBucket(dataDirOf(env), opened.directory));
  if (!env.LIBSQL_URL) return { files: createServedStore(opened.home), close };
  throw new CommandError(
    "Penyimpanan berkas tidak terjangkau dari perintah ini: isi FILES_S3_* (R2 juga berbicara S3), atau lewati cadangan dengan --tanpa-cadangan.",
  );
}

/** Where this command alone serves the databases, their logs lie in the same store. */
function withLogs({ server }: OpenHome, store: OpenStore): OpenStore {
  if (!server) return store;
  server.attachStore(store.files);
  const close = async () => {
    await server.stopShipping();
    await store.close();
  };
  return { files: store.files, close };
}

function readKeys(text: string) {
  try {
    return readBackupKeys(text);
  } catch (error) {
    if (error instanceof SealError) throw new CommandError(`BACKUP_KEY tidak terbaca: ${error.message}.`);
    throw error;
  }
}
