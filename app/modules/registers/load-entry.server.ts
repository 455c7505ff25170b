import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { maskNumber } from "#app/modules/population/nik-rules.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { requirePermission } from "#app/platform/require.ts";
import { gazetteEntries } from "#db/village/schema/registers.ts";
import { listChanges } from "./change-item.server.ts";
import { type EntryRows, entryTitle, getEntry } from "./entries.server.ts";
import { entryFacts, formValues } from "./entry-fields.ts";
import { listFields } from "./entry-form.server.ts";
import type { EntryBook } from "./input.ts";
import { stockOn } from "./inventory-rules.ts";
import { OFFICIAL_NIP } from "./sealed-fields.ts";
import { REGISTER_WORDS } from "./words.ts";

/** An entry's page: what it says, and of a thing what became of it. */
export async function loadEntry(ctx: OfficeCtx, profile: ProfileRow, book: EntryBook, id: string) {
  requirePermission(ctx, "registers.read");
  const row = await getEntry(ctx.db, book, id);
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const facts = entryFacts(await listFields(ctx, profile, book), formValues(book, row));
  return {
    book,
    id,
    title: entryTitle(book, row),
    version: row.version,
    voidReason: row.voidedAt ? (row.voidReason ?? REGISTER_WORDS.struckOut(null)) : null,
    today,
    facts: [...facts, ...(await moreFacts(ctx, book, row))],
    item: book === "inventaris" ? await itemOf(ctx, row as EntryRows["inventaris"], today) : null,
    isPromulgable: book === "peraturan" && !row.voidedAt && (await gazetteOf(ctx, id)) === null,
    mayChange: ctx.actor.permissions.has("registers.write") && !row.voidedAt,
  };
}

/** Facts that no form holds: a NIP, masked, and where a regulation was promulgated. */
async function moreFacts<Book extends EntryBook>(ctx: OfficeCtx, book: Book, row: EntryRows[Book]) {
  if (book === "aparat") {
    const nip = await openValue(ctx.keys, OFFICIAL_NIP, (row as EntryRows["aparat"]).nipSealed);
    return nip ? [{ term: "NIP", value: maskNumber(nip) ?? "" }] : [];
  }
  const entry = book === "peraturan" ? await gazetteOf(ctx, row.id) : null;
  return entry ? [{ term: "Diundangkan", value: entryTitle("lembaran", entry) }] : [];
}

async function gazetteOf({ db }: OfficeCtx, regulationId: string) {
  const [entry] = await db
    .select()
    .from(gazetteEntries)
    .where(and(eq(gazetteEntries.regulationId, regulationId), isNull(gazetteEntries.voidedAt)));
  return entry ?? null;
}

async function itemOf(ctx: OfficeCtx, row: EntryRows["inventaris"], today: string) {
  const changes = await listChanges(ctx.db, row.id);
  const present = changes.filter(({ voidedAt }) => !voidedAt);
  return { changes, stock: stockOn(row, present, today), unit: row.unit };
}
