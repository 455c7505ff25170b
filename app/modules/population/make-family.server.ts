import { eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { sealValue } from "#app/platform/keys/sealed-field.ts";
import type { VillageTx } from "#db/open.ts";
import { families } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import { EVENT_WORDS } from "./event-words.ts";
import { normaliseNumber } from "./nik-rules.ts";
import { FAMILY_NUMBER } from "./sealed-fields.ts";

/** Makes a family card, with or without its number, and gives its id. */
export async function makeFamily(
  ctx: Pick<VillageCtx, "keys" | "now">,
  tx: VillageTx,
  card: { number?: string | null; areaId: string | null; address: string | null },
): Promise<string> {
  const number = card.number ? normaliseNumber(card.number) : null;
  const { sealed, index } = await sealValue(ctx.keys, FAMILY_NUMBER, number);
  const at = ctx.now.toISOString();
  const row = {
    id: newId(ctx.now),
    numberSealed: sealed,
    numberIndex: index,
    areaId: card.areaId,
    address: card.address,
    createdAt: at,
    updatedAt: at,
  };
  await tx.insert(families).values(row);
  return row.id;
}

/**
 * An area in use with the dusun that it lies in.
 * @throws FieldError at `wilayah`
 */
export async function placeOf(
  tx: VillageTx,
  areaId: string,
): Promise<{ areaId: string; hamletId: string | null }> {
  const rows = await tx.select().from(areas);
  const known = new Map(rows.map((row) => [row.id, row]));
  const area = known.get(areaId);
  if (!area || area.retiredAt !== null) throw new FieldError("wilayah", EVENT_WORDS.areaGone);
  let at: typeof area | undefined = area;
  while (at && at.kind !== "dusun") at = at.parentId ? known.get(at.parentId) : undefined;
  return { areaId, hamletId: at?.id ?? null };
}

/** One card, or 422 at the field that named it. */
export async function requireFamily(tx: VillageTx, id: string, field: string) {
  const [row] = await tx.select().from(families).where(eq(families.id, id));
  if (!row) throw new FieldError(field, EVENT_WORDS.familyGone);
  return row;
}
