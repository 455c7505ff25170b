import type { OfficeCtx } from "#app/context.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { isLate } from "./chain-rules.ts";
import { isMine } from "./duty-rules.ts";
import { kindsOf, selectKindRows } from "./kinds.server.ts";
import { type ArchiveFilter, archiveReading, type ListedLetter, selectOpen } from "./list-letters.server.ts";

/** A letter of a list with what it is to whoever looks. */
export type LetterLine = ListedLetter & { isLate: boolean; isMine: boolean };

/** Open letters, those of whoever looks and the late ones first, and a page of the archive; one round trip. */
export async function loadLetters(ctx: OfficeCtx, filter: ArchiveFilter) {
  const { open, archive, kinds } = await readTogether(ctx.db, {
    open: reading([selectOpen(ctx)], ([rows]) => rows),
    archive: archiveReading(ctx, filter),
    kinds: reading([selectKindRows(ctx.db)], ([rows]) => kindsOf(rows)),
  });
  const lines = open.map((row) => ({ ...row, isLate: isLate(row, ctx.now), isMine: isMine(row, ctx.actor) }));
  const rank = (line: LetterLine) => (line.isMine ? 0 : 2) + (line.isLate ? 0 : 1);
  return {
    open: lines.sort((a, b) => rank(a) - rank(b)),
    archive,
    kinds: kinds.map(({ key, title }) => ({ key, title })),
  };
}
