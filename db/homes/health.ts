import { type DatabaseHome, slashed } from "./home.ts";
import { tursoApi } from "./turso-api.ts";

/** How a home answered a look at it. */
export interface HomeHealth {
  isUp: boolean;
  millis: number;
  /** What went wrong, for the operator; null where it is up. */
  trouble: string | null;
  /** Databases whose logs can't be shipped at present: their last minutes could not be restored. */
  unshipped: number;
}

const PATIENCE_MS = 5_000;

/**
 * Asks a home whether it serves: sqld and db/local by `GET /health` of the SQL side, Turso by its group. Never throws.
 * @param send in place of fetch
 */
export async function checkHome(home: DatabaseHome, send: typeof fetch = fetch): Promise<HomeHealth> {
  const begin = performance.now();
  const trouble = await findTrouble(home, send).catch((error: unknown) => String(error));
  const millis = Math.round(performance.now() - begin);
  return { isUp: trouble === null, millis, trouble, unshipped: await countUnshipped(home, send) };
}

/** Only db/local ships logs; where it can't be asked the look at the home itself has said so. */
async function countUnshipped(home: DatabaseHome, send: typeof fetch): Promise<number> {
  if (home.kind !== "local") return 0;
  const token = home.adminToken ?? home.authToken;
  const headers = token ? { authorization: `Bearer ${token}` } : undefined;
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await send(new URL("v1/log-shipping", slashed(home.adminUrl)), { headers, signal });
    const { unshipped } = (await answer.json()) as { unshipped?: number };
    return unshipped ?? 0;
  } catch {
    return 0;
  }
}

async function findTrouble(home: DatabaseHome, send: typeof fetch): Promise<string | null> {
  const patient: typeof fetch = (input, init) =>
    send(input, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (home.kind === "turso") {
    await tursoApi(home, patient).call("GET", `groups/${encodeURIComponent(home.group)}`);
    return null;
  }
  const answer = await patient(new URL("health", slashed(home.url)));
  return answer.ok ? null : `status ${answer.status}`;
}
