import { type DatabaseHome, slashed } from "./home.ts";
import { tursoApi } from "./turso-api.ts";

/** How a home answered a look at it. */
export interface HomeHealth {
  isUp: boolean;
  millis: number;
  /** What went wrong, for the operator; null where it is up. */
  trouble: string | null;
}

const PATIENCE_MS = 5_000;

/**
 * Asks a home whether it serves: sqld and db/local by `GET /health` of the SQL side, Turso by its group. Never throws.
 * @param send in place of fetch
 */
export async function checkHome(home: DatabaseHome, send: typeof fetch = fetch): Promise<HomeHealth> {
  const begin = performance.now();
  const trouble = await findTrouble(home, send).catch((error: unknown) => String(error));
  return { isUp: trouble === null, millis: Math.round(performance.now() - begin), trouble };
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
