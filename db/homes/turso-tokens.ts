import { z } from "zod";
import type { TursoHome } from "./home.ts";
import { tursoApi } from "./turso-api.ts";

const TokenAnswer = z.object({ jwt: z.string().min(1) });

/** A minted token works for a day; it is replaced an hour before. */
const EXPIRATION = "1d";
const KEPT_MS = 23 * 3_600_000;
const MAX_KEPT = 5_000;

const kept = new Map<string, { token: Promise<string>; until: number }>();

/**
 * Bearer token for a database's SQL side: the configured one, else one minted for the group
 * (https://docs.turso.tech/api-reference/groups/create-token) or for this database alone
 * (https://docs.turso.tech/api-reference/databases/create-token), kept in memory while it works.
 * @throws ProvisionError where the Platform API refuses; the next call asks again
 */
export function tursoToken(home: TursoHome, database: string, send: typeof fetch = fetch): Promise<string> {
  if (home.authToken) return Promise.resolve(home.authToken);
  const key = keyOf(home, database);
  const known = kept.get(key);
  if (known && known.until > Date.now()) return known.token;
  if (kept.size >= MAX_KEPT) kept.clear();
  const token = mint(home, database, send);
  kept.set(key, { token, until: Date.now() + KEPT_MS });
  token.catch(() => kept.delete(key));
  return token;
}

/** Drops a token that was refused, after the group's keys were rotated: the next call mints another. */
export function forgetTursoToken(home: TursoHome, database: string): void {
  kept.delete(keyOf(home, database));
}

function keyOf(home: TursoHome, database: string): string {
  return `${home.apiUrl} ${home.organization} ${pathOf(home, database)}`;
}

function pathOf(home: TursoHome, database: string): string {
  return home.tokenScope === "group"
    ? `groups/${encodeURIComponent(home.group)}`
    : `databases/${encodeURIComponent(database)}`;
}

async function mint(home: TursoHome, database: string, send: typeof fetch): Promise<string> {
  const path = pathOf(home, database);
  const query = new URLSearchParams({ expiration: EXPIRATION, authorization: "full-access" });
  return TokenAnswer.parse(await tursoApi(home, send).call("POST", `${path}/auth/tokens?${query}`)).jwt;
}
