import { and, asc, desc, eq, gte, inArray, isNotNull, lte, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { expeditions, letters } from "#db/village/schema/letters.ts";
import type { BookPeriod } from "./book-rules.ts";

const PAGE_ROWS = 50;
const WAITING_SHOWN = 20;

/** Signed letters of the office that nothing says were sent, the latest first. */
function selectWaiting({ db }: OfficeCtx) {
  return db
    .select({
      id: letters.id,
      title: letters.title,
      numberText: letters.numberText,
      letterDate: letters.letterDate,
      personName: letters.personName,
    })
    .from(letters)
    .where(
      and(
        eq(letters.channel, "office"),
        inArray(letters.state, ["signed", "handed"]),
        isNotNull(letters.numberText),
        sql`NOT EXISTS (SELECT 1 FROM expeditions e WHERE e.letter_id = letters.id AND e.voided_at IS NULL)`,
      ),
    )
    .orderBy(desc(letters.signedAt))
    .limit(WAITING_SHOWN);
}

/** One page of a period of the book, the latest number first, and what waits to be sent; one round trip. */
export async function listExpeditions(ctx: OfficeCtx, { year, from, to }: BookPeriod, before: number | null) {
  requirePermission(ctx, "mail.read");
  const [rows, waiting] = await ctx.db.batch([
    ctx.db
      .select()
      .from(expeditions)
      .where(
        and(
          eq(expeditions.year, year),
          gte(expeditions.sentOn, from),
          lte(expeditions.sentOn, to),
          before ? sql`${expeditions.number} < ${before}` : undefined,
        ),
      )
      .orderBy(desc(expeditions.number))
      .limit(PAGE_ROWS + 1),
    selectWaiting(ctx),
  ]);
  const page = rows.slice(0, PAGE_ROWS);
  return { rows: page, waiting, next: rows.length > PAGE_ROWS ? (page.at(-1)?.number ?? null) : null };
}

/** Query for all of a period, as the book has it. */
export function selectExpeditions({ db }: OfficeCtx, { year, from, to }: BookPeriod) {
  const inPeriod = and(
    eq(expeditions.year, year),
    gte(expeditions.sentOn, from),
    lte(expeditions.sentOn, to),
  );
  return db.select().from(expeditions).where(inPeriod).orderBy(asc(expeditions.number));
}
