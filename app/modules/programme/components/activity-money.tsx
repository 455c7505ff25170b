import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import type { ActivityView } from "../activity-view.server.ts";
import { formatRupiah } from "../format-rules.ts";
import { EMPTY, PROGRESS_WORDS } from "../words.ts";

export type SpendingView = ActivityView["spending"][number];

/** Entries of spending, newest first; corrections stand with a minus. */
export function SpendingTable({ entries }: { entries: readonly SpendingView[] }) {
  return (
    <DataTable
      caption="Belanja"
      captionHidden
      rows={entries}
      rowKey={(row) => row.id}
      columns={[
        { key: "note", label: "Keterangan", rowHeader: true, render: (row) => row.note },
        { key: "day", label: "Tanggal", render: (row) => formatDate(row.spentOn) },
        { key: "amount", label: "Jumlah", align: "end", render: (row) => formatRupiah(row.amount) },
        { key: "author", label: "Dicatat oleh", render: (row) => row.author },
      ]}
      empty={
        <EmptyState icon="coins" title="Belum ada belanja">
          {EMPTY.spending.text}
        </EmptyState>
      }
    />
  );
}

export function ActivityMoney({ view }: { view: ActivityView }) {
  const { budget, spending } = view.row;
  return (
    <div className="flex flex-col gap-4">
      {spending > budget && (
        <Notice tone="warning">{PROGRESS_WORDS.overspent(formatRupiah(spending - budget))}</Notice>
      )}
      <SpendingTable entries={view.spending} />
      {view.may.spend && (
        <p>
          <ButtonLink icon="coins" href={`/kantor/program-kerja/kegiatan/${view.id}/belanja`}>
            {EMPTY.spending.action}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
