import { data, useActionData, useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatNumber } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { FirstResidents } from "../components/first-residents.tsx";
import { MendLinks } from "../components/mend-links.tsx";
import { RegisterTabs } from "../components/register-tabs.tsx";
import { ResidentFilterBar } from "../components/resident-filter.tsx";
import { ResidentSearch } from "../components/resident-search.tsx";
import { ResidentTable } from "../components/resident-table.tsx";
import { SearchInput } from "../input.ts";
import { findByNumber, listResidents } from "../list-residents.server.ts";
import { COUNTED_AT_MOST, isNarrowed, isNumberSearch, listQuery, readListAddress } from "../list-rules.ts";
import { LIST_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, url, frame }) => {
  const { filter, place } = readListAddress(url.searchParams);
  const { permissions } = ctx.actor;
  return {
    ...(await listResidents(ctx, filter, place)),
    filter,
    today: dayIn(ctx.tenant.timeZone, ctx.now),
    hamletTerm: frame?.profile?.hamletTerm ?? "Dusun",
    mayWrite: permissions.has("population.write"),
    mayImport: permissions.has("population.import"),
  };
});

/** A name leads to the list's address. A number is answered here and now, so that it stands in no address. */
export const action = officeAction(async ({ ctx, form }) => {
  const { cari } = SearchInput.parse({ cari: form.get("cari") });
  if (!isNumberSearch(cari))
    return seeOther(`/kantor/penduduk${listQuery({ ...readNothing(), name: cari || null })}`);
  const found = await findByNumber(ctx, cari);
  const [only] = found;
  if (only && found.length === 1) return seeOther(`/kantor/penduduk/${only.id}`);
  return data({ found });
});

function readNothing() {
  return readListAddress(new URLSearchParams()).filter;
}

export default function Residents() {
  const { hasAny, mayWrite, mayImport, filter, areas, hamletTerm } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Penduduk</title>
      <PageHeader
        title="Penduduk"
        lead={LIST_WORDS.lead}
        actions={
          hasAny &&
          mayWrite && (
            <ButtonLink href="/kantor/penduduk/baru" variant="primary" icon="plus">
              Tambah penduduk
            </ButtonLink>
          )
        }
      />
      {hasAny ? (
        <>
          <RegisterTabs current="people" mayImport={mayImport} />
          <ResidentSearch name={filter.name} />
          <ResidentFilterBar filter={filter} areas={areas} hamletTerm={hamletTerm} />
          <MendLinks />
          <Found />
        </>
      ) : (
        <FirstResidents mayWrite={mayWrite} mayImport={mayImport} hasAreas={areas.length > 0} />
      )}
    </>
  );
}

/** What a number found, or else the list. */
function Found() {
  const { rows, previous, next, count, filter, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "found" in answer)
    return (
      <section aria-label={LIST_WORDS.foundLabel}>
        <ResidentTable
          rows={answer.found}
          today={today}
          caption={LIST_WORDS.foundLabel}
          empty={<Notice tone="warning">{LIST_WORDS.numberUnknown}</Notice>}
        />
        <p className="mt-6">
          <a href="/kantor/penduduk">{LIST_WORDS.backToList}</a>
        </p>
      </section>
    );
  const here = (query: string) => `/kantor/penduduk${query}`;
  return (
    <>
      <ResidentTable
        rows={rows}
        today={today}
        caption="Daftar penduduk"
        empty={
          <EmptyState icon="search" title={LIST_WORDS.noneTitle}>
            {LIST_WORDS.none}
          </EmptyState>
        }
      />
      <Pagination
        summary={rows.length > 0 ? summary(rows.length, count, isNarrowed(filter)) : undefined}
        previousHref={previous ? here(listQuery(filter, { before: previous })) : undefined}
        nextHref={next ? here(listQuery(filter, { after: next })) : undefined}
      />
      {rows.length > 0 && <DownloadLinks list="penduduk" />}
    </>
  );
}

function summary(shown: number, count: number, narrowed: boolean): string {
  const isMore = narrowed && count > COUNTED_AT_MOST;
  return LIST_WORDS.summary(
    shown,
    isMore ? `lebih dari ${formatNumber(COUNTED_AT_MOST)}` : formatNumber(count),
  );
}
