import { and, eq, inArray, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { families, residents } from "#db/village/schema/population.ts";
import type { Values } from "./event-rules.ts";
import { requireConfirmed } from "./find-doubts.server.ts";
import { makeFamily, placeOf, requireFamily } from "./make-family.server.ts";
import { normaliseNumber } from "./nik-rules.ts";
import { partedValues } from "./parted-values.ts";
import { HEAD_ROLE, STATUS } from "./person-rules.ts";
import { carryOut } from "./record-act.server.ts";
import type { AddMeta, ResidentInput } from "./resident-form.ts";
import { FAMILY_NUMBER } from "./sealed-fields.ts";
import { FORM_WORDS } from "./words.ts";

/** Who was added, and the card that he stands in. */
export interface Added {
  residentId: string;
  familyId: string | null;
}

interface Card {
  familyId: string | null;
  familyRole: number | null;
  areaId: string | null;
  hamletId: string | null;
  address: string | null;
  /** Number of a card that was made now. */
  newNumber: string | null;
}

/**
 * Enters somebody: who moves in, or who lives here already and was missing in the register; to stay or for a time. He
 * joins a card that is there, or heads a new one.
 * @throws FieldError at the field that mends it, at `yakin` where entries are doubted and not confirmed
 */
export async function addResident(ctx: OfficeCtx, input: ResidentInput<AddMeta>): Promise<Added> {
  requirePermission(ctx, "population.write");
  return write(ctx, async (work) => {
    const { changes, protectedValues } = partedValues(ctx.actor.permissions, input.values, null);
    const card = await cardFor(ctx, work.tx, input);
    const { name, birthDate, sex } = named(input);
    const doubted = { name, birthDate, sex, nik: protectedValues.nik ?? null, kk: card.newNumber };
    await requireConfirmed(ctx, work.tx, doubted, { exceptId: null, confirmed: input.yakin });
    await requireTerms(ctx, work.tx);
    const residentId = newId(ctx.now);
    const { newNumber: _, ...place } = card;
    await carryOut(ctx, work, residentId, {
      action: "resident.add",
      events: [
        {
          residentId,
          kind: input.cara === "datang" ? "move_in" : "opening",
          happenedOn: input.tanggal,
          changes: { ...changes, ...place, kind: input.jenis === "tetap" ? "permanent" : "temporary" },
          protectedValues,
          details: input.cara === "datang" ? { origin: textOf(changes.origin) } : {},
        },
      ],
      familyIds: [card.familyId],
      headField: "hubungan",
      details: { name, day: input.tanggal },
    });
    return { residentId, familyId: card.familyId };
  });
}

function named({ values }: ResidentInput<AddMeta>) {
  const birthDate = values.birthDate;
  return {
    name: String(values.name),
    sex: Number(values.sex),
    birthDate: typeof birthDate === "string" ? birthDate : null,
  };
}

function textOf(value: Values[string] | undefined): string | null {
  return typeof value === "string" ? value : null;
}

async function cardFor(ctx: OfficeCtx, tx: VillageTx, input: ResidentInput<AddMeta>): Promise<Card> {
  const role = typeof input.values.familyRole === "number" ? input.values.familyRole : null;
  const address = textOf(input.values.address);
  const number = input.nomor_kk && normaliseNumber(input.nomor_kk);
  const known = input.keluarga ?? (number ? await cardOfNumber(ctx, tx, number) : null);
  if (known) {
    const family = await requireFamily(tx, known, "nomor_kk");
    if (role === null) throw new FieldError("hubungan", FORM_WORDS.roleMissing);
    await requireHeadRoom(tx, family.id, role);
    const areaId = input.wilayah ?? family.areaId;
    const place = areaId ? await placeOf(tx, areaId) : { areaId: null, hamletId: null };
    return {
      familyId: family.id,
      familyRole: role,
      address: address ?? family.address,
      ...place,
      newNumber: null,
    };
  }
  const place = input.wilayah ? await placeOf(tx, input.wilayah) : { areaId: null, hamletId: null };
  if (input.jenis === "sementara" && number === null)
    return { familyId: null, familyRole: null, address, ...place, newNumber: null };
  if (!input.wilayah) throw new FieldError("wilayah", FORM_WORDS.areaMissing);
  if ((role ?? HEAD_ROLE) !== HEAD_ROLE) throw new FieldError("hubungan", FORM_WORDS.firstIsHead);
  const familyId = await makeFamily(ctx, tx, { number, areaId: place.areaId, address });
  return { familyId, familyRole: HEAD_ROLE, address, ...place, newNumber: number };
}

async function cardOfNumber(ctx: OfficeCtx, tx: VillageTx, number: string): Promise<string | null> {
  const marks = await ctx.keys.indexes(FAMILY_NUMBER.field, number);
  const [row] = await tx
    .select({ id: families.id })
    .from(families)
    .where(inArray(families.numberIndex, marks));
  return row?.id ?? null;
}

/** A card has one head: the first is he, and no second comes. */
async function requireHeadRoom(tx: VillageTx, familyId: string, role: number): Promise<void> {
  const [head] = await tx
    .select({ name: residents.name })
    .from(residents)
    .where(
      and(
        eq(residents.familyId, familyId),
        eq(residents.status, STATUS.here),
        sql`${residents.familyRole} = ${HEAD_ROLE}`,
      ),
    );
  if (head && role === HEAD_ROLE) throw new FieldError("hubungan", FORM_WORDS.headThere(head.name));
  if (!head && role !== HEAD_ROLE) throw new FieldError("hubungan", FORM_WORDS.firstIsHead);
}
