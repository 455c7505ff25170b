import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { findReceipt, receiptAddress } from "#app/modules/receipts/issue-receipt.server.ts";
import { loadLetterhead } from "#app/modules/village/emblem.server.ts";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
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
  const profile = requireProfile(profiles[0]);
  const code = await findReceipt(ctx, ctx.db, { subject: "letter", subjectId: id });
  if (!code) throw new NotFoundError(LETTER_WORDS.noReceipt);
  const zone = ctx.tenant.timeZone;
  const moment = (at: string | null) => (at ? formatDateTime(new Date(at), zone) : "-");
  return renderPdf(
    {
      title: "Tanda terima permintaan surat",
      author: `${profile.villageTerm} ${profile.name}`,
      createdAt: ctx.now,
      issuer: ctx.tenant,
      blocks: [
        await loadLetterhead(ctx, profile),
        { type: "title", text: "TANDA TERIMA PERMINTAAN SURAT" },
        {
          type: "facts",
          rows: [
            { label: "Surat yang diminta", value: letter.title },
            { label: "Diminta", value: moment(letter.askedAt) },
            { label: "Dijanjikan selesai", value: moment(letter.promisedAt) },
            { label: "Biaya", value: FREE_OF_CHARGE },
            { label: "Kode", value: [{ text: code, isBold: true }] },
          ],
        },
        {
          type: "signatures",
          signatures: [{ above: ["Petugas,"], name: ctx.actor.name }],
          check: { link: receiptAddress(ctx, code), note: "Lihat sampai di mana permintaan Anda:" },
        },
      ],
    },
    { paper: profile.paper },
  );
}
