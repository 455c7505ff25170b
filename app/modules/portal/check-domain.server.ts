import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { endEverySession } from "#app/platform/sessions/end-every-session.ts";
import { write } from "#app/platform/write.ts";
import { customDomains } from "#db/village/schema/portal.ts";
import { readFacts, readWanted } from "./domain-facts.server.ts";
import { type Finding, judgeDns, NIGHTS_UNTIL_OFF } from "./domain-rules.ts";
import { getDomain } from "./domains.server.ts";
import type { VersionInput } from "./input.ts";
import { releaseHost, serveHost } from "./village-host.server.ts";
import { wakeDomains } from "./wake-domains.server.ts";
import { DOMAIN_WORDS } from "./words.ts";

/**
 * Looks at a host's DNS and serves it where all is right; one that has turned wrong is let go, and all sign in anew. The directory is written
 * first: cut off in between, the next look finds that done and goes on.
 * @throws ConflictError in a village on trial: an alias that a village of this name left behind would lead to whoever signs
 *   up under it next; and where the resolver does not answer. Then nothing changes
 */
export async function checkDomain(
  ctx: OfficeCtx,
  id: string,
  input: VersionInput,
): Promise<{ works: boolean }> {
  requirePermission(ctx, "portal.domain");
  requireMaySign(ctx);
  if (!ctx.tenant.isVerified) throw new ConflictError(DOMAIN_WORDS.onTrial);
  const { host, state } = await getDomain(ctx.db, id, input.versi);
  const [facts, wanted] = await Promise.all([readFacts(ctx, host), readWanted(ctx, host)]);
  const findings = await settle(ctx, host, judgeDns(facts, wanted));
  const works = findings.every(({ isWrong }) => !isWrong);
  const checked = await write(ctx, async ({ tx, audit }) => {
    const row = await getDomain(tx, id, input.versi);
    const next = works ? "working" : state === "waiting" ? "waiting" : "broken";
    const failedChecks = next === "broken" ? NIGHTS_UNTIL_OFF : 0;
    if (state === "working" && !works) await endEverySession(tx, ctx.actor.sessionId);
    await tx
      .update(customDomains)
      .set({
        state: next,
        failedChecks,
        findings,
        checkedAt: ctx.now.toISOString(),
        version: row.version + 1,
      })
      .where(eq(customDomains.id, id));
    const details = { alamat: host, bekerja: works };
    await audit({ action: "domain.check", entity: "domain", entityId: id, details });
    return { works };
  });
  if (works) await wakeDomains(ctx);
  return checked;
}

async function settle(ctx: OfficeCtx, host: string, findings: Finding[]): Promise<Finding[]> {
  if (findings.some(({ isWrong }) => isWrong)) {
    await releaseHost(ctx, host);
    return findings;
  }
  const isServed = await serveHost(ctx, host);
  return isServed ? findings : [...findings, { sentence: DOMAIN_WORDS.taken, isWrong: true }];
}
