import { and, desc, isNull, or, type SQL, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { incomingLetters } from "#db/village/schema/letters.ts";
import { isOpenTo, todayOf } from "./incoming.server.ts";
import { incomingState } from "./incoming-rules.ts";
import { type ListFilter, likePattern } from "./list-rules.ts";
import { SECRET } from "./words.ts";

const PAGE_ROWS = 50;

const stillOpen = and(isNull(incomingLetters.closedAt), isNull(incomingLetters.voidedAt));

/** One page of the letters that came in, the latest number first; one round trip. */
export async function listIncoming(ctx: OfficeCtx, filter: ListFilter) {
  requirePermission(ctx, "mail.read");
  const isOpen = isOpenTo(ctx);
  const rows = await ctx.db
    .select({
      letter: incomingLetters,
      isOpen,
      all: sql<number>`(SELECT count(*) FROM dispositions d WHERE d.incoming_id = incoming_letters.id)`,
      done: sql<number>`(SELECT count(*) FROM dispositions d WHERE d.incoming_id = incoming_letters.id
        AND d.done_at IS NOT NULL)`,
      firstDue: sql<string | null>`(SELECT min(d.due_on) FROM dispositions d
        WHERE d.incoming_id = incoming_letters.id AND d.done_at IS NULL)`,
    })
    .from(incomingLetters)
    .where(and(...conditions(ctx, filter, isOpen)))
    .orderBy(desc(incomingLetters.year), desc(incomingLetters.agendaNumber))
    .limit(PAGE_ROWS + 1);
  const today = todayOf(ctx);
  const page = rows.slice(0, PAGE_ROWS).map((row) => shown(row, today));
  const last = page.at(-1);
  return { rows: page, next: rows.length > PAGE_ROWS && last ? `${last.year}-${last.agendaNumber}` : null };
}

function conditions(
  ctx: OfficeCtx,
  { words, year, only, after }: ListFilter,
  isOpen: SQL,
): (SQL | undefined)[] {
  const { year: bookYear, agendaNumber } = incomingLetters;
  return [
    year ? sql`${bookYear} = ${year}` : undefined,
    after ? sql`(${bookYear}, ${agendaNumber}) < (${after.year}, ${after.number})` : undefined,
    only ? stillOpen : undefined,
    only === "late" ? isLate(todayOf(ctx)) : undefined,
    words ? and(isOpen, holdsWords(words)) : undefined,
  ];
}

/** A secret letter that the actor may not read is found by no word of it. */
function holdsWords(words: string): SQL | undefined {
  const pattern = likePattern(words);
  const { sender, subject, number, agendaNumber } = incomingLetters;
  return or(
    sql`${sender} LIKE ${pattern} ESCAPE '\\'`,
    sql`${subject} LIKE ${pattern} ESCAPE '\\'`,
    sql`${number} LIKE ${pattern} ESCAPE '\\'`,
    /^\d{1,6}$/.test(words) ? sql`${agendaNumber} = ${Number(words)}` : undefined,
  );
}

/** Says in SQL what `incomingState` calls late, for a select from `incoming_letters`. */
export function isLate(today: string): SQL {
  return sql`((incoming_letters.answer_due_on < ${today} AND incoming_letters.answered_by_letter_id IS NULL)
    OR EXISTS (SELECT 1 FROM dispositions d WHERE d.incoming_id = incoming_letters.id
      AND d.done_at IS NULL AND d.due_on < ${today}))`;
}

interface ListRow {
  letter: typeof incomingLetters.$inferSelect;
  isOpen: boolean;
  all: number;
  done: number;
  firstDue: string | null;
}

function shown({ letter, isOpen, all, done, firstDue }: ListRow, today: string) {
  const { id, year, agendaNumber, receivedOn, nature, answerDueOn } = letter;
  const open = Array.from({ length: all - done }, () => ({ dueOn: firstDue, doneAt: null }));
  const finished = Array.from({ length: done }, () => ({ dueOn: null, doneAt: "-" }));
  return {
    id,
    year,
    agendaNumber,
    receivedOn,
    nature,
    answerDueOn,
    number: isOpen ? letter.number : null,
    sender: isOpen ? letter.sender : SECRET,
    subject: isOpen ? letter.subject : SECRET,
    isReadable: Boolean(isOpen),
    dispositions: { all, done },
    state: incomingState(letter, [...open, ...finished], today),
  };
}

export type IncomingListRow = ReturnType<typeof shown>;
