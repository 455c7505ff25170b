import type { OfficeCtx } from "#app/context.ts";
import { loadLetterhead } from "#app/modules/village/emblem.server.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { receiptAddress } from "./issue-receipt.server.ts";

interface Slip {
  /** As it is printed: `5QK2M-9XWPD`. */
  code: string;
  title: string;
  /** What stands under the title. */
  lines?: string[];
  /** What was asked for, and until when; no name. */
  rows: { label: string; value: string }[];
  /** What the address behind the QR is for. */
  note: string;
}

/** The slip that whoever asked at the counter takes home, with the code that tells him how it goes. */
export async function renderSlip(
  ctx: OfficeCtx,
  profile: ProfileRow,
  { code, title, lines, rows, note }: Slip,
) {
  return renderPdf(
    {
      title,
      author: `${profile.villageTerm} ${profile.name}`,
      createdAt: ctx.now,
      issuer: ctx.tenant,
      blocks: [
        await loadLetterhead(ctx, profile),
        { type: "title", text: title.toUpperCase(), ...(lines && { lines }) },
        { type: "facts", rows: [...rows, { label: "Kode", value: [{ text: code, isBold: true }] }] },
        {
          type: "signatures",
          signatures: [{ above: ["Petugas,"], name: ctx.actor.name }],
          check: { link: receiptAddress(ctx, code), note },
        },
      ],
    },
    { paper: profile.paper },
  );
}
