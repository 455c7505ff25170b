import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatNumber } from "#app/ui/format.ts";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import type { ImportView } from "../load-import.server.ts";
import type { ImportState } from "../state-rules.ts";
import { START_WORDS, STATE_NAMES } from "../words.ts";

const TONES: Record<ImportState, StatusTone> = {
  reading: "waiting",
  mapping: "warn",
  checking: "waiting",
  checked: "warn",
  applying: "waiting",
  applied: "good",
  undoing: "waiting",
  undone: "neutral",
  failed: "bad",
  dropped: "neutral",
};

/** Where an import stands. */
export function StateBadge({ state }: { state: ImportState }) {
  return <StatusBadge tone={TONES[state]}>{STATE_NAMES[state]}</StatusBadge>;
}

/** The latest imports. */
export function ImportTable({ imports }: { imports: readonly (ImportView & { sentAt: string })[] }) {
  return (
    <DataTable
      caption="Impor terakhir"
      rows={imports}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "file",
          label: "Berkas",
          rowHeader: true,
          render: (row) => <a href={`/kantor/penduduk/impor/${row.id}`}>{row.fileName}</a>,
        },
        { key: "at", label: "Dikirim", render: (row) => row.sentAt },
        { key: "rows", label: "Baris", align: "end", render: (row) => formatNumber(row.rowCount) },
        { key: "state", label: "Keadaan", render: (row) => <StateBadge state={row.state} /> },
      ]}
      empty={<EmptyState title="Belum ada impor">{START_WORDS.none}</EmptyState>}
    />
  );
}
