import { eq, type SQL, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { type dispositions, incomingLetters } from "#db/village/schema/letters.ts";
import { INCOMING_WORDS } from "./words.ts";

export type IncomingRow = typeof incomingLetters.$inferSelect;
export type DispositionRow = typeof dispositions.$inferSelect;

/** Today in the village. */
export function todayOf(ctx: Pick<OfficeCtx, "tenant" | "now">): string {
  return dayIn(ctx.tenant.timeZone, ctx.now);
}

/** Whoever disposes of letters reads all of them; others see a secret one only where it was passed on to them. */
export function readsSecrets({ actor }: OfficeCtx): boolean {
  return actor.permissions.has("mail.dispose");
}

/** Condition of a select from `incoming_letters`: may the actor see sender and subject? */
export function isOpenTo(ctx: OfficeCtx): SQL<boolean> {
  if (readsSecrets(ctx)) return sql`1`;
  // Names in full: in the list of a select from one table Drizzle leaves the table out, and `id` would be another's.
  return sql`(incoming_letters.nature <> 'rahasia' OR EXISTS (SELECT 1 FROM dispositions d
    WHERE d.incoming_id = incoming_letters.id AND d.to_account_id = ${ctx.actor.accountId}))`;
}

/** @throws NotFoundError where the village has no such letter, ForbiddenError where it is secret and not the actor's */
export async function getIncoming(
  ctx: OfficeCtx,
  db: VillageDb | VillageTx,
  id: string,
): Promise<IncomingRow> {
  const [row] = await db
    .select({ letter: incomingLetters, isOpen: isOpenTo(ctx) })
    .from(incomingLetters)
    .where(eq(incomingLetters.id, id));
  if (!row) throw new NotFoundError(INCOMING_WORDS.gone);
  if (!row.isOpen) throw new ForbiddenError(INCOMING_WORDS.secret);
  return row.letter;
}

/** The letter as a form's person saw it, not void. @throws ConflictError where it is void or was changed since */
export async function getPresentIncoming(
  ctx: OfficeCtx,
  tx: VillageTx,
  id: string,
  version: number,
): Promise<IncomingRow> {
  const letter = await getIncoming(ctx, tx, id);
  if (letter.voidedAt) throw new ConflictError(INCOMING_WORDS.isVoid);
  if (letter.version !== version) throw new ConflictError(INCOMING_WORDS.stale);
  return letter;
}

/** What the audit log says of a letter: a secret one by its number alone. */
export function auditFacts({
  year,
  agendaNumber,
  nature,
  sender,
}: Pick<IncomingRow, "year" | "agendaNumber" | "nature" | "sender">) {
  return { tahun: year, nomor: agendaNumber, ...(nature === "rahasia" ? {} : { pengirim: sender }) };
}
