import { sql } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { buildVillageCtx, type Surroundings } from "../bindings.ts";
import { findTenant } from "./tenants.ts";

/**
 * The least that a page of a village can cost: its host looked up, one query on its database, a few bytes. What
 * `npm run bench` measures pages against; null in production and on hosts that no village has.
 */
export async function answerFloor(base: BaseCtx, around: Surroundings, url: URL): Promise<Response | null> {
  if (base.config.environment === "production") return null;
  const cacheSeconds = Number(around.env.TENANT_CACHE_SECONDS);
  const tenant = await findTenant(base.directory, url.hostname, Date.now(), cacheSeconds);
  if (!tenant) return null;
  const { db } = buildVillageCtx(base, around, tenant);
  const row = await db.get<{ name: string }>(sql`SELECT name FROM village_profile WHERE id = 1`);
  return new Response(row?.name ?? "", { headers: { "cache-control": "no-store" } });
}
