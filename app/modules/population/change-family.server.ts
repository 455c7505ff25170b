import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { sealValue } from "#app/platform/keys/sealed-field.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { families, residents } from "#db/village/schema/population.ts";
import { appendEvents, type NewEvent } from "./append-events.server.ts";
import { EVENT_WORDS } from "./event-words.ts";
import type { ChangeFamilyInput } from "./family-form.ts";
import { requireCardConfirmed } from "./keep-family.server.ts";
import { getFamily } from "./load-family.server.ts";
import { placeOf } from "./make-family.server.ts";
import { normaliseNumber } from "./nik-rules.ts";
import { STATUS } from "./person-rules.ts";
import { FAMILY_NUMBER } from "./sealed-fields.ts";
import { FORM_WORDS } from "./words.ts";

type Card = typeof families.$inferSelect;

/** What was typed to empty the number. */
const EMPTIED = "-";

/**
 * Puts right what a card says: number, address, area. Its people who live there go along by a correction; a family that
 * moved house is a move, not this.
 * @throws FieldError at the field that mends it; ConflictError where somebody else was faster
 */
export async function changeFamily(ctx: OfficeCtx, id: string, input: ChangeFamilyInput): Promise<null> {
  requirePermission(ctx, "population.write");
  return write(ctx, async ({ tx, audit }) => {
    const card = await getFamily(tx, id);
    if (card.version !== input.versi) throw new ConflictError(EVENT_WORDS.changedMeanwhile);
    const place = await placeOf(tx, input.wilayah);
    const number = await numberChange(ctx, tx, card, input);
    const plain = {
      address: input.alamat,
      areaId: place.areaId,
      postalCode: input.kode_pos,
      issuedOn: input.terbit,
    };
    const fields = [
      ...(number ? ["number"] : []),
      ...Object.entries(plain).flatMap(([key, value]) =>
        card[key as keyof typeof plain] === value ? [] : [key],
      ),
    ];
    if (fields.length === 0) throw new FieldError("", FORM_WORDS.nothingChanged);
    await tx
      .update(families)
      .set({ ...plain, ...number, version: card.version + 1, updatedAt: ctx.now.toISOString() })
      .where(eq(families.id, id));
    await appendEvents(ctx, tx, await correctionsOf(ctx, tx, card, { address: input.alamat, ...place }));
    await audit({ action: "family.change", entity: "family", entityId: id, details: { fields } });
    return null;
  });
}

/** The columns of another number; null where it stays. */
async function numberChange(ctx: OfficeCtx, tx: VillageTx, card: Card, { nomor, yakin }: ChangeFamilyInput) {
  if (nomor === null) return null;
  if (nomor === EMPTIED) return card.numberSealed === null ? null : { numberSealed: null, numberIndex: null };
  const number = normaliseNumber(nomor);
  const marks = await ctx.keys.indexes(FAMILY_NUMBER.field, number);
  if (card.numberIndex && marks.includes(card.numberIndex)) return null;
  await requireCardConfirmed(ctx, tx, nomor, { exceptId: card.id, confirmed: yakin });
  const { sealed, index } = await sealValue(ctx.keys, FAMILY_NUMBER, number);
  return { numberSealed: sealed, numberIndex: index };
}

/** Of the people on the card those who stood at its place and address; whoever lives elsewhere stays there. */
async function correctionsOf(
  ctx: OfficeCtx,
  tx: VillageTx,
  card: Card,
  now: { address: string | null; areaId: string; hamletId: string | null },
): Promise<NewEvent[]> {
  const people = await tx
    .select({ id: residents.id, areaId: residents.areaId, address: residents.address })
    .from(residents)
    .where(and(eq(residents.familyId, card.id), eq(residents.status, STATUS.here)));
  const { areaId, hamletId, address } = now;
  return people.flatMap((person): NewEvent[] => {
    const changes = {
      ...(person.areaId === card.areaId && areaId !== card.areaId ? { areaId, hamletId } : {}),
      ...(person.address === card.address && address !== card.address ? { address } : {}),
    };
    if (Object.keys(changes).length === 0) return [];
    const happenedOn = dayIn(ctx.tenant.timeZone, ctx.now);
    return [
      { residentId: person.id, kind: "correction", happenedOn, changes, note: FORM_WORDS.cardCorrected },
    ];
  });
}
