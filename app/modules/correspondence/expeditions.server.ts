import { and, eq, isNull } from "drizzle-orm";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { expeditions, letters } from "#db/village/schema/letters.ts";
import { EXPEDITION_WORDS } from "./words.ts";

export type ExpeditionRow = typeof expeditions.$inferSelect;

/** @throws NotFoundError where the village has no such entry */
export async function getExpedition(db: VillageDb | VillageTx, id: string): Promise<ExpeditionRow> {
  const [row] = await db.select().from(expeditions).where(eq(expeditions.id, id));
  if (!row) throw new NotFoundError(EXPEDITION_WORDS.gone);
  return row;
}

/** The entry as a form's person saw it, not void. @throws ConflictError where it is void or was changed since */
export async function getPresentExpedition(
  tx: VillageTx,
  id: string,
  version: number,
): Promise<ExpeditionRow> {
  const row = await getExpedition(tx, id);
  if (row.voidedAt) throw new ConflictError(EXPEDITION_WORDS.isVoid);
  if (row.version !== version) throw new ConflictError(EXPEDITION_WORDS.stale);
  return row;
}

/**
 * A signed letter that no entry of the book stands for yet.
 * @throws NotFoundError, or ConflictError where it is not signed or was sent already
 */
export async function getSendable(db: VillageDb | VillageTx, letterId: string) {
  const [letter] = await db.select().from(letters).where(eq(letters.id, letterId));
  if (!letter) throw new NotFoundError(EXPEDITION_WORDS.letterGone);
  if (!letter.numberText || !(letter.state === "signed" || letter.state === "handed"))
    throw new ConflictError(EXPEDITION_WORDS.notSigned);
  const [sent] = await db
    .select({ number: expeditions.number })
    .from(expeditions)
    .where(and(eq(expeditions.letterId, letterId), isNull(expeditions.voidedAt)));
  if (sent) throw new ConflictError(EXPEDITION_WORDS.already(sent.number));
  return { ...letter, numberText: letter.numberText };
}
