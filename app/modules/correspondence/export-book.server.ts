import type { OfficeCtx } from "#app/context.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import type { PaperDocument } from "#app/platform/document/blocks.ts";
import { FieldError } from "#app/platform/errors.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { requirePermission } from "#app/platform/require.ts";
import { wholeSheet } from "#app/platform/sheet/sheet-file.ts";
import { write } from "#app/platform/write.ts";
import { formatDate } from "#app/ui/format.ts";
import { type BookFile, MOST_LINES } from "./book-file-rules.ts";
import { type BookPeriod, isWholeYear } from "./book-rules.ts";
import { sheetOf } from "./book-table.ts";
import { type Holder, presentHolder } from "./holders.server.ts";
import { todayOf } from "./incoming.server.ts";
import { type ReadBook, readBook } from "./read-book.server.ts";
import { BOOK_WORDS } from "./words.ts";

const PDF_TYPE = "application/pdf";

/**
 * A period of a book as a file, written to the audit and the access log before it goes out.
 * @throws FieldError at `tahun` where the period holds more than one file may
 */
export async function exportBook(ctx: OfficeCtx, file: BookFile, period: BookPeriod, profile: ProfileRow) {
  requirePermission(ctx, "mail.read");
  const book = await readBook(ctx, file, period);
  const count = book.table.rows.length;
  const most = MOST_LINES[file.format];
  if (count > most) throw new FieldError("tahun", BOOK_WORDS.tooMany(count, most));
  const made =
    file.format === "pdf"
      ? { bytes: await paperOf(ctx, book, period, profile), mediaType: PDF_TYPE }
      : await wholeSheet(file.format, { name: book.title, ...sheetOf(book.table) }, ctx.tenant);
  await trace(ctx, file, period, { title: book.title, count });
  const stem = file.part ? `agenda-${file.part}` : "ekspedisi";
  const fileName = `buku-${stem}-${period.year}-${ctx.tenant.slug}.${file.format}`;
  return { ...made, fileName };
}

async function trace(
  ctx: OfficeCtx,
  file: BookFile,
  period: BookPeriod,
  { title, count }: { title: string; count: number },
): Promise<void> {
  await write(ctx, async ({ tx, audit }) => {
    const entityId = `${file.book}-${period.year}`;
    const details = { buku: title, masa: periodText(period), format: file.format.toUpperCase() };
    await audit({ action: "book.export", entity: "book", entityId, details });
    const what = file.book === "agenda" ? "correspondence.agenda" : "correspondence.expedition";
    await recordAccess(tx, ctx, {
      kind: "export",
      what,
      subject: "book",
      subjectId: entityId,
      rowCount: count,
    });
    return null;
  });
}

/** `2026`, or its days. */
export function periodText(period: BookPeriod): string {
  return isWholeYear(period)
    ? String(period.year)
    : `${formatDate(period.from)} sampai ${formatDate(period.to)}`;
}

async function paperOf(
  ctx: OfficeCtx,
  book: ReadBook,
  period: BookPeriod,
  profile: ProfileRow,
): Promise<Uint8Array<ArrayBuffer>> {
  const head = await presentHolder(ctx, "kepala-desa", profile);
  const secretary = await presentHolder(ctx, "sekretaris-desa", profile);
  const document = bookDocument(ctx, book, period, { profile, head, secretary });
  return renderPdf(document, {
    paper: profile.paper,
    orientation: "landscape",
    marginsMm: { left: 20, right: 15 },
  });
}

function bookDocument(
  ctx: OfficeCtx,
  { title, table }: ReadBook,
  period: BookPeriod,
  { profile, head, secretary }: { profile: ProfileRow; head: Holder; secretary: Holder },
): PaperDocument {
  const village = `${profile.villageTerm} ${profile.name}`;
  const place = `${village}, Kecamatan ${profile.districtName}, ${profile.regencyName}`;
  const when = isWholeYear(period) ? `Tahun ${period.year}` : periodText(period);
  return {
    title: `${title} ${periodText(period)}`,
    author: `Pemerintah ${village}`,
    createdAt: ctx.now,
    issuer: ctx.tenant,
    footer: `${title} ${village}, ${when}`,
    blocks: [
      { type: "title", text: title.toUpperCase(), lines: [place, when] },
      table.rows.length > 0
        ? { type: "table", ...table, fontSizePt: 7 }
        : { type: "paragraph", text: BOOK_WORDS.empty, align: "center" },
      { type: "space", mm: 4 },
      {
        type: "signatures",
        signatures: [
          { above: ["Mengetahui,", head.title], name: head.name },
          { above: [`${profile.name}, ${formatDate(todayOf(ctx))}`, secretary.title], name: secretary.name },
        ],
      },
    ],
  };
}
