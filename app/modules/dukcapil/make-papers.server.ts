import type { OfficeCtx } from "#app/context.ts";
import { findReceipt } from "#app/modules/receipts/issue-receipt.server.ts";
import { renderSlip } from "#app/modules/receipts/receipt-slip.server.ts";
import { loadLetterhead } from "#app/modules/village/emblem.server.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { requirePermission } from "#app/platform/require.ts";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { getForm, openContent, requireSheet, todayOf } from "./forms.server.ts";
import { loadBatch } from "./load-batch.server.ts";
import { handoverList, sheetPaper } from "./sheet-paper.ts";
import { BATCH_WORDS, FORM_WORDS } from "./words.ts";

export interface MadePaper {
  bytes: Uint8Array<ArrayBuffer>;
  fileName: string;
}

/** The data sheet with its numbers in the clear, for who works on it; its address logs each opening. */
export async function makeSheetPaper(ctx: OfficeCtx, id: string, profile: ProfileRow): Promise<MadePaper> {
  requirePermission(ctx, "dukcapil.write");
  const row = await getForm(ctx.db, id);
  const sheet = requireSheet(row);
  const paper = sheetPaper({
    ...(await frameOf(ctx, profile)),
    sheet,
    content: await openContent(ctx, row),
  });
  const bytes = await renderPdf(paper, { paper: profile.paper });
  return { bytes, fileName: `lembar-data-${sheet.form.toLowerCase()}.pdf` };
}

/** What whoever handed his papers in takes home: what it is about and the code that tells him how it goes. No name. */
export async function makeSlip(ctx: OfficeCtx, id: string, profile: ProfileRow): Promise<MadePaper> {
  requirePermission(ctx, "dukcapil.write");
  const row = await getForm(ctx.db, id);
  const code = await findReceipt(ctx, ctx.db, { subject: "dukcapil", subjectId: id });
  if (!code) throw new NotFoundError(FORM_WORDS.noReceipt);
  const bytes = await renderSlip(ctx, profile, {
    code,
    title: "Tanda terima pengurusan dokumen",
    lines: ["Diurus kantor desa ke Dukcapil"],
    rows: [
      { label: "Yang diurus", value: requireSheet(row).title },
      { label: "Dicatat", value: formatDateTime(new Date(row.createdAt), ctx.tenant.timeZone) },
      { label: "Biaya", value: "Tidak ada" },
    ],
    note: "Lihat sampai di mana pengurusannya:",
  });
  return { bytes, fileName: "tanda-terima.pdf" };
}

/** The list of a batch to sign. */
export async function makeHandoverList(ctx: OfficeCtx, id: string, profile: ProfileRow): Promise<MadePaper> {
  const { batch, contents } = await loadBatch(ctx, id);
  const { number, year, carriedBy } = batch;
  const paper = handoverList({
    ...(await frameOf(ctx, profile, batch.sentOn)),
    ...{ number, year, carriedBy },
    forms: contents.map((row) => ({ ...row, title: requireSheet(row).title })),
  });
  const bytes = await renderPdf(paper, { paper: profile.paper });
  return { bytes, fileName: `${BATCH_WORDS.title(number, year).toLowerCase().replace(/\W+/g, "-")}.pdf` };
}

async function frameOf(ctx: OfficeCtx, profile: ProfileRow, day: string | null = null) {
  return {
    letterhead: await loadLetterhead(ctx, profile),
    issuer: ctx.tenant,
    madeAt: ctx.now,
    placeAndDay: `${profile.name}, ${formatDate(day ?? todayOf(ctx))}`,
  };
}
