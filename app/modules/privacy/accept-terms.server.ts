import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { settleMessages } from "#app/platform/inbox.ts";
import { hashTerms, TERMS_VERSIONS } from "#app/platform/privacy/processor-terms.ts";
import { presentTerms } from "#app/platform/privacy/terms-rules.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { termsAcceptances } from "#db/village/schema/privacy.ts";
import type { AcceptTermsInput } from "./input.ts";
import { mayAccept, selectHeads } from "./load-terms.server.ts";
import { TERMS_WORDS } from "./words.ts";

/** Names the message that asks for a version. */
export const termsKey = (version: string) => `terms:${version}`;

/**
 * Binds the village by the present version of the terms. Once it is accepted a second time changes nothing.
 * @throws ForbiddenError for whoever may not bind it; ConflictError where the text read was another one
 */
export async function acceptTerms(
  ctx: OfficeCtx,
  input: AcceptTermsInput,
  versions = TERMS_VERSIONS,
): Promise<void> {
  requirePermission(ctx, "privacy.terms");
  requireMaySign(ctx);
  const present = presentTerms(versions, dayIn(ctx.tenant.timeZone, ctx.now));
  const textHash = await hashTerms(present);
  if (input.versi !== present.version || input.sidik !== textHash)
    throw new ConflictError(TERMS_WORDS.otherText);
  await write(ctx, async ({ tx, audit }) => {
    if (!mayAccept(ctx, await selectHeads(ctx, tx))) throw new ForbiddenError(TERMS_WORDS.notYours);
    const { version } = present;
    const [before] = await tx.select().from(termsAcceptances).where(eq(termsAcceptances.version, version));
    if (before) throw new ConflictError(TERMS_WORDS.already(before.acceptedName));
    const { accountId, name } = ctx.actor;
    const isHead = ctx.actor.permissions.has("privacy.decide");
    await tx.insert(termsAcceptances).values({
      id: newId(ctx.now),
      version,
      textHash,
      acceptedBy: accountId,
      acceptedName: name,
      acceptedPosition: isHead ? "kepala-desa" : "pendaftar",
      acceptedAt: ctx.now.toISOString(),
    });
    await settleMessages(ctx, tx, termsKey(version));
    await audit({ action: "terms.accept", entity: "terms", entityId: version, details: { version } });
    return null;
  });
}
