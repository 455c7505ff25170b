import { and, eq, isNull, like, max, ne } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { type Day, dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { positionTerms } from "#db/village/schema/accounts.ts";
import {
  gazetteEntries,
  headDecrees,
  inventoryChanges,
  officialRecords,
  villageRegulations,
} from "#db/village/schema/registers.ts";
import { areas } from "#db/village/schema/village.ts";
import type { EntryBook, EntryInputs, GazetteInput, ItemInput, OfficialInput } from "./input.ts";
import { findImpossible } from "./inventory-rules.ts";
import { OFFICIAL_POSITIONS } from "./office-term-rules.ts";
import { ENTRY_WORDS, OFFICIAL_WORDS, REGISTER_WORDS } from "./words.ts";

interface Check {
  ctx: OfficeCtx;
  tx: VillageTx;
  /** The row that is corrected; null for a new one. */
  id: string | null;
}

/** What a book demands of a row beyond its form; each throws FieldError or ConflictError. */
const CHECKS: { [Book in EntryBook]: (check: Check, input: EntryInputs[Book]) => Promise<void> } = {
  peraturan: async ({ ctx, tx, id }, { jenis, nomor, ditetapkan, dilaporkan }) => {
    requireCome(ctx, { ditetapkan, dilaporkan });
    const [taken] = await tx
      .select({ id: villageRegulations.id })
      .from(villageRegulations)
      .where(
        and(
          eq(villageRegulations.kind, jenis),
          eq(villageRegulations.number, nomor),
          like(villageRegulations.setOn, `${ditetapkan.slice(0, 4)}-%`),
          isNull(villageRegulations.voidedAt),
          id ? ne(villageRegulations.id, id) : undefined,
        ),
      );
    if (taken) throw new FieldError("nomor", ENTRY_WORDS.numberTaken);
  },
  keputusan: async ({ ctx, tx, id }, { nomor, ditetapkan, dilaporkan }) => {
    requireCome(ctx, { ditetapkan, dilaporkan });
    const [taken] = await tx
      .select({ id: headDecrees.id })
      .from(headDecrees)
      .where(
        and(
          eq(headDecrees.number, nomor),
          like(headDecrees.setOn, `${ditetapkan.slice(0, 4)}-%`),
          isNull(headDecrees.voidedAt),
          id ? ne(headDecrees.id, id) : undefined,
        ),
      );
    if (taken) throw new FieldError("nomor", ENTRY_WORDS.numberTaken);
  },
  inventaris: checkItem,
  lembaran: checkGazette,
  aparat: checkOfficial,
};

export function checkEntry<Book extends EntryBook>(
  check: Check,
  book: Book,
  input: EntryInputs[Book],
): Promise<void> {
  return CHECKS[book](check, input);
}

/** Nothing is written of a day that has not come. */
function requireCome(ctx: OfficeCtx, days: Record<string, Day | null>): void {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  for (const [field, day] of Object.entries(days))
    if (day && day > today) throw new FieldError(field, ENTRY_WORDS.future);
}

/** What became of the thing must still be possible. */
async function checkItem({ ctx, tx, id }: Check, { jumlah, diperoleh }: ItemInput): Promise<void> {
  requireCome(ctx, { diperoleh });
  if (!id) return;
  const changes = await tx
    .select()
    .from(inventoryChanges)
    .where(and(eq(inventoryChanges.itemId, id), isNull(inventoryChanges.voidedAt)));
  const wrong = findImpossible({ quantity: jumlah, acquiredOn: diperoleh }, changes);
  if (wrong)
    throw new FieldError(wrong.happenedOn < diperoleh ? "diperoleh" : "jumlah", ENTRY_WORDS.wouldBreak);
}

async function checkGazette({ ctx, tx, id }: Check, input: GazetteInput): Promise<void> {
  requireCome(ctx, { diundangkan: input.diundangkan });
  if (input.peraturan) await checkPromulgated({ ctx, tx, id }, input);
  if (input.nomor_buku === null) return;
  const [taken] = await tx
    .select({ id: gazetteEntries.id })
    .from(gazetteEntries)
    .where(
      and(
        eq(gazetteEntries.book, input.buku),
        eq(gazetteEntries.year, Number(input.diundangkan.slice(0, 4))),
        eq(gazetteEntries.number, input.nomor_buku),
        id ? ne(gazetteEntries.id, id) : undefined,
      ),
    );
  if (taken) throw new FieldError("nomor_buku", ENTRY_WORDS.numberTaken);
}

/** A regulation of A.1 is promulgated once, in the book of its kind (Permendagri 111/2014). */
async function checkPromulgated({ tx, id }: Check, { peraturan, buku }: GazetteInput): Promise<void> {
  const [rule] = await tx
    .select()
    .from(villageRegulations)
    .where(and(eq(villageRegulations.id, peraturan ?? ""), isNull(villageRegulations.voidedAt)));
  if (!rule) throw new ConflictError(ENTRY_WORDS.ruleGone);
  if ((rule.kind === "peraturan-desa") !== (buku === "lembaran-desa"))
    throw new FieldError("buku", ENTRY_WORDS.wrongBook);
  const [already] = await tx
    .select()
    .from(gazetteEntries)
    .where(
      and(
        eq(gazetteEntries.regulationId, rule.id),
        isNull(gazetteEntries.voidedAt),
        id ? ne(gazetteEntries.id, id) : undefined,
      ),
    );
  if (already)
    throw new ConflictError(
      ENTRY_WORDS.promulgated(`${REGISTER_WORDS.books[already.book]} ${already.number}/${already.year}`),
    );
}

async function checkOfficial({ ctx, tx, id }: Check, input: OfficialInput): Promise<void> {
  requireCome(ctx, { diangkat: input.diangkat, diberhentikan: input.diberhentikan });
  if (!input.masa) return requirePost(tx, input.jabatan);
  const [term] = await tx.select().from(positionTerms).where(eq(positionTerms.id, input.masa));
  if (!term) throw new ConflictError(OFFICIAL_WORDS.termGone);
  const [taken] = await tx
    .select({ id: officialRecords.id })
    .from(officialRecords)
    .where(and(eq(officialRecords.termId, input.masa), id ? ne(officialRecords.id, id) : undefined));
  if (taken) throw new ConflictError(OFFICIAL_WORDS.termTaken);
}

/** A post of the village's government; that of a dusun names it. */
async function requirePost(tx: VillageTx, post: string): Promise<void> {
  const [position, areaId] = post.split(":");
  const isPost = (OFFICIAL_POSITIONS as readonly string[]).includes(position ?? "");
  const [area] = areaId ? await tx.select({ id: areas.id }).from(areas).where(eq(areas.id, areaId)) : [null];
  if (!isPost || area === undefined) throw new FieldError("jabatan", OFFICIAL_WORDS.noPost);
}

/** The next number of a gazette's year; struck-out ones stay taken. */
export async function nextGazetteNumber(
  tx: VillageTx,
  book: GazetteInput["buku"],
  year: number,
): Promise<number> {
  const [row] = await tx
    .select({ last: max(gazetteEntries.number) })
    .from(gazetteEntries)
    .where(and(eq(gazetteEntries.book, book), eq(gazetteEntries.year, year)));
  return (row?.last ?? 0) + 1;
}
