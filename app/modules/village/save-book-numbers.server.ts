import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { bookNumbers } from "#db/village/schema/village.ts";
import { selectBookNumbers, versionOf } from "./book-numbers.server.ts";
import { BOOKS, type Book, type BookField, bookYears } from "./book-rules.ts";
import type { SaveBookNumbersInput } from "./input.ts";
import { nextVersion } from "./version-rules.ts";
import { SETTINGS_WORDS } from "./words.ts";

interface NumberChange {
  book: Book;
  from: number | null;
  to: number | null;
}

/**
 * Saves where the paper books of a year stand. A number may go down only as a correction that the person confirms,
 * since a number once given must not be given again.
 */
export async function saveBookNumbers(ctx: OfficeCtx, input: SaveBookNumbersInput): Promise<void> {
  requirePermission(ctx, "village.settings");
  if (!bookYears(dayIn(ctx.tenant.timeZone, ctx.now)).includes(input.tahun))
    throw new FieldError("tahun", SETTINGS_WORDS.wrongYear);
  await write(ctx, async ({ tx, audit }) => {
    const rows = await selectBookNumbers(tx, input.tahun);
    if (versionOf(rows) !== input.versi) throw new ConflictError(SETTINGS_WORDS.stale);
    const known = new Map(rows.map((row) => [row.book, row.lastNumber]));
    const changes = changesOf(known, input);
    if (changes.length === 0) throw new FieldError("", SETTINGS_WORDS.numbersUnchanged);
    if (!input.pembetulan) refuseLower(changes);
    const updatedAt = nextVersion(input.versi || undefined, ctx.now);
    for (const change of changes) await saveNumber(tx, input.tahun, change, updatedAt);
    const details = {
      year: input.tahun,
      changes: changes.map(({ book, from, to }) => `${book.key}: ${from ?? "-"} > ${to ?? "-"}`),
    };
    await audit({
      action: "book.set-numbers",
      entity: "book-numbers",
      entityId: String(input.tahun),
      details,
    });
    return null;
  });
}

function changesOf(
  known: ReadonlyMap<string, number>,
  numbers: Record<BookField, number | null>,
): NumberChange[] {
  return BOOKS.map((book) => ({
    book,
    from: known.get(book.key) ?? null,
    to: numbers[book.field],
  })).filter(({ from, to }) => from !== to);
}

function refuseLower(changes: readonly NumberChange[]): void {
  for (const { book, from, to } of changes) {
    if (from !== null && (to === null || to < from))
      throw new FieldError(book.field, SETTINGS_WORDS.lowered(book.name, from));
  }
}

async function saveNumber(tx: VillageTx, year: number, { book, to }: NumberChange, updatedAt: string) {
  if (to === null) {
    await tx.delete(bookNumbers).where(and(eq(bookNumbers.book, book.key), eq(bookNumbers.year, year)));
    return;
  }
  await tx
    .insert(bookNumbers)
    .values({ book: book.key, year, lastNumber: to, updatedAt })
    .onConflictDoUpdate({ target: [bookNumbers.book, bookNumbers.year], set: { lastNumber: to, updatedAt } });
}
