import type { BaseCtx } from "#app/context.ts";
import { createKeys, DIRECTORY_OWNER, type KeyRing, newKeyRing } from "#app/platform/keys/keys.ts";
import { type MasterKeys, readMasterKeys } from "#app/platform/keys/master-keys.ts";
import type { Env } from "./bindings.ts";

/** An isolate serves one deployment; tests serve several from one. */
const MAX_KNOWN = 20;

const masterKeys = new Map<string, MasterKeys>();
const directoryRings = new Map<string, { ring: KeyRing; until: number }>();

/**
 * The master keys of a deployment.
 * @throws KeyError where they are missing or malformed
 */
export function masterKeysOf({ MASTER_KEYS = "" }: Pick<Env, "MASTER_KEYS">): MasterKeys {
  const kept = masterKeys.get(MASTER_KEYS);
  if (kept) return kept;
  if (masterKeys.size >= MAX_KNOWN) masterKeys.clear();
  const keys = readMasterKeys(MASTER_KEYS);
  masterKeys.set(MASTER_KEYS, keys);
  return keys;
}

/** What seals the directory's fields, and the way to any village's keys. */
export function buildKeys(
  env: Env,
  { directory, now }: Pick<BaseCtx, "directory" | "now">,
): Pick<BaseCtx, "directoryKeys" | "keysOf"> {
  const deps = { masterKeys: masterKeysOf(env), directory, now };
  return {
    directoryKeys: createKeys(deps, DIRECTORY_OWNER, directoryRing(env)),
    keysOf: (villageId) => createKeys(deps, villageId),
  };
}

/** Known to this isolate as long as a tenant is; a rotation waits for longer. */
function directoryRing(env: Env): KeyRing {
  const now = Date.now();
  const kept = directoryRings.get(env.LIBSQL_URL);
  if (kept && kept.until > now) return kept.ring;
  if (directoryRings.size >= MAX_KNOWN) directoryRings.clear();
  const ring = newKeyRing();
  directoryRings.set(env.LIBSQL_URL, { ring, until: now + Number(env.TENANT_CACHE_SECONDS) * 1000 });
  return ring;
}
