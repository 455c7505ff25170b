import type { OfficeCtx } from "#app/context.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { entryTitle, getEntry, tableOf } from "./entries.server.ts";
import { checkEntry, nextGazetteNumber } from "./entry-checks.server.ts";
import { columnsOf } from "./entry-rows.server.ts";
import type { EntryBook, EntryInputs, GazetteInput } from "./input.ts";

/** Writes a row into a register. @throws FieldError, ConflictError as the book's checks say */
export async function enterEntry<Book extends EntryBook>(
  ctx: OfficeCtx,
  book: Book,
  input: EntryInputs[Book],
): Promise<{ id: string }> {
  requirePermission(ctx, "registers.write");
  return write(ctx, async ({ tx, audit }) => {
    await checkEntry({ ctx, tx, id: null }, book, input);
    const id = newId(ctx.now);
    const at = ctx.now.toISOString();
    const made = { id, createdBy: ctx.actor.accountId, createdAt: at, updatedAt: at };
    const columns = await numbered(tx, book, input, await columnsOf(ctx, book, input));
    await tx.insert(tableOf(book)).values({ ...columns, ...made } as never);
    const details = { buku: book, catatan: entryTitle(book, await getEntry(tx, book, id)) };
    await audit({ action: "register.enter", entity: "register-entry", entityId: id, details });
    return { id };
  });
}

/** Gives the entry of a gazette its number where the form left it to the book. */
export async function numbered<Columns extends Record<string, unknown>>(
  tx: VillageTx,
  book: EntryBook,
  input: EntryInputs[EntryBook],
  columns: Columns,
): Promise<Columns> {
  if (book !== "lembaran" || columns.number !== null) return columns;
  const { buku, diundangkan } = input as GazetteInput;
  return { ...columns, number: await nextGazetteNumber(tx, buku, Number(diundangkan.slice(0, 4))) };
}
