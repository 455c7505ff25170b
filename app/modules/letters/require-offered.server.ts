import { and, eq, inArray, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { FieldError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { residents } from "#db/village/schema/population.ts";
import { LETTER_WORDS } from "./chain-words.ts";

/** A resident picked in a field of a letter's form. */
export interface Picked {
  field: string;
  id: string;
}

/**
 * Takes from the register only whom the form offers, the people of one card, and logs each: his numbers go on the letter.
 * @param ownerId the resident for whom the form was opened; for somebody outside the register nobody is offered
 * @throws FieldError for anybody else, whether he exists or not
 */
export async function requireOffered(
  ctx: VillageCtx,
  tx: VillageTx,
  ownerId: string | null,
  picked: readonly Picked[],
): Promise<void> {
  if (picked.length === 0) return;
  const ids = [...new Set(picked.map(({ id }) => id))];
  const ofCard = sql`${residents.familyId} = (SELECT family_id FROM residents WHERE id = ${ownerId ?? ""})`;
  const rows = await tx
    .select({ id: residents.id })
    .from(residents)
    .where(and(inArray(residents.id, ids), sql`(${ofCard} OR ${eq(residents.id, ownerId ?? "")})`));
  const stranger = picked.find(({ id }) => rows.every((row) => row.id !== id));
  if (stranger) throw new FieldError(stranger.field, LETTER_WORDS.notOffered);
  for (const subjectId of ids)
    await recordAccess(tx, ctx, { kind: "open", what: "letters.picked", subject: "resident", subjectId });
}
