import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { gazetteEntries } from "#db/village/schema/registers.ts";
import { entryTitle, getPresentEntry, tableOf } from "./entries.server.ts";
import type { EntryBook, VoidInput } from "./input.ts";
import { ENTRY_WORDS } from "./words.ts";

/** Strikes a row out: it stays in the register, with the reason. */
export async function voidEntry(
  ctx: OfficeCtx,
  book: EntryBook,
  id: string,
  { versi, alasan }: VoidInput,
): Promise<void> {
  requirePermission(ctx, "registers.write");
  await write(ctx, async ({ tx, audit }) => {
    const row = await getPresentEntry(tx, book, id, versi);
    if (book === "peraturan") await requireNotPromulgated(tx, id);
    const at = ctx.now.toISOString();
    // A term in Balai may be entered anew: the struck-out row lets go of it.
    const freed = book === "aparat" ? { termId: null } : {};
    await tx
      .update(tableOf(book))
      .set({ voidedAt: at, voidReason: alasan, updatedAt: at, version: row.version + 1, ...freed } as never)
      .where(eq(tableOf(book).id, id));
    const details = { buku: book, catatan: entryTitle(book, row), alasan };
    await audit({ action: "register.void", entity: "register-entry", entityId: id, details });
    return null;
  });
}

async function requireNotPromulgated(tx: VillageTx, regulationId: string): Promise<void> {
  const [entry] = await tx
    .select({ id: gazetteEntries.id })
    .from(gazetteEntries)
    .where(and(eq(gazetteEntries.regulationId, regulationId), isNull(gazetteEntries.voidedAt)));
  if (entry) throw new ConflictError(ENTRY_WORDS.isPromulgated);
}
