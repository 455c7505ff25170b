import { resolve } from "node:path";
import { KeyError } from "#app/platform/keys/cipher.ts";
import { type MasterKeys, readMasterKeys } from "#app/platform/keys/master-keys.ts";
import { openSecrets } from "#db/local/launch/secrets.ts";
import { CommandError } from "./command.ts";

/**
 * The master keys that a command works with: MASTER_KEYS, else those of the data directory whose databases it opens.
 * @throws CommandError where databases elsewhere are named without their keys, or the keys are malformed
 */
export function commandMasterKeys(env: NodeJS.ProcessEnv): MasterKeys {
  if (!env.MASTER_KEYS && env.LIBSQL_URL)
    throw new CommandError("Tentukan juga MASTER_KEYS, sama seperti yang dipakai Balai.");
  try {
    return readMasterKeys(env.MASTER_KEYS || openSecrets(dataDirOf(env)).masterKeys);
  } catch (error) {
    if (error instanceof KeyError) throw new CommandError(`Kunci induk tidak terbaca: ${error.message}.`);
    throw error;
  }
}

/** The data directory that a command works on. */
export function dataDirOf(env: NodeJS.ProcessEnv): string {
  return resolve(env.DATA_DIR || ".data");
}
