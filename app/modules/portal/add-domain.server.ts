import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { villageHosts } from "#db/directory/schema/villages.ts";
import { customDomains } from "#db/village/schema/portal.ts";
import { hostProblem, normaliseHost } from "./domain-rules.ts";
import { selectDomains } from "./domains.server.ts";
import type { DomainInput } from "./input.ts";
import { DOMAIN_WORDS } from "./words.ts";

const MOST_DOMAINS = 3;

/** Notes a host that the village wants to be found by. It is served only once its DNS is right. */
export async function addDomain(ctx: OfficeCtx, input: DomainInput): Promise<{ id: string }> {
  requirePermission(ctx, "portal.domain");
  requireMaySign(ctx);
  if (!ctx.tenant.isVerified) throw new ConflictError(DOMAIN_WORDS.onTrial);
  const host = normaliseHost(input.alamat);
  const problem = hostProblem(host, ctx.config.baseHost);
  if (problem) throw new FieldError("alamat", problem);
  const [holder] = await ctx.directory.select().from(villageHosts).where(eq(villageHosts.host, host));
  if (holder && holder.villageId !== ctx.tenant.villageId) throw new FieldError("alamat", DOMAIN_WORDS.taken);
  return write(ctx, async ({ tx, audit }) => {
    const standing = await selectDomains(tx);
    if (standing.some((row) => row.host === host)) throw new FieldError("alamat", DOMAIN_WORDS.known);
    if (standing.length >= MOST_DOMAINS) throw new ConflictError(DOMAIN_WORDS.full);
    const id = newId(ctx.now);
    await tx.insert(customDomains).values({
      id,
      host,
      state: "waiting",
      findings: [],
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now.toISOString(),
    });
    await audit({ action: "domain.add", entity: "domain", entityId: id, details: { alamat: host } });
    return { id };
  });
}
