import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { endEverySession } from "#app/platform/sessions/end-every-session.ts";
import { write } from "#app/platform/write.ts";
import { customDomains } from "#db/village/schema/portal.ts";
import { getDomain } from "./domains.server.ts";
import type { VersionInput } from "./input.ts";
import { releaseHost } from "./village-host.server.ts";

/**
 * Lets a host go for good: it is served no more, and free for whoever may have it. Who has signed in there signs in anew:
 * browsers would show their cookies to whoever answers at the name next.
 */
export async function releaseDomain(ctx: OfficeCtx, id: string, input: VersionInput): Promise<void> {
  requirePermission(ctx, "portal.domain");
  requireMaySign(ctx);
  const { host } = await getDomain(ctx.db, id, input.versi);
  await releaseHost(ctx, host);
  await write(ctx, async ({ tx, audit }) => {
    const { state } = await getDomain(tx, id, input.versi);
    if (state !== "waiting") await endEverySession(tx, ctx.actor.sessionId);
    await tx.delete(customDomains).where(eq(customDomains.id, id));
    await audit({ action: "domain.release", entity: "domain", entityId: id, details: { alamat: host } });
    return null;
  });
}
