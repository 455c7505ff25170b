import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { loadLetterhead } from "#app/modules/village/emblem.server.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { dispositionSheet } from "./disposition-sheet.ts";
import { todayOf } from "./incoming.server.ts";
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
    head: await presentHead(ctx, profile),
  });
  const bytes = await renderPdf(document, { paper: profile.paper });
  return { bytes, fileName: `lembar-disposisi-${letter.agendaNumber}-${letter.year}.pdf` };
}

/** Who signs as head today; of several (a Plh. beside the head who is away) the one who began last. */
async function presentHead(ctx: OfficeCtx, profile: ProfileRow) {
  const today = todayOf(ctx);
  const holders = await ctx.db
    .select({ name: accounts.name, status: positionTerms.status })
    .from(positionTerms)
    .innerJoin(accounts, eq(accounts.id, positionTerms.accountId))
    .where(
      and(
        eq(positionTerms.position, "kepala-desa"),
        lte(positionTerms.startsOn, today),
        or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, today)),
      ),
    )
    .orderBy(asc(positionTerms.startsOn));
  const holder = holders.at(-1);
  const title = positionTitle("kepala-desa", holder?.status, profile);
  return { title: `${title} ${profile.name}`, name: holder?.name ?? "................................" };
}
