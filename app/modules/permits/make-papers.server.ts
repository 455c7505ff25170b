import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { presentHolder } from "#app/modules/correspondence/holders.server.ts";
import { findReceipt } from "#app/modules/receipts/issue-receipt.server.ts";
import { renderSlip } from "#app/modules/receipts/receipt-slip.server.ts";
import { loadLetterhead } from "#app/modules/village/emblem.server.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { requirePermission } from "#app/platform/require.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { permitPlaces } from "#db/village/schema/services.ts";
import { permitPaper } from "./permit-paper.ts";
import { numberText } from "./permit-rules.ts";
import { getPermit, openApplicant, type PermitRow } from "./permits.server.ts";
import { KIND_WORDS, PERMIT_WORDS, spanText } from "./words.ts";

/** The paper to sign, with who asked in the clear; its address logs each opening. */
export async function makePermitPaper(ctx: OfficeCtx, id: string, profile: ProfileRow) {
  requirePermission(ctx, "permits.write");
  const row = await getPermit(ctx.db, id);
  if (!row.decidedAt || row.state === "refused") throw new ConflictError(PERMIT_WORDS.notPrinted);
  const { nik, address } = await openApplicant(ctx, row);
  const paper = permitPaper({
    letterhead: await loadLetterhead(ctx, profile),
    issuer: ctx.tenant,
    madeAt: ctx.now,
    villageName: profile.name,
    numberText: numberText(row, localDay(ctx, row.createdAt)),
    decidedOn: localDay(ctx, row.decidedAt),
    signer: await presentHolder(ctx, "kepala-desa", profile),
    kind: row.kind,
    applicant: { name: row.applicantName, nik, address },
    purpose: row.purpose,
    place: await placeNameOf(ctx, row),
    span: row,
    deposit: row.deposit,
    note: row.decisionNote,
  });
  return renderPdf(paper, { paper: profile.paper });
}

/** What the applicant takes home: what he asked for and the code that tells him how it goes. No name. */
export async function makeSlip(ctx: OfficeCtx, id: string, profile: ProfileRow) {
  requirePermission(ctx, "permits.write");
  const row = await getPermit(ctx.db, id);
  const code = await findReceipt(ctx, ctx.db, { subject: "permit", subjectId: id });
  if (!code) throw new NotFoundError(PERMIT_WORDS.noReceipt);
  return renderSlip(ctx, profile, {
    code,
    title: "Tanda terima permohonan izin",
    rows: [
      { label: "Permohonan", value: KIND_WORDS[row.kind].name },
      { label: "Nomor", value: `${row.number}/${row.year}` },
      { label: "Untuk waktu", value: spanText(row) },
      { label: "Diajukan", value: formatDateTime(new Date(row.createdAt), ctx.tenant.timeZone) },
      { label: "Biaya", value: "Tidak ada. Jaminan, bila ada, dikembalikan." },
    ],
    note: "Lihat sampai di mana permohonan Anda:",
  });
}

function localDay({ tenant }: OfficeCtx, at: string): string {
  return dayIn(tenant.timeZone, new Date(at));
}

async function placeNameOf({ db }: OfficeCtx, row: PermitRow): Promise<string | null> {
  if (!row.placeId) return row.placeText;
  const [place] = await db.select().from(permitPlaces).where(eq(permitPlaces.id, row.placeId));
  return place?.name ?? null;
}
