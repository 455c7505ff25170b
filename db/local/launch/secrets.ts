import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What one installation keeps to itself. Without signing key and token files' addresses and open sessions with the
 * server end; without the master keys every protected field is lost.
 */
export interface Secrets {
  /** 32 random bytes in base64: signs the addresses of files. */
  signingKey: string;
  /** Bearer token of the installation's own libSQL server. */
  databaseToken: string;
  /** `id:base64` of 32 random bytes, several separated by commas, the present one first: they wrap all data keys. */
  masterKeys: string;
  /** 32 random bytes in base64: seals backups. Without it no backup opens; keep a copy elsewhere. */
  backupKey: string;
}

/** A fresh master key as MASTER_KEYS holds it; its id is random, so that a wrong file is told from a wrong key. */
export function newMasterKey(): string {
  return `${randomBytes(5).toString("hex")}:${randomBytes(32).toString("base64")}`;
}

/**
 * Reads the secrets of a data directory; makes those that are missing, once, readable by the owner alone.
 * @throws Error where the file exists but can't be read as JSON: made anew, it would lock people out
 */
export function openSecrets(dataDir: string): Secrets {
  const path = join(dataDir, "secrets.json");
  const kept: Partial<Secrets> = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const secrets: Secrets = {
    ...kept,
    signingKey: kept.signingKey ?? randomBytes(32).toString("base64"),
    databaseToken: kept.databaseToken ?? randomBytes(24).toString("base64url"),
    masterKeys: kept.masterKeys ?? newMasterKey(),
    backupKey: kept.backupKey ?? randomBytes(32).toString("base64"),
  };
  const isWhole = kept.signingKey && kept.databaseToken && kept.masterKeys && kept.backupKey;
  if (!isWhole) writeSecrets(dataDir, secrets);
  return secrets;
}

/** Writes the secrets whole or not at all: a half-written file would lose the master keys. */
export function writeSecrets(dataDir: string, secrets: Secrets): void {
  const path = join(dataDir, "secrets.json");
  writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
