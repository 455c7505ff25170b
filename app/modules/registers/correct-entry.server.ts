import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { numbered } from "./enter-entry.server.ts";
import { type EntryRows, entryTitle, getPresentEntry, tableOf } from "./entries.server.ts";
import { checkEntry } from "./entry-checks.server.ts";
import { columnsOf } from "./entry-rows.server.ts";
import type { EntryBook, EntryInputs } from "./input.ts";

/** What is typed as a NIP to take away the one that is known. */
const NO_NIP = "-";

/** Corrects a row that is not struck out. An empty NIP stays as it is: it is not shown in the form. */
export async function correctEntry<Book extends EntryBook>(
  ctx: OfficeCtx,
  book: Book,
  id: string,
  { versi, ...input }: EntryInputs[Book] & { versi: number },
): Promise<{ isChanged: boolean }> {
  requirePermission(ctx, "registers.write");
  const fresh = input as unknown as EntryInputs[Book];
  return write(ctx, async ({ tx, audit }) => {
    const row = await getPresentEntry(tx, book, id, versi);
    const kept = keepOf(book, row, fresh);
    await checkEntry({ ctx, tx, id }, book, kept);
    const columns = withNip(kept, await numbered(tx, book, kept, await columnsOf(ctx, book, kept)));
    const changed = Object.keys(columns).filter(
      (key) => columns[key] !== (row as unknown as Record<string, unknown>)[key],
    );
    const details = { buku: book, catatan: entryTitle(book, row), berubah: changed };
    if (changed.length > 0)
      await tx
        .update(tableOf(book))
        .set({ ...columns, version: row.version + 1, updatedAt: ctx.now.toISOString() } as never)
        .where(eq(tableOf(book).id, id));
    await audit({ action: "register.correct", entity: "register-entry", entityId: id, details });
    return { isChanged: changed.length > 0 };
  });
}

/** What a form may not change: the regulation or term that a row is about, and a gazette's number that it left empty. */
function keepOf<Book extends EntryBook>(
  book: Book,
  row: EntryRows[Book],
  input: EntryInputs[Book],
): EntryInputs[Book] {
  if (book === "aparat") return { ...input, masa: (row as EntryRows["aparat"]).termId };
  if (book !== "lembaran") return input;
  const { regulationId, number, book: known, year } = row as EntryRows["lembaran"];
  const { nomor_buku, buku, diundangkan } = input as EntryInputs["lembaran"];
  const isSameYear = buku === known && Number(diundangkan.slice(0, 4)) === year;
  return { ...input, peraturan: regulationId, nomor_buku: nomor_buku ?? (isSameYear ? number : null) };
}

function withNip<Columns extends Record<string, unknown>>(input: object, columns: Columns): Columns {
  if (!("nip" in input)) return columns;
  if (input.nip === NO_NIP) return { ...columns, nipSealed: null };
  if (input.nip !== null) return columns;
  const { nipSealed: _unchanged, ...rest } = columns;
  return rest as Columns;
}
