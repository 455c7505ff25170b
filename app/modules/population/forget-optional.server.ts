import { eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import type { VillageTx } from "#db/open.ts";
import { residentEvents, residents } from "#db/village/schema/population.ts";
import type { FieldKey } from "./resident-fields.ts";
import { EVENT_SEALED } from "./sealed-fields.ts";
import { HELD_WORDS } from "./words.ts";

type Row = typeof residents.$inferSelect;

/** Fields that no register asks for (Permendagri 47/2016): they are there as help, and go when their person asks. */
const OPTIONAL_FIELDS: readonly FieldKey[] = [
  "phone",
  "latitude",
  "longitude",
  "ethnicity",
  "contraception",
  "pregnancy",
  "insurance",
  "insuranceNumber",
];

const NONE = {
  phoneSealed: null,
  latitude: null,
  longitude: null,
  ethnicity: null,
  contraception: null,
  pregnancy: null,
  insurance: null,
  insuranceNumberSealed: null,
} as const satisfies Partial<Row>;

/** Does a record hold anything that may go? */
export function holdsOptional(row: Row): boolean {
  return (Object.keys(NONE) as (keyof typeof NONE)[]).some((key) => row[key] !== null);
}

/**
 * Empties what may go, in the record and in all that ever set it, so that no later event brings it back. Finds done work done.
 * @returns what was removed, in words; empty where nothing was left
 */
export async function forgetOptional(
  { keys, now }: Pick<VillageCtx, "keys" | "now">,
  tx: VillageTx,
  id: string,
): Promise<string[]> {
  const [row] = await tx.select().from(residents).where(eq(residents.id, id));
  if (!row) return [];
  const events = await tx.select().from(residentEvents).where(eq(residentEvents.residentId, id));
  let removed = 0;
  for (const event of events) {
    const plain = without(event.changes);
    const opened = await openValue(keys, EVENT_SEALED, event.sealed);
    const secret = opened === null ? null : without(JSON.parse(opened) as Record<string, unknown>);
    if (!plain.isShorter && !secret?.isShorter) continue;
    removed++;
    const hasSecret = secret !== null && Object.keys(secret.rest).length > 0;
    const sealed = hasSecret ? await keys.seal(EVENT_SEALED.field, JSON.stringify(secret.rest)) : null;
    await tx
      .update(residentEvents)
      .set({ changes: plain.rest, sealed })
      .where(eq(residentEvents.id, event.id));
  }
  if (!holdsOptional(row) && removed === 0) return [];
  await tx
    .update(residents)
    .set({ ...NONE, version: row.version + 1, updatedAt: now.toISOString() })
    .where(eq(residents.id, id));
  return [HELD_WORDS.fates.optional.what];
}

function without<Value>(values: Record<string, Value>): { rest: Record<string, Value>; isShorter: boolean } {
  const kept = Object.entries(values).filter(
    ([key]) => !(OPTIONAL_FIELDS as readonly string[]).includes(key),
  );
  return { rest: Object.fromEntries(kept), isShorter: kept.length < Object.keys(values).length };
}
