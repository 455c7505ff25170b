import { and, eq, gt, inArray, or, type SQL, sql, sum } from "drizzle-orm";
import type { ResidentCtx } from "#app/context.ts";
import { STATUS } from "#app/modules/population/person-rules.ts";
import { ConflictError, LimitError, NotFoundError } from "#app/platform/errors.ts";
import { DAY_MILLIS } from "#app/platform/rate-limit.ts";
import { reading } from "#app/platform/read-together.ts";
import { write } from "#app/platform/write.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { letterSteps, letters } from "#db/village/schema/letters.ts";
import { residents } from "#db/village/schema/population.ts";
import { isEverythingSeen, requirementsOf } from "./ask-letter.server.ts";
import { insertLetter } from "./begin-letter.server.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import { getKind } from "./kinds.server.ts";
import { type LetterInput, letterInput } from "./letter-input.ts";
import { letterPersons } from "./letter-persons.server.ts";
import { getLetterSettings } from "./letter-settings.server.ts";
import { promisedUntil } from "./promise-rules.ts";
import { sealContent } from "./queries.server.ts";
import { isForMembers, isForResidents } from "./subject-rules.ts";

/** Requests of one account that the office may have in hand at once. */
const MOST_OPEN = 10;
/** And so many a day, also of those that were called off: each is a line of the office's list. */
const MOST_A_DAY = 20;
const OPEN = ["asked", "draft", "review", "returned", "waiting"] as const;

/** For whom a resident may ask: himself, and as head of his card those who are on it. The head stands first. */
export function askedForReading(ctx: ResidentCtx) {
  return reading([selectAskedFor(ctx, ctx.db)], ([rows]) => askedForOf(ctx, rows));
}

function askedForOf({ resident }: ResidentCtx, rows: readonly { id: string; name: string }[]) {
  return rows.map((row) => ({ ...row, isSelf: row.id === resident.residentId }));
}

function selectAskedFor(ctx: ResidentCtx, db: VillageDb | VillageTx) {
  const { residentId } = ctx.resident;
  return db
    .select({ id: residents.id, name: residents.name })
    .from(residents)
    .where(and(eq(residents.status, STATUS.here), sql`(${isAskedFor(ctx)})`))
    .orderBy(sql`${residents.id} <> ${residentId}`, residents.familyRole, residents.birthDate);
}

/** Column: the id of one person where this resident may ask for him, else nothing. */
export function askedForId(ctx: ResidentCtx, personId: string): SQL {
  return sql`(SELECT residents.id FROM residents
    WHERE residents.id = ${personId} AND residents.status = ${STATUS.here} AND (${isAskedFor(ctx)}))`;
}

// Names are written out: it stands in queries of other tables too.
function isAskedFor({ resident: { residentId } }: ResidentCtx): SQL {
  return sql`residents.id = ${residentId} OR residents.family_id = (
    SELECT own.family_id FROM residents own WHERE own.id = ${residentId} AND own.family_role = 1)`;
}

/** The schema of a kind's form. @throws NotFoundError for a kind that there is not */
export async function ownLetterSchema(ctx: ResidentCtx, kindKey: string) {
  return letterInput(await getKind(ctx, ctx.db, kindKey));
}

/**
 * Takes up a letter that a resident asks for from his phone. It waits at the counter as one that was asked for there;
 * papers are photographed afterwards and seen by the office.
 * @param personId himself or, where he is the head, somebody of his card
 * @throws NotFoundError for anybody else and for a kind that is not asked for so
 */
export async function askOwnLetter(
  ctx: ResidentCtx,
  kindKey: string,
  personId: string,
  input: LetterInput,
): Promise<{ id: string }> {
  return write(ctx, async (writing) => {
    const { tx } = writing;
    const kind = await getKind(ctx, tx, kindKey);
    const people = askedForOf(ctx, await selectAskedFor(ctx, tx));
    const asked = people.find(({ id }) => id === personId);
    if (!asked || !(asked.isSelf ? isForResidents(kind) : isForMembers(kind)))
      throw new NotFoundError(LETTER_WORDS.notFromPhone);
    await requireRoom(ctx, tx);
    const persons = await letterPersons(ctx, tx, kind, { residentId: personId, subjectId: null }, input);
    if (persons.residentId !== personId) throw new ConflictError(LETTER_WORDS.notFromPhone);
    const all = requirementsOf(kind, []).map((each) => ({ ...each, isSeen: false }));
    const { hours } = await getLetterSettings(tx);
    const letter = await insertLetter(ctx, writing, kind, {
      title: kind.title,
      state: isEverythingSeen(all) ? "draft" : "asked",
      channel: "resident",
      residentId: personId,
      subjectId: null,
      personName: persons.name,
      contentSealed: await sealContent(ctx, persons.content),
      requirements: all,
      promisedAt: promisedUntil(ctx.now, kind.promised.hours, ctx.tenant.timeZone, hours).toISOString(),
    });
    return { id: letter.id };
  });
}

async function requireRoom(ctx: ResidentCtx, tx: VillageTx): Promise<void> {
  const aDayAgo = new Date(ctx.now.getTime() - DAY_MILLIS).toISOString();
  const isOpen = inArray(letters.state, [...OPEN]);
  const isRecent = gt(letters.askedAt, aDayAgo);
  const [row] = await tx
    .select({ open: sum(isOpen).mapWith(Number), recent: sum(isRecent).mapWith(Number) })
    .from(letters)
    .where(and(eq(letters.channel, "resident"), or(isOpen, isRecent), isAskedBy(ctx.resident.accountId)));
  if ((row?.recent ?? 0) >= MOST_A_DAY) throw new LimitError(LETTER_WORDS.tooManyToday(MOST_A_DAY), 86_400);
  if ((row?.open ?? 0) >= MOST_OPEN) throw new LimitError(LETTER_WORDS.tooManyOpen(MOST_OPEN), 86_400);
}

/** Condition: an account asked for the letter. Officials' accounts alone stand in `created_by`. */
export function isAskedBy(accountId: string) {
  return sql`EXISTS (SELECT 1 FROM ${letterSteps} WHERE ${letterSteps.letterId} = ${letters.id}
    AND ${letterSteps.step} = 'ask' AND ${letterSteps.byAccountId} = ${accountId})`;
}
