import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import type { ListedLetter } from "../load-jobs.server.ts";
import { workTitle } from "../words.ts";
import { Moment } from "./moment.tsx";
import { Technical } from "./technical.tsx";

/** Work that was given up, and what became of it. */
export function Letters({ letters, isSettled }: { letters: readonly ListedLetter[]; isSettled: boolean }) {
  return (
    <DataTable<ListedLetter>
      caption="Pekerjaan yang gagal"
      captionHidden
      rows={letters}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="check-circle" title={isSettled ? "Belum ada yang selesai" : "Tidak ada yang gagal"}>
          Pekerjaan yang gagal lima kali tampil di sini sampai dicoba lagi atau ditandai selesai.
        </EmptyState>
      }
      columns={[
        {
          key: "kind",
          label: "Pekerjaan",
          rowHeader: true,
          render: (row) => (
            <a
              href={`/operator/pekerjaan/${encodeURIComponent(row.id)}`}
              className="inline-flex min-h-11 items-center"
            >
              {workTitle(row.kind)}
            </a>
          ),
        },
        { key: "at", label: "Sejak", render: (row) => <Moment at={row.receivedAt} /> },
        {
          key: "reason",
          label: "Sebab",
          render: (row) => <Technical>{row.reason.slice(0, 160)}</Technical>,
        },
        { key: "state", label: "Keadaan", render: (row) => <LetterState letter={row} /> },
      ]}
    />
  );
}

/** Is it open, done anew, or settled? */
export function LetterState({ letter }: { letter: Pick<ListedLetter, "settledAt" | "outcome"> }) {
  if (letter.settledAt === null) return <StatusBadge tone="bad">Gagal</StatusBadge>;
  if (letter.outcome === "retried") return <StatusBadge tone="neutral">Dicoba lagi</StatusBadge>;
  return <StatusBadge tone="good">Selesai</StatusBadge>;
}
