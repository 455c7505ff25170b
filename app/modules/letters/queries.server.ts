import { and, desc, eq, isNull } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { ConflictError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { openValue, sealValue } from "#app/platform/keys/sealed-field.ts";
import { RESIDENT_ACTOR } from "#app/platform/resident.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { letterSteps, letters, letterVersions } from "#db/village/schema/letters.ts";
import { type LetterAction, type LetterFacts, refuseAction } from "./chain-rules.ts";
import { LETTER_WORDS, refusalSentence } from "./chain-words.ts";
import type { LetterContent } from "./content-rules.ts";
import { LETTER_CONTENT } from "./sealed-fields.ts";

export type LetterRow = typeof letters.$inferSelect;
export type VersionRow = typeof letterVersions.$inferSelect;
type Db = VillageDb | VillageTx;

/** A letter, or 404. */
export async function getLetter(db: Db, id: string): Promise<LetterRow> {
  return onlyLetter(await selectLetter(db, id));
}

/** Query for one letter, to read together with others; `onlyLetter` takes it out. */
export function selectLetter(db: Db, id: string) {
  return db.select().from(letters).where(eq(letters.id, id));
}

/** The letter that was found, or 404. */
export function onlyLetter([row]: readonly LetterRow[]): LetterRow {
  if (!row) throw new NotFoundError(LETTER_WORDS.gone);
  return row;
}

/** Refuses what the rules refuse, in words. */
export function requireAction(ctx: OfficeCtx, letter: LetterRow, action: LetterAction): void {
  const refusal = refuseAction(factsOf(letter), action, ctx.actor);
  if (refusal === "not-yours" || refusal === "own-letter")
    throw new ForbiddenError(refusalSentence(refusal, action));
  if (refusal) throw new ConflictError(refusalSentence(refusal, action));
}

/** What the rules need of a letter. */
export function factsOf({ state, waitsFor, createdBy }: LetterRow): LetterFacts {
  return { state: state === "ready" ? "draft" : state, waitsFor, createdBy };
}

/** Changes a letter and writes the step into its history. */
export async function moveLetter(
  ctx: Pick<VillageCtx, "actor" | "now">,
  tx: VillageTx,
  letter: Pick<LetterRow, "id" | "version">,
  change: Partial<LetterRow>,
): Promise<void> {
  const at = ctx.now.toISOString();
  const since = change.state ? { stateSince: at } : {};
  const [row] = await tx
    .update(letters)
    .set({ ...since, ...change, updatedAt: at, version: letter.version + 1 })
    .where(and(eq(letters.id, letter.id), eq(letters.version, letter.version)))
    .returning({ id: letters.id });
  if (!row) throw new ConflictError(LETTER_WORDS.stale);
}

/** One line of a letter's history. */
export async function addStep(
  ctx: Pick<VillageCtx, "actor" | "resident" | "now">,
  tx: VillageTx,
  letterId: string,
  step: string,
  note: string | null = null,
): Promise<void> {
  await tx.insert(letterSteps).values({
    id: newId(ctx.now),
    letterId,
    step,
    note,
    byAccountId: ctx.actor?.accountId ?? ctx.resident?.accountId ?? null,
    byName: ctx.actor?.name ?? (ctx.resident ? RESIDENT_ACTOR : "Balai"),
    at: ctx.now.toISOString(),
  });
}

/** The form of a letter that counts now; null before it was frozen. */
export async function findVersion(db: Db, letterId: string): Promise<VersionRow | null> {
  const [row] = await db
    .select()
    .from(letterVersions)
    .where(and(eq(letterVersions.letterId, letterId), isNull(letterVersions.voidedAt)))
    .orderBy(desc(letterVersions.createdAt), desc(letterVersions.id))
    .limit(1);
  return row ?? null;
}

/** What a letter says, for its column. */
export async function sealContent(ctx: Pick<VillageCtx, "keys">, content: LetterContent): Promise<string> {
  const { sealed } = await sealValue(ctx.keys, LETTER_CONTENT, JSON.stringify(content));
  return sealed ?? "";
}

/** What a letter says, in the clear. */
export async function openContent(
  ctx: Pick<VillageCtx, "keys">,
  { contentSealed }: Pick<LetterRow, "contentSealed">,
): Promise<LetterContent> {
  const text = await openValue(ctx.keys, LETTER_CONTENT, contentSealed);
  return JSON.parse(text ?? '{"person":null,"fields":{}}') as LetterContent;
}
