import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import type { MadeReport } from "../report-made-rules.ts";
import { EMPTY } from "../words.ts";

/** Papers made so far; each can be had again as it was then. */
export function MadeReports({ here, rows }: { here: string; rows: readonly MadeReport[] }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-lg">Laporan yang pernah dibuat</h2>
      <DataTable
        caption="Laporan yang pernah dibuat, terbaru di atas"
        captionHidden
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          {
            key: "name",
            label: "Laporan",
            rowHeader: true,
            render: (row) => (row.again ? <a href={`${here}/laporan/${row.again}`}>{row.name}</a> : row.name),
          },
          { key: "asOf", label: "Keadaan per", render: (row) => row.asOf },
          { key: "madeAt", label: "Dibuat", render: (row) => row.madeAt },
          { key: "by", label: "Oleh", render: (row) => row.by },
        ]}
        empty={<EmptyState title={EMPTY.reports.text}>Laporan yang diunduh tercatat di sini.</EmptyState>}
      />
    </section>
  );
}
