import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { findReceipt } from "#app/modules/receipts/issue-receipt.server.ts";
import { renderSlip } from "#app/modules/receipts/receipt-slip.server.ts";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { letters } from "#db/village/schema/letters.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { FREE_OF_CHARGE, LETTER_WORDS } from "./chain-words.ts";
import { onlyLetter } from "./queries.server.ts";

/** The slip that whoever asked takes home: what he asked for, until when, and the code that tells him how it goes. No name. */
export async function receiptSlip(ctx: OfficeCtx, id: string): Promise<Uint8Array<ArrayBuffer>> {
  requirePermission(ctx, "letters.serve");
  const [found, profiles] = await ctx.db.batch([
    ctx.db.select().from(letters).where(eq(letters.id, id)),
    ctx.db.select().from(villageProfile),
  ]);
  const letter = onlyLetter(found);
  const code = await findReceipt(ctx, ctx.db, { subject: "letter", subjectId: id });
  if (!code) throw new NotFoundError(LETTER_WORDS.noReceipt);
  const zone = ctx.tenant.timeZone;
  const moment = (at: string | null) => (at ? formatDateTime(new Date(at), zone) : "-");
  return renderSlip(ctx, requireProfile(profiles[0]), {
    code,
    title: "Tanda terima permintaan surat",
    rows: [
      { label: "Surat yang diminta", value: letter.title },
      { label: "Diminta", value: moment(letter.askedAt) },
      { label: "Dijanjikan selesai", value: moment(letter.promisedAt) },
      { label: "Biaya", value: FREE_OF_CHARGE },
    ],
    note: "Lihat sampai di mana permintaan Anda:",
  });
}
