import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { maskNumber } from "#app/modules/population/nik-rules.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { type Day, dayIn } from "#app/platform/clock.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { requirePermission } from "#app/platform/require.ts";
import { gazetteEntries } from "#db/village/schema/registers.ts";
import { type ItemChange, selectChanges } from "./change-item.server.ts";
import { type EntryRows, entryOf, entryTitle, selectEntry } from "./entries.server.ts";
import { entryFacts, formValues } from "./entry-fields.ts";
import { fieldsOf, selectHamlets } from "./entry-form.server.ts";
import type { EntryBook } from "./input.ts";
import { stockOn } from "./inventory-rules.ts";
import { OFFICIAL_NIP } from "./sealed-fields.ts";
import { REGISTER_WORDS } from "./words.ts";

type Gazette = EntryRows["lembaran"];

/** An entry's page: what it says, and of a thing what became of it; one round trip. */
export async function loadEntry(ctx: OfficeCtx, profile: ProfileRow, book: EntryBook, id: string) {
  requirePermission(ctx, "registers.read");
  const [rows, hamlets, promulgated, changes] = await ctx.db.batch([
    selectEntry(ctx.db, book, id),
    selectHamlets(ctx),
    ctx.db
      .select()
      .from(gazetteEntries)
      .where(and(eq(gazetteEntries.regulationId, id), isNull(gazetteEntries.voidedAt))),
    selectChanges(ctx.db, id),
  ]);
  const row = entryOf<EntryBook>(rows);
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const facts = entryFacts(fieldsOf(profile, book, hamlets), formValues(book, row));
  return {
    book,
    id,
    title: entryTitle(book, row),
    version: row.version,
    voidReason: row.voidedAt ? (row.voidReason ?? REGISTER_WORDS.struckOut(null)) : null,
    today,
    facts: [...facts, ...(await moreFacts(ctx, book, row, promulgated[0]))],
    item: book === "inventaris" ? itemOf(row as EntryRows["inventaris"], changes, today) : null,
    isPromulgable: book === "peraturan" && !row.voidedAt && promulgated.length === 0,
    mayChange: ctx.actor.permissions.has("registers.write") && !row.voidedAt,
  };
}

/** Facts that no form holds: a NIP, masked, and where a regulation was promulgated. */
async function moreFacts(
  ctx: OfficeCtx,
  book: EntryBook,
  row: EntryRows[EntryBook],
  promulgated: Gazette | undefined,
) {
  if (book === "aparat") {
    const nip = await openValue(ctx.keys, OFFICIAL_NIP, (row as EntryRows["aparat"]).nipSealed);
    return nip ? [{ term: "NIP", value: maskNumber(nip) ?? "" }] : [];
  }
  return promulgated ? [{ term: "Diundangkan", value: entryTitle("lembaran", promulgated) }] : [];
}

function itemOf(row: EntryRows["inventaris"], changes: ItemChange[], today: Day) {
  const present = changes.filter(({ voidedAt }) => !voidedAt);
  return { changes, stock: stockOn(row, present, today), unit: row.unit };
}
