import { useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { DateText } from "#app/ui/text.tsx";
import { labelOf } from "../code-lists.ts";
import { PeriodFields } from "../components/period-fields.tsx";
import { LOGGED_KINDS, readEventAddress } from "../event-log-rules.ts";
import type { EventKind } from "../event-rules.ts";
import { EVENT_FORM_WORDS, EVENT_NAMES, eventPlace, periodText } from "../event-words.ts";
import { type LoggedEvent, listEvents } from "../list-events.server.ts";

const ADDRESS = "/kantor/penduduk/mutasi";

export const loader = officeLoader(async ({ ctx, url }) => {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const { period, kind, afterId, isNarrowed } = readEventAddress(url.searchParams, today);
  return {
    period,
    kind,
    isNarrowed,
    isFirst: afterId === null,
    mayWrite: ctx.actor.permissions.has("population.write"),
    ...(await listEvents(ctx, { ...period, kind, afterId })),
  };
});

function addressOf(period: { from: string; to: string }, kind: EventKind | null, afterId: string | null) {
  const query = new URLSearchParams({ dari: period.from.slice(0, 7), sampai: period.to.slice(0, 7) });
  if (kind) query.set("jenis", kind);
  if (afterId) query.set("setelah", afterId);
  return `${ADDRESS}?${query}`;
}

export default function EventLog() {
  const { rows, nextId, period, kind, isNarrowed, isFirst, mayWrite } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Mutasi penduduk</title>
      <PageHeader
        title="Mutasi penduduk"
        lead={`Apa yang terjadi pada ${periodText(period)}.`}
        back={{ href: "/kantor/penduduk", label: "Penduduk" }}
        actions={
          <>
            <ButtonLink href="/kantor/penduduk/rekapitulasi">Rekapitulasi</ButtonLink>
            {mayWrite && (
              <ButtonLink href="/kantor/penduduk/datang" icon="plus">
                Pindah datang
              </ButtonLink>
            )}
          </>
        }
      />
      <FilterBar resetHref={isNarrowed ? ADDRESS : undefined}>
        <PeriodFields {...period} />
        <Select
          id="jenis"
          name="jenis"
          label="Jenis peristiwa"
          plain
          placeholder="Semua jenis"
          defaultValue={kind ?? ""}
          options={LOGGED_KINDS.map((each) => ({ value: each, label: EVENT_NAMES[each] }))}
        />
      </FilterBar>
      <EventTable rows={rows} />
      <Pagination
        previousHref={isFirst ? undefined : addressOf(period, kind, null)}
        nextHref={nextId ? addressOf(period, kind, nextId) : undefined}
      />
      {rows.length > 0 && <DownloadLinks list="mutasi" />}
    </>
  );
}

function EventTable({ rows }: { rows: readonly LoggedEvent[] }) {
  return (
    <DataTable<LoggedEvent>
      caption="Mutasi penduduk"
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState icon="people" title={EVENT_FORM_WORDS.noEvents}>
          {EVENT_FORM_WORDS.noEventsMore}
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          label: "Nama",
          rowHeader: true,
          render: (row) => <a href={`/kantor/penduduk/${row.residentId}`}>{row.name}</a>,
        },
        { key: "kind", label: "Peristiwa", render: (row) => EVENT_NAMES[row.kind] },
        { key: "day", label: "Tanggal", render: (row) => <DateText date={row.happenedOn} short /> },
        { key: "sex", label: "L/P", render: (row) => (row.sex === 2 ? "P" : "L") },
        {
          key: "birth",
          label: "Lahir",
          render: (row) => row.birthDate && <DateText date={row.birthDate} short />,
        },
        { key: "nation", label: "Warga", render: (row) => labelOf("citizenship", row.citizenship) },
        { key: "hamlet", label: "Dusun", render: (row) => row.hamlet },
        { key: "place", label: "Dari/ke", render: (row) => eventPlace(row) },
        { key: "note", label: "Keterangan", render: (row) => row.note },
      ]}
    />
  );
}
