import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { permitConsents } from "#db/village/schema/services.ts";
import type { ConsentInput, RemoveConsentInput } from "./input.ts";
import { getPermitFor, permitFacts } from "./permits.server.ts";
import { PERMIT_WORDS } from "./words.ts";

/** Writes down what a neighbour said. */
export async function recordConsent(ctx: OfficeCtx, permitId: string, input: ConsentInput): Promise<void> {
  requirePermission(ctx, "permits.write");
  await write(ctx, async ({ tx, audit }) => {
    const row = await getPermitFor(tx, permitId, { action: "consent" });
    await requireTerms(ctx, tx);
    await tx.insert(permitConsents).values({
      id: newId(ctx.now),
      permitId,
      neighbour: input.tetangga,
      side: input.sisi,
      agrees: input.jawaban === "setuju",
      reason: input.alasan,
      recordedBy: ctx.actor.accountId,
      recordedAt: ctx.now.toISOString(),
    });
    const details = { ...permitFacts(row), jawaban: input.jawaban };
    await audit({ action: "permit.consent", entity: "permit", entityId: permitId, details });
    return null;
  });
}

/** Takes back one that was typed wrongly, while nothing is decided. */
export async function removeConsent(
  ctx: OfficeCtx,
  permitId: string,
  { pernyataan }: RemoveConsentInput,
): Promise<void> {
  requirePermission(ctx, "permits.write");
  await write(ctx, async ({ tx, audit }) => {
    const row = await getPermitFor(tx, permitId, { action: "consent" });
    const gone = await tx
      .delete(permitConsents)
      .where(and(eq(permitConsents.id, pernyataan), eq(permitConsents.permitId, permitId)))
      .returning({ id: permitConsents.id });
    if (gone.length === 0) throw new NotFoundError(PERMIT_WORDS.consentGone);
    const details = permitFacts(row);
    await audit({ action: "permit.consent-remove", entity: "permit", entityId: permitId, details });
    return null;
  });
}
