import { useLoaderData } from "react-router";
import { isDay } from "#app/platform/clock.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { submitForm } from "#app/platform/http/submit-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { isWholeYear, periodQuery, readPeriod } from "../book-rules.ts";
import { BookTabs } from "../components/book-tabs.tsx";
import { ExpeditionTable } from "../components/expedition-table.tsx";
import { BookDownloads, PeriodFilter } from "../components/period-filter.tsx";
import { WaitingLetters } from "../components/waiting-letters.tsx";
import { sendLetter } from "../enter-expedition.server.ts";
import { SendLetterInput } from "../expedition-input.ts";
import { periodText } from "../export-book.server.ts";
import { todayOf } from "../incoming.server.ts";
import { listExpeditions } from "../list-expeditions.server.ts";
import { BOOK_WORDS, EXPEDITION_WORDS } from "../words.ts";

const BOOK = "/kantor/buku/ekspedisi";

export const loader = officeLoader(async ({ ctx, url }) => {
  const thisYear = Number(todayOf(ctx).slice(0, 4));
  const period = readPeriod(url.searchParams, thisYear, isDay);
  const before = Number(url.searchParams.get("sebelum")) || null;
  return {
    ...(await listExpeditions(ctx, period, before)),
    period,
    periodName: periodText(period),
    before,
    isNarrowed: period.year !== thisYear || !isWholeYear(period),
    mayWrite: ctx.actor.permissions.has("mail.write"),
  };
});

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, SendLetterInput, async ({ surat }) => {
    const { id, number } = await sendLetter(ctx, surat);
    return redirectWithFlash(ctx.config, `${BOOK}/${id}`, EXPEDITION_WORDS.entered(number));
  }),
);

export default function Expeditions() {
  const { rows, waiting, next, period, periodName, before, isNarrowed, mayWrite } =
    useLoaderData<typeof loader>();
  const query = periodQuery(period);
  const title = `${BOOK_WORDS.expedition} ${periodName}`;
  return (
    <>
      <title>{title}</title>
      <PageHeader
        title={title}
        actions={
          <>
            {mayWrite && (
              <ButtonLink href={`${BOOK}/baru`} variant="primary" icon="plus">
                Catat pengiriman
              </ButtonLink>
            )}
            <BookDownloads stem="ekspedisi" query={String(query)} />
          </>
        }
      />
      <BookTabs current={BOOK} />
      {mayWrite && waiting.length > 0 && <WaitingLetters letters={waiting} />}
      <PeriodFilter period={period} resetHref={isNarrowed ? BOOK : undefined} />
      {rows.length === 0 ? (
        <EmptyState icon="send" title="Belum ada pengiriman pada masa ini">
          Surat yang diantar, diposkan, atau dikirim dicatat di sini bersama siapa yang menerimanya.
        </EmptyState>
      ) : (
        <ExpeditionTable rows={rows} title={title} />
      )}
      <Pagination
        previousHref={before ? `${BOOK}?${query}` : undefined}
        nextHref={next ? `${BOOK}?${query}&sebelum=${next}` : undefined}
      />
    </>
  );
}
