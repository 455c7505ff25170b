import { sql } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { buildVillageCtx, type Surroundings } from "../bindings.ts";
import { siteOf } from "./public-url.ts";
import { findTenant } from "./tenants.ts";

/** 200 when the directory and, on a village's host, that village's database answer; else 503. */
export async function answerHealth(base: BaseCtx, around: Surroundings, url: URL): Promise<Response> {
  try {
    await base.directory.get(sql`SELECT 1`);
    if (siteOf(url.host, base.config.baseHost).kind === "village") {
      const tenant = await findTenant(base.directory, url.hostname, Date.now(), 0);
      // A host that no village has (a probe by address, say) tells of the directory alone.
      if (tenant) await buildVillageCtx(base, around, tenant).db.get(sql`SELECT 1`);
    }
    return answer(200, "ok");
  } catch (error) {
    base.log.error("health.failed", error);
    return answer(503, "unavailable");
  }
}

function answer(status: number, text: string): Response {
  return Response.json({ status: text }, { status, headers: { "cache-control": "no-store" } });
}
