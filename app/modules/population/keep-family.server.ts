import { and, eq, inArray, ne } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { families, residents } from "#db/village/schema/population.ts";
import { EVENT_WORDS } from "./event-words.ts";
import { getFamily } from "./load-family.server.ts";
import { checkKkNumber, normaliseNumber } from "./nik-rules.ts";
import { HEAD_ROLE, STATUS } from "./person-rules.ts";
import { confirmationOf } from "./resident-form.ts";
import { FAMILY_NUMBER } from "./sealed-fields.ts";
import { DOUBT_WORDS } from "./words.ts";

/**
 * A card's number in full, for holders of `data.identity`. The log is written first.
 * @throws NotFoundError where there is no such card
 */
export async function revealFamily(ctx: OfficeCtx, id: string): Promise<string | null> {
  requirePermission(ctx, "population.read");
  requirePermission(ctx, "data.identity");
  const card = await getFamily(ctx.db, id);
  await ctx.db.transaction((tx) =>
    recordAccess(tx, ctx, {
      kind: "reveal",
      what: FAMILY_NUMBER.field,
      subject: "family",
      subjectId: card.id,
    }),
  );
  return openValue(ctx.keys, FAMILY_NUMBER, card.numberSealed);
}

/** Marks that somebody held the paper against the record today. @throws ConflictError where it was changed meanwhile */
export async function verifyFamily(ctx: OfficeCtx, id: string, version: number): Promise<null> {
  requirePermission(ctx, "population.write");
  return write(ctx, async ({ tx, audit }) => {
    const card = await getFamily(tx, id);
    if (card.version !== version) throw new ConflictError(EVENT_WORDS.changedMeanwhile);
    const verifiedOn = dayIn(ctx.tenant.timeZone, ctx.now);
    await tx
      .update(families)
      .set({ verifiedOn, version: version + 1, updatedAt: ctx.now.toISOString() })
      .where(eq(families.id, id));
    await audit({ action: "family.verify", entity: "family", entityId: id, details: { day: verifiedOn } });
    return null;
  });
}

/**
 * Doubts about a card's number warn once: shape, day, and another card that bears it.
 * @throws FieldError at `yakin`
 */
export async function requireCardConfirmed(
  ctx: OfficeCtx,
  tx: VillageTx,
  number: string,
  { exceptId, confirmed }: { exceptId: string | null; confirmed: string | undefined },
): Promise<void> {
  if (confirmed === cardConfirmation(number)) return;
  const doubts = await cardDoubts(ctx, tx, number, exceptId);
  if (doubts.length > 0) throw new FieldError("yakin", doubts.join(" "));
}

/** What speaks against a card's number: shape, day, and another card that bears it. @param exceptId the card itself */
export async function cardDoubts(
  ctx: OfficeCtx,
  tx: VillageTx,
  number: string,
  exceptId: string | null,
): Promise<string[]> {
  const plain = normaliseNumber(number);
  const doubts = checkKkNumber(plain, dayIn(ctx.tenant.timeZone, ctx.now)).map(({ sentence }) => sentence);
  const marks = await ctx.keys.indexes(FAMILY_NUMBER.field, plain);
  const [other] = await tx
    .select({ id: families.id, head: residents.name })
    .from(families)
    .leftJoin(
      residents,
      and(
        eq(residents.familyId, families.id),
        eq(residents.status, STATUS.here),
        eq(residents.familyRole, HEAD_ROLE),
      ),
    )
    .where(and(inArray(families.numberIndex, marks), exceptId ? ne(families.id, exceptId) : undefined))
    .limit(1);
  return other ? [...doubts, DOUBT_WORDS.takenCard(other.head)] : doubts;
}

/** What the second button of a card's form sends. */
export function cardConfirmation(number: unknown): string {
  return confirmationOf({ nik: null, kk: number, name: null, birthDate: null, sex: null });
}
