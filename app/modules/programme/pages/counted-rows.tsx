import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { StatGrid, StatTile } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { formatQuantity } from "../format-rules.ts";
import { loadCountedRows } from "../load-counted-rows.server.ts";
import { idParam } from "../params.ts";
import { quarterName } from "../running-words.ts";

export const loader = officeLoader(({ ctx, params }) => loadCountedRows(ctx, idParam(params)));

export default function CountedRows() {
  const page = useLoaderData<typeof loader>();
  const { indicator, activity } = page;
  return (
    <>
      <title>{`Rincian: ${indicator.name}`}</title>
      <PageHeader
        title={indicator.name}
        lead={page.explanation}
        back={{ href: `/kantor/program-kerja/kegiatan/${activity.id}`, label: activity.name }}
      />
      <div className="flex flex-col gap-8">
        <StatGrid>
          {page.values.map(({ quarter, value }) => (
            <StatTile
              key={quarter}
              label={quarterName(quarter, page.year)}
              value={`${formatQuantity(value)} ${indicator.unit}`}
            />
          ))}
        </StatGrid>
        <DataTable
          caption={`Catatan yang dihitung sampai ${formatDate(page.asOf)}`}
          rows={page.rows}
          rowKey={(row) => `${row.quarter}-${row.href}-${row.title}`}
          columns={[
            {
              key: "title",
              label: "Catatan",
              rowHeader: true,
              render: (row) => (row.href ? <a href={row.href}>{row.title}</a> : row.title),
            },
            { key: "quarter", label: "Triwulan", render: (row) => quarterName(row.quarter) },
            { key: "day", label: "Tanggal", render: (row) => formatDate(row.day) },
            { key: "note", label: "Keterangan", render: (row) => row.note },
          ]}
          empty={
            <EmptyState title="Belum ada catatan yang dihitung">
              Catatan muncul di sini begitu pekerjaannya tercatat di Balai.
            </EmptyState>
          }
        />
      </div>
    </>
  );
}
