import { eq, sql } from "drizzle-orm";
import type { ResidentCtx } from "#app/context.ts";
import { SEALED_RESIDENT_FIELDS } from "#app/modules/population/sealed-fields.ts";
import { FieldError } from "#app/platform/errors.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { write } from "#app/platform/write.ts";
import { residents } from "#db/village/schema/population.ts";
import { residentAccounts } from "#db/village/schema/residents.ts";
import type { ChangePinInput } from "./input.ts";
import { hashChosenPin } from "./new-pin.server.ts";
import { forgetOwnTries, tryOwnPin } from "./resident-attempts.server.ts";
import { endResidentSessions } from "./resident-session.server.ts";
import { SIGN_IN_WORDS } from "./words.ts";

/** A resident makes a new PIN; other phones and computers are out of his account at once. */
export async function changePin(ctx: ResidentCtx, input: ChangePinInput): Promise<void> {
  const { accountId, residentId, sessionId } = ctx.resident;
  const account = await tryOwnPin(ctx, accountId, input.pin);
  if (!account) throw new FieldError("pin", SIGN_IN_WORDS.wrongPin);
  const [person] = await ctx.db.select().from(residents).where(eq(residents.id, residentId));
  const nik = await openValue(ctx.keys, SEALED_RESIDENT_FIELDS.nik, person?.nikSealed ?? null);
  const phone = await openValue(ctx.keys, SEALED_RESIDENT_FIELDS.phone, person?.phoneSealed ?? null);
  const passwordHash = await hashChosenPin(input.pin_baru, {
    names: [ctx.resident.name, ctx.tenant.name, ctx.tenant.slug],
    phone: phone ?? "",
    nik: nik ?? "",
    birthDate: person?.birthDate ?? null,
  });
  await write(ctx, async ({ tx, audit }) => {
    await tx
      .update(residentAccounts)
      .set({
        passwordHash,
        updatedAt: ctx.now.toISOString(),
        version: sql`${residentAccounts.version} + 1`,
      })
      .where(eq(residentAccounts.id, accountId));
    await endResidentSessions(tx, accountId, sessionId);
    await audit({ action: "resident-account.change-pin", entity: "resident", entityId: residentId });
    return null;
  });
  await ctx.db.batch([...forgetOwnTries(ctx, accountId)]);
}
