import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatNumber } from "#app/ui/format.ts";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import type { loadVersions } from "../load-versions.server.ts";
import { Moment } from "./moment.tsx";
import { Part } from "./part.tsx";

type MigrationRun = Awaited<ReturnType<typeof loadVersions>>["runs"][number];

/** How the last runs of the migration of all villages went. */
export function MigrationRuns({ runs }: { runs: readonly MigrationRun[] }) {
  return (
    <Part id="migrasi" title="Migrasi terakhir">
      <DataTable<MigrationRun>
        caption="Migrasi terakhir"
        captionHidden
        rows={runs}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="clock" title="Belum pernah dijalankan">
            Setelah memperbarui Balai, jalankan npm run migrate.
          </EmptyState>
        }
        columns={[
          { key: "at", label: "Dimulai", rowHeader: true, render: (row) => <Moment at={row.startedAt} /> },
          { key: "target", label: "Tujuan", render: (row) => `Versi ${row.targetVersion}` },
          { key: "done", label: "Berhasil", render: (row) => formatNumber(row.migrated) },
          { key: "failed", label: "Gagal", render: (row) => formatNumber(row.failed) },
          { key: "end", label: "Akhir", render: (row) => <RunEnd run={row} /> },
        ]}
      />
    </Part>
  );
}

function RunEnd({ run }: { run: MigrationRun }) {
  if (run.stoppedBecause) return <StatusBadge tone="bad">{run.stoppedBecause}</StatusBadge>;
  if (run.finishedAt === null) return <StatusBadge tone="waiting">Belum selesai atau terputus</StatusBadge>;
  return <Moment at={run.finishedAt} />;
}
