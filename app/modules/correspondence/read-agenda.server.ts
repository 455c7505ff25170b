import { and, asc, eq, gte, lte, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import {
  lostSeriesOf,
  selectBookNumbers,
  selectLostNumbers,
} from "#app/modules/village/book-numbers.server.ts";
import type { VillageDb } from "#db/open.ts";
import { incomingLetters, letterNumbers, letters } from "#db/village/schema/letters.ts";
import { type AgendaLine, incomingLine, outgoingLines, sortedLines } from "./agenda-rules.ts";
import { type AgendaPart, type BookPeriod, isWholeYear, numberGaps } from "./book-rules.ts";
import { isOpenTo } from "./incoming.server.ts";

/** All lines of a period of the agenda book as whoever looks may read them; one round trip. */
export async function readAgenda(
  ctx: OfficeCtx,
  part: AgendaPart,
  period: BookPeriod,
): Promise<AgendaLine[]> {
  const [incoming, outgoing, stands, lost] = await ctx.db.batch([
    selectIncoming(ctx, period, part !== "keluar"),
    selectOutgoing(ctx.db, period, part !== "masuk"),
    selectBookNumbers(ctx.db, period.year),
    selectLostNumbers(ctx.db, period.year),
  ]);
  const lines = [...incoming.map(incomingLine), ...outgoingLines(outgoing, isWholeYear(period))];
  if (part !== "keluar" && isWholeYear(period)) {
    const gaps = numberGaps({
      numbers: incoming.map(({ letter }) => letter.agendaNumber),
      last: stands.find(({ book }) => book === "surat-masuk")?.lastNumber ?? 0,
      lost: lost.filter(({ series }) => series === lostSeriesOf("surat-masuk")),
    });
    lines.push(...gaps.map((gap) => ({ kind: "gap" as const, side: "masuk" as const, series: null, gap })));
  }
  return sortedLines(lines);
}

function selectIncoming(ctx: OfficeCtx, { year, from, to }: BookPeriod, isWanted: boolean) {
  const inPeriod = and(
    eq(incomingLetters.year, year),
    gte(incomingLetters.receivedOn, from),
    lte(incomingLetters.receivedOn, to),
    isWanted ? undefined : sql`0`,
  );
  return ctx.db
    .select({ letter: incomingLetters, isOpen: isOpenTo(ctx) })
    .from(incomingLetters)
    .where(inPeriod)
    .orderBy(asc(incomingLetters.agendaNumber));
}

/** Every number that a letter, a block or a void holds; those without a letter have no day of their own. */
function selectOutgoing(db: VillageDb, { year, from, to }: BookPeriod, isWanted: boolean) {
  const isDated = and(gte(letters.letterDate, from), lte(letters.letterDate, to));
  return db
    .select({
      series: letterNumbers.series,
      number: letterNumbers.number,
      state: letterNumbers.state,
      note: letterNumbers.note,
      letter: {
        id: letters.id,
        numberText: letters.numberText,
        letterDate: letters.letterDate,
        personName: letters.personName,
        title: letters.title,
        signedAt: letters.signedAt,
        handedAt: letters.handedAt,
      },
    })
    .from(letterNumbers)
    .leftJoin(letters, eq(letters.id, letterNumbers.letterId))
    .where(
      and(
        eq(letterNumbers.year, year),
        sql`(${letterNumbers.letterId} IS NULL OR ${isDated})`,
        isWanted ? undefined : sql`0`,
      ),
    )
    .orderBy(asc(letterNumbers.series), asc(letterNumbers.number));
}
