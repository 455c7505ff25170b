import { desc } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { holdersStatement } from "#app/modules/accounts/list-holders.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import { hashTerms, TERMS_VERSIONS } from "#app/platform/privacy/processor-terms.ts";
import { presentTerms, termsState } from "#app/platform/privacy/terms-rules.ts";
import { requirePermission } from "#app/platform/require.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { termsAcceptances } from "#db/village/schema/privacy.ts";
import { mayAcceptTerms } from "./accept-rules.ts";

/** Query for the active accounts that hold the office which decides over personal data. */
export function selectHeads(ctx: Pick<OfficeCtx, "tenant" | "now">, db: VillageDb | VillageTx) {
  return holdersStatement(ctx, db, "privacy.decide");
}

/** May whoever is signed in bind the village, given rows of `selectHeads`? */
export function mayAccept(
  { actor }: Pick<OfficeCtx, "actor">,
  heads: readonly { accountId: string }[],
): boolean {
  return mayAcceptTerms({
    isHead: actor.permissions.has("privacy.decide"),
    isAdmin: actor.isAdmin,
    hasHead: heads.length > 0,
  });
}

/** The present text, where the village stands with it, and who accepted which version; one round trip. */
export async function loadTerms(ctx: OfficeCtx, versions = TERMS_VERSIONS) {
  requirePermission(ctx, "privacy.terms");
  const [acceptances, heads] = await ctx.db.batch([
    ctx.db.select().from(termsAcceptances).orderBy(desc(termsAcceptances.acceptedAt)),
    selectHeads(ctx, ctx.db),
  ]);
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const present = presentTerms(versions, today);
  const accepted = acceptances.map(({ version }) => version);
  return {
    present,
    hash: await hashTerms(present),
    standing: termsState(accepted, versions, today),
    mayAccept: mayAccept(ctx, heads),
    acceptances: acceptances.map((row) => ({
      version: row.version,
      name: row.acceptedName,
      position: row.acceptedPosition,
      at: row.acceptedAt,
    })),
    region: ctx.homes.get(ctx.tenant.home).region,
    zone: ctx.tenant.timeZone,
  };
}
