import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { receiptAmong, selectReceipts } from "#app/modules/receipts/issue-receipt.server.ts";
import { renderSlip } from "#app/modules/receipts/receipt-slip.server.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { formatDate } from "#app/ui/format.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { numberText } from "./requests.server.ts";
import { REQUEST_WORDS, WAY_NAMES } from "./words.ts";

/** The slip that whoever asks for information takes home: until when he is answered, and the code that shows the answer. No name. */
export async function requestSlip(
  ctx: OfficeCtx,
  id: string,
  profile: ProfileRow,
): Promise<Uint8Array<ArrayBuffer>> {
  requirePermission(ctx, "information.handle");
  const receipted = { subject: "information", subjectId: id } as const;
  const [[row], codes] = await ctx.db.batch([
    ctx.db.select().from(informationRequests).where(eq(informationRequests.id, id)),
    selectReceipts(ctx.db, receipted),
  ]);
  if (!row) throw new NotFoundError(REQUEST_WORDS.gone);
  const code = await receiptAmong(ctx, codes, receipted);
  if (!code) throw new NotFoundError(REQUEST_WORDS.noReceipt);
  return renderSlip(ctx, profile, {
    code,
    title: "Tanda terima permohonan informasi",
    lines: [`Nomor ${numberText(row)}`],
    rows: [
      { label: "Diterima", value: formatDate(row.receivedOn) },
      { label: "Dijawab paling lambat", value: formatDate(row.dueOn) },
      { label: "Cara menerima", value: WAY_NAMES[row.way] },
    ],
    note: "Baca jawabannya:",
  });
}
