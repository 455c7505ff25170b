import type { OfficeCtx } from "#app/context.ts";
import {
  lostSeriesOf,
  selectBookNumbers,
  selectLostNumbers,
} from "#app/modules/village/book-numbers.server.ts";
import { requirePermission } from "#app/platform/require.ts";
import type { BookFile } from "./book-file-rules.ts";
import { type BookPeriod, isWholeYear, numberGaps, runText } from "./book-rules.ts";
import { agendaTable, type BookTable, expeditionTable } from "./book-table.ts";
import { selectExpeditions } from "./list-expeditions.server.ts";
import { readAgenda } from "./read-agenda.server.ts";
import { BOOK_WORDS, GAP_WORDS } from "./words.ts";

export interface ReadBook {
  title: string;
  table: BookTable;
}

/** A period of a book as whoever looks may read it; one round trip. */
export async function readBook(
  ctx: OfficeCtx,
  { book, part }: Pick<BookFile, "book" | "part">,
  period: BookPeriod,
): Promise<ReadBook> {
  requirePermission(ctx, "mail.read");
  if (book === "agenda" && part)
    return {
      title: BOOK_WORDS.agenda[part],
      table: agendaTable(await readAgenda(ctx, part, period), part),
    };
  return { title: BOOK_WORDS.expedition, table: await readExpeditions(ctx, period) };
}

async function readExpeditions(ctx: OfficeCtx, period: BookPeriod): Promise<BookTable> {
  const [rows, stands, lost] = await ctx.db.batch([
    selectExpeditions(ctx, period),
    selectBookNumbers(ctx.db, period.year),
    selectLostNumbers(ctx.db, period.year),
  ]);
  const gaps = isWholeYear(period)
    ? numberGaps({
        numbers: rows.map(({ number }) => number),
        last: stands.find(({ book }) => book === "ekspedisi")?.lastNumber ?? 0,
        lost: lost.filter(({ series }) => series === lostSeriesOf("ekspedisi")),
      })
    : [];
  return expeditionTable(
    rows,
    gaps.map((gap) => ({ ...gap, sentence: `Nomor ${runText(gap)}: ${GAP_WORDS[gap.why]}` })),
  );
}
