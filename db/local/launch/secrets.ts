import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What one installation keeps to itself. Lost, files' addresses and open sessions with the server end. */
export interface Secrets {
  /** 32 random bytes in base64: signs the addresses of files. */
  signingKey: string;
  /** Bearer token of the installation's own libSQL server. */
  databaseToken: string;
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
  };
  if (!kept.signingKey || !kept.databaseToken) {
    writeFileSync(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  }
  return secrets;
}
