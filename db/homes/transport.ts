import { type DatabaseHome, type NamespaceHome, slashed } from "./home.ts";
import { tursoDatabaseUrl } from "./turso.ts";
import { forgetTursoToken, tursoToken } from "./turso-tokens.ts";

/** Base address of a database's SQL side, with a slash at its end. */
export function databaseUrl(home: DatabaseHome, database: string): string {
  return slashed(home.kind === "turso" ? tursoDatabaseUrl(home, database) : home.url);
}

/**
 * Sends one request to a database: named by `x-namespace` (for older sqld `x-namespace-bin` too), at Turso by its host.
 * @throws ProvisionError where Turso grants no token; TypeError where nobody answers
 */
export async function sendTo(home: DatabaseHome, database: string, request: Request): Promise<Response> {
  if (home.kind !== "turso") {
    nameDatabase(home, database, request.headers);
    return fetch(request);
  }
  request.headers.set("authorization", `Bearer ${await tursoToken(home, database)}`);
  const answer = await fetch(request);
  if (answer.status === 401) forgetTursoToken(home, database);
  return answer;
}

function nameDatabase(home: NamespaceHome, database: string, headers: Headers): void {
  headers.set("x-namespace", database);
  headers.set("x-namespace-bin", btoa(database).replace(/=+$/, ""));
  if (home.authToken) headers.set("authorization", `Bearer ${home.authToken}`);
}
