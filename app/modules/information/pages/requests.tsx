import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { NumberField } from "#app/ui/text-fields.tsx";
import { InformationTabs } from "../components/information-tabs.tsx";
import { RegisterLinks } from "../components/register-links.tsx";
import { RequestBadge } from "../components/request-badge.tsx";
import { listRequests, readRequestFilter } from "../list-requests.server.ts";
import { halfYearBefore, halfYearOf } from "../request-rules.ts";
import { todayOf } from "../requests.server.ts";
import { REQUEST_WORDS } from "../words.ts";

const BASE = "/kantor/informasi";

export const loader = officeLoader(async ({ ctx, url }) => {
  const filter = readRequestFilter(url.searchParams);
  const present = halfYearOf(todayOf(ctx));
  return {
    filter,
    ...(await listRequests(ctx, filter)),
    year: filter.year ?? present.year,
    halves: [present, halfYearBefore(present)],
  };
});

export default function Requests() {
  const { filter, rows, next, year, halves } = useLoaderData<typeof loader>();
  const isNarrowed = filter.year !== null || filter.only !== null;
  const params = new URLSearchParams();
  if (filter.year) params.set("tahun", String(filter.year));
  if (filter.only) params.set("hanya", filter.only === "open" ? "belum" : "terlambat");
  const hrefWith = (after: string) => {
    const more = new URLSearchParams(params);
    more.set("setelah", after);
    return `${BASE}?${more}`;
  };
  return (
    <>
      <title>Informasi publik</title>
      <PageHeader
        title="Informasi publik"
        actions={
          <ButtonLink href={`${BASE}/permohonan/baru`} variant="primary" icon="plus">
            Catat permohonan
          </ButtonLink>
        }
      />
      <InformationTabs current={BASE} />
      <FilterBar resetHref={isNarrowed ? BASE : undefined}>
        <Select
          id="hanya"
          name="hanya"
          label="Keadaan"
          placeholder="Semua"
          defaultValue={filter.only === "open" ? "belum" : filter.only === "late" ? "terlambat" : ""}
          options={[
            { value: "belum", label: "Belum dijawab" },
            { value: "terlambat", label: "Terlambat" },
          ]}
          plain
        />
        <NumberField id="tahun" name="tahun" label="Tahun" defaultValue={filter.year ?? ""} plain />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState icon="info" title={isNarrowed ? "Tidak ada permohonan yang cocok" : REQUEST_WORDS.none}>
          Permohonan dari halaman desa dan dari loket tercatat di sini, dengan batas 10 hari kerja.
        </EmptyState>
      ) : (
        <TaskList
          label="Permohonan informasi"
          items={rows.map((row) => ({
            key: row.id,
            href: `${BASE}/permohonan/${row.id}`,
            title: `${row.numberText}: ${row.information.slice(0, 120)}`,
            meta: `Diterima ${formatDate(row.receivedOn)}, dijawab paling lambat ${formatDate(row.dueOn)}`,
            badge: <RequestBadge state={row.state} isLate={row.isLate} />,
          }))}
        />
      )}
      <Pagination
        previousHref={filter.after ? (params.size > 0 ? `${BASE}?${params}` : BASE) : undefined}
        nextHref={next ? hrefWith(next) : undefined}
      />
      <RegisterLinks year={year} halves={halves} />
    </>
  );
}
