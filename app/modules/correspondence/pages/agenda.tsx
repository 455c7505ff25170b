import { useLoaderData } from "react-router";
import { isDay } from "#app/platform/clock.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { requirePermission } from "#app/platform/require.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { AGENDA_PARTS, isWholeYear, periodQuery, readPeriod } from "../book-rules.ts";
import { AgendaTable } from "../components/agenda-table.tsx";
import { BookTabs } from "../components/book-tabs.tsx";
import { BookDownloads, PeriodFilter } from "../components/period-filter.tsx";
import { periodText } from "../export-book.server.ts";
import { todayOf } from "../incoming.server.ts";
import { readAgenda } from "../read-agenda.server.ts";
import { BOOK_WORDS } from "../words.ts";

const BOOK = "/kantor/buku/agenda";
const PAGE_LINES = 100;

export const loader = officeLoader(async ({ ctx, url }) => {
  requirePermission(ctx, "mail.read");
  const thisYear = Number(todayOf(ctx).slice(0, 4));
  const period = readPeriod(url.searchParams, thisYear, isDay);
  const part = AGENDA_PARTS.find((each) => each === url.searchParams.get("bagian")) ?? "bersama";
  const lines = await readAgenda(ctx, part, period);
  const pages = Math.max(1, Math.ceil(lines.length / PAGE_LINES));
  const asked = Number(url.searchParams.get("halaman") ?? pages);
  const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : pages;
  const start = (page - 1) * PAGE_LINES;
  return {
    period,
    periodName: periodText(period),
    isNarrowed: part !== "bersama" || period.year !== thisYear || !isWholeYear(period),
    part,
    page,
    pages,
    total: lines.filter(({ kind }) => kind === "letter").length,
    lines: lines.slice(start, start + PAGE_LINES),
  };
});

export default function Agenda() {
  const { period, periodName, isNarrowed, part, page, pages, total, lines } = useLoaderData<typeof loader>();
  const query = periodQuery(period);
  const hrefOf = (number: number) => `${BOOK}?${query}&bagian=${part}&halaman=${number}`;
  const title = `${BOOK_WORDS.agenda[part]} ${periodName}`;
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} actions={<BookDownloads stem={`agenda-${part}`} query={String(query)} />} />
      <BookTabs current={BOOK} />
      <PeriodFilter period={period} part={part} resetHref={isNarrowed ? BOOK : undefined} />
      {lines.length === 0 ? (
        <EmptyState icon="list" title={BOOK_WORDS.empty}>
          Surat masuk yang dicatat dan surat keluar yang diberi nomor masuk sendiri ke buku ini.
        </EmptyState>
      ) : (
        <AgendaTable lines={lines} title={title} />
      )}
      <Pagination
        previousHref={page < pages ? hrefOf(page + 1) : undefined}
        nextHref={page > 1 ? hrefOf(page - 1) : undefined}
        summary={
          total > 0 ? `${total.toLocaleString("id-ID")} surat, halaman ${page} dari ${pages}` : undefined
        }
      />
    </>
  );
}
