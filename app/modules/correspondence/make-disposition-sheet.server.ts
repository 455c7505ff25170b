import type { OfficeCtx } from "#app/context.ts";
import { loadLetterhead } from "#app/modules/village/emblem.server.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { dispositionSheet } from "./disposition-sheet.ts";
import { presentHolder } from "./holders.server.ts";
import { loadIncoming } from "./load-incoming.server.ts";

/** The printable disposition sheet of a letter, on the village's paper. */
export async function makeDispositionSheet(ctx: OfficeCtx, id: string, profile: ProfileRow) {
  const { letter, dispositions } = await loadIncoming(ctx, id);
  const document = dispositionSheet({
    letterhead: await loadLetterhead(ctx, profile),
    issuer: ctx.tenant,
    madeAt: ctx.now,
    letter,
    dispositions: dispositions.map((row) => ({
      ...row,
      to: row.toTitles ? `${row.to}\n${row.toTitles}` : row.to,
      givenOn: dayIn(ctx.tenant.timeZone, new Date(row.createdAt)),
    })),
    head: await presentHolder(ctx, "kepala-desa", profile),
  });
  const bytes = await renderPdf(document, { paper: profile.paper });
  return { bytes, fileName: `lembar-disposisi-${letter.agendaNumber}-${letter.year}.pdf` };
}
