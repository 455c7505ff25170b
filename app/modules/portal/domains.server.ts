import { asc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { customDomains } from "#db/village/schema/portal.ts";
import { proofName, proofOf } from "./domain-rules.ts";
import { DOMAIN_WORDS } from "./words.ts";

export type DomainRow = typeof customDomains.$inferSelect;

/** The village's own hosts in the order in which they were entered. */
export function selectDomains(db: VillageDb | VillageTx) {
  return db.select().from(customDomains).orderBy(asc(customDomains.createdAt), asc(customDomains.id));
}

/** @throws NotFoundError, ConflictError where it was changed since the form was made */
export async function getDomain(db: VillageDb | VillageTx, id: string, version: number): Promise<DomainRow> {
  const [row] = await db.select().from(customDomains).where(eq(customDomains.id, id));
  if (!row) throw new NotFoundError(DOMAIN_WORDS.gone);
  if (row.version !== version) throw new ConflictError(DOMAIN_WORDS.stale);
  return row;
}

/** All hosts with what their DNS must say. */
export async function listDomains(ctx: OfficeCtx) {
  requirePermission(ctx, "portal.domain");
  const base = ctx.config.baseHost.replace(/:\d+$/, "");
  const rows = await selectDomains(ctx.db);
  return {
    target: `${ctx.tenant.slug}.${base}`,
    proof: proofOf(ctx.tenant.slug),
    domains: rows.map((row) => ({ ...row, proofName: proofName(row.host) })),
  };
}
