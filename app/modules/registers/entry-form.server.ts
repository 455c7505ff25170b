import { and, asc, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { positionTitle } from "#app/modules/accounts/words.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { officialRecords } from "#db/village/schema/registers.ts";
import { areas } from "#db/village/schema/village.ts";
import { entryOf, getEntry, selectEntry } from "./entries.server.ts";
import { ENTRY_FIELDS, type EntryField } from "./entry-fields.ts";
import type { EntryBook } from "./input.ts";
import { OFFICIAL_POSITIONS } from "./office-term-rules.ts";
import { OFFICIAL_WORDS, RULE_KINDS } from "./words.ts";

/** Query for the dusun that a post may be of. */
export function selectHamlets({ db }: Pick<OfficeCtx, "db">) {
  return db
    .select({ id: areas.id, name: areas.name })
    .from(areas)
    .where(eq(areas.kind, "dusun"))
    .orderBy(asc(areas.name));
}

/** The fields of a book's form; posts are named in the village's own words, that of each dusun by itself. */
export function fieldsOf(
  profile: ProfileRow,
  book: EntryBook,
  hamlets: readonly { id: string; name: string }[],
  hasTerm = false,
): EntryField[] {
  const title = (position: string) => positionTitle(position, "definitif", profile);
  const posts = OFFICIAL_POSITIONS.flatMap((position) =>
    position === "kepala-dusun"
      ? hamlets.map(({ id, name }) => ({ value: `${position}:${id}`, label: `${title(position)} ${name}` }))
      : [{ value: position as string, label: title(position) }],
  );
  // A term in Balai says itself which post it is.
  const kind = hasTerm ? "hidden" : "choice";
  return ENTRY_FIELDS[book].map((field) =>
    field.name === "jabatan" ? { ...field, choices: posts, kind } : field,
  );
}

/** A row with what its form needs; one round trip. @throws NotFoundError */
export async function readEntryForm<Book extends EntryBook>(ctx: OfficeCtx, book: Book, id: string) {
  requirePermission(ctx, "registers.write");
  const [rows, hamlets] = await ctx.db.batch([selectEntry(ctx.db, book, id), selectHamlets(ctx)]);
  return { row: entryOf<Book>(rows), hamlets };
}

/** What a new entry's form begins with: a regulation that is to be promulgated, or a term of office in Balai. */
export async function newEntryValues(
  ctx: OfficeCtx,
  book: EntryBook,
  params: URLSearchParams,
): Promise<Record<string, string>> {
  requirePermission(ctx, "registers.write");
  const [ruleId, termId] = [params.get("peraturan"), params.get("masa")];
  if (book === "lembaran" && ruleId) {
    const { kind, number, setOn, about } = await getEntry(ctx.db, "peraturan", ruleId);
    return {
      peraturan: ruleId,
      buku: kind === "peraturan-desa" ? "lembaran-desa" : "berita-desa",
      jenis: RULE_KINDS[kind],
      nomor: number,
      ditetapkan: setOn,
      tentang: about,
    };
  }
  return book === "aparat" && termId ? termValues(ctx, termId) : {};
}

async function termValues(ctx: OfficeCtx, termId: string): Promise<Record<string, string>> {
  const [found] = await ctx.db
    .select({ term: positionTerms, name: accounts.name })
    .from(positionTerms)
    .innerJoin(accounts, eq(accounts.id, positionTerms.accountId))
    .leftJoin(officialRecords, eq(officialRecords.termId, positionTerms.id))
    .where(and(eq(positionTerms.id, termId), isNull(officialRecords.id)));
  if (!found) throw new NotFoundError(OFFICIAL_WORDS.termGone);
  const { position, areaId, decree, startsOn, endsOn } = found.term;
  return {
    masa: termId,
    nama: found.name,
    jabatan: areaId ? `${position}:${areaId}` : position,
    nomor_angkat: decree ?? "",
    diangkat: startsOn,
    diberhentikan: endsOn ?? "",
  };
}
