import type { Vault } from "#db/backup/vault.ts";
import { type BackupKeys, readBackupKeys } from "#db/sealed/seal-key.ts";
import type { Env } from "./bindings.ts";

/** An isolate serves one deployment; tests serve several from one. */
const MAX_KNOWN = 20;
const known = new Map<string, BackupKeys>();

/**
 * What backups of this deployment are made with, or nothing where it has no BACKUP_KEY.
 * @throws SealError where BACKUP_KEY is malformed
 */
export function vaultOf(env: Env, parts: Pick<Vault, "place" | "files">, now: Date): Vault | undefined {
  if (!env.BACKUP_KEY) return undefined;
  return {
    ...parts,
    keys: backupKeysOf(env.BACKUP_KEY),
    keepDays: Number(env.BACKUP_KEEP_DAYS),
    verifyDays: Number(env.BACKUP_VERIFY_DAYS),
    clock: env.TEST_CLOCK ? () => now : () => new Date(),
  };
}

function backupKeysOf(text: string): BackupKeys {
  const kept = known.get(text);
  if (kept) return kept;
  if (known.size >= MAX_KNOWN) known.clear();
  const keys = readBackupKeys(text);
  known.set(text, keys);
  return keys;
}
