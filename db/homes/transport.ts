import { askHome } from "../faults.ts";
import { type DatabaseHome, type NamespaceHome, slashed } from "./home.ts";
import { tursoDatabaseUrl } from "./turso.ts";
import { forgetTursoToken, tursoToken } from "./turso-tokens.ts";

/** Base address of a database's SQL side, with a slash at its end. */
export function databaseUrl(home: DatabaseHome, database: string): string {
  return slashed(home.kind === "turso" ? tursoDatabaseUrl(home, database) : home.url);
}

/**
 * Sends one request to a database: named by `x-namespace` (for older sqld `x-namespace-bin` too), at Turso by its host.
 * @param patienceMillis how long to wait for the whole answer; for ever where left out
 * @throws ProvisionError where Turso grants no token; HomeUnavailableError where nobody answers in time
 */
export async function sendTo(
  home: DatabaseHome,
  database: string,
  request: Request,
  patienceMillis?: number,
): Promise<Response> {
  if (home.kind !== "turso") {
    nameDatabase(home, database, request.headers);
    return askHome((signal) => fetch(request, signal && { signal }), patienceMillis);
  }
  const ask = async (copy: Request) => {
    copy.headers.set("authorization", `Bearer ${await tursoToken(home, database)}`);
    return askHome((signal) => fetch(copy, signal && { signal }), patienceMillis);
  };
  const again = request.clone();
  const answer = await ask(request);
  if (answer.status !== 401 || home.authToken) return answer;
  // The group's keys were rotated: nothing was done yet, and another token may do.
  forgetTursoToken(home, database);
  return ask(again);
}

function nameDatabase(home: NamespaceHome, database: string, headers: Headers): void {
  headers.set("x-namespace", database);
  headers.set("x-namespace-bin", btoa(database).replace(/=+$/, ""));
  if (home.authToken) headers.set("authorization", `Bearer ${home.authToken}`);
}
