import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { deleteBytes, dropFile } from "#app/platform/files/drop-file.ts";
import { newId } from "#app/platform/ids.ts";
import { sealValue } from "#app/platform/keys/sealed-field.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { residentAccounts, residentRegistrations } from "#db/village/schema/residents.ts";
import type { DecideInput } from "./input.ts";
import { findMatch, openTyped } from "./registrations.server.ts";
import { requireResidentAccounts } from "./require-resident-accounts.server.ts";
import { REGISTRATION_TYPED } from "./sealed-fields.ts";
import { REGISTRATION_WORDS } from "./words.ts";

type Row = typeof residentRegistrations.$inferSelect;

/**
 * Accepts who registered himself, which makes his account, or refuses him with a reason. Either way photo, PIN and what he
 * typed go at once; that somebody decided stays.
 */
export async function decideRegistration(ctx: OfficeCtx, id: string, input: DecideInput): Promise<void> {
  requirePermission(ctx, "resident-accounts.manage");
  requireResidentAccounts(ctx);
  // Exports and new keys open whatever stands in a sealed column: it is never left bare.
  const { sealed: emptied } = await sealValue(ctx.keys, REGISTRATION_TYPED, "{}");
  const keys = await write(ctx, async ({ tx, audit }) => {
    const [row] = await tx.select().from(residentRegistrations).where(eq(residentRegistrations.id, id));
    if (!row) throw new NotFoundError(REGISTRATION_WORDS.gone);
    if (row.state !== "waiting" || row.version !== input.versi)
      throw new ConflictError(REGISTRATION_WORDS.decided);
    const isAccepted = input.putusan === "terima";
    const residentId = isAccepted ? await openAccount(ctx, tx, row) : null;
    await tx
      .update(residentRegistrations)
      .set({
        state: isAccepted ? "accepted" : "refused",
        reason: input.alasan,
        typedSealed: emptied ?? "",
        passwordHash: "",
        photoId: null,
        decidedBy: ctx.actor.accountId,
        decidedAt: ctx.now.toISOString(),
        version: row.version + 1,
      })
      .where(and(eq(residentRegistrations.id, id), eq(residentRegistrations.version, input.versi)));
    await audit({
      action: isAccepted ? "resident-registration.accept" : "resident-registration.refuse",
      entity: residentId ? "resident" : "resident_registration",
      entityId: residentId ?? id,
    });
    return row.photoId ? dropFile(ctx, tx, row.photoId) : [];
  });
  await deleteBytes(ctx, keys);
}

async function openAccount(ctx: OfficeCtx, tx: VillageTx, row: Row): Promise<string> {
  await requireTerms(ctx, tx);
  const match = await findMatch(ctx, tx, (await openTyped(ctx, row)).nik);
  if (!match) throw new ConflictError(REGISTRATION_WORDS.noMatch);
  if (match.hasAccount) throw new ConflictError(REGISTRATION_WORDS.hasAccount);
  const at = ctx.now.toISOString();
  await tx.insert(residentAccounts).values({
    id: newId(ctx.now),
    residentId: match.residentId,
    passwordHash: row.passwordHash,
    state: "active",
    createdAt: at,
    updatedAt: at,
  });
  return match.residentId;
}
