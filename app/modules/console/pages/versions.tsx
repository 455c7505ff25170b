import { useLoaderData } from "react-router";
import { oversightLoader } from "#app/platform/http/handlers.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatNumber } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { MigrationRuns } from "../components/migration-runs.tsx";
import { Moment } from "../components/moment.tsx";
import { Part } from "../components/part.tsx";
import { Technical } from "../components/technical.tsx";
import { loadVersions } from "../load-versions.server.ts";

export const loader = oversightLoader(({ ctx }) => loadVersions(ctx));

type Facts = Awaited<ReturnType<typeof loadVersions>>;
type Failed = Facts["failed"][number];

export default function Versions() {
  const { present, versions, runs, failed, canaries, code } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Versi skema</title>
      <PageHeader
        title="Versi skema"
        lead={`Kode yang berjalan mengenal versi ${present}. Desa di bawahnya dimigrasi dengan npm run migrate, atau saat pertama kali dibuka.`}
      />
      <div className="flex flex-col gap-8">
        <Part id="versi" title="Desa menurut versi">
          <DataTable<Facts["versions"][number]>
            caption="Desa menurut versi"
            captionHidden
            rows={versions}
            rowKey={(row) => String(row.version)}
            empty={<EmptyState icon="home" title="Belum ada desa" />}
            columns={[
              { key: "version", label: "Versi", rowHeader: true, render: (row) => `Versi ${row.version}` },
              { key: "count", label: "Desa", render: (row) => formatNumber(row.count) },
              {
                key: "state",
                label: "Keadaan",
                render: (row) =>
                  row.version >= present ? (
                    <StatusBadge tone="good">Terbaru</StatusBadge>
                  ) : (
                    <StatusBadge tone="waiting">Menunggu migrasi</StatusBadge>
                  ),
              },
            ]}
          />
        </Part>
        {failed.length > 0 && <VillageLinks id="gagal" title="Migrasi gagal" villages={failed} />}
        <MigrationRuns runs={runs} />
        {canaries.length > 0 && (
          <VillageLinks id="kenari" title="Dimigrasi lebih dahulu (kenari)" villages={canaries} />
        )}
        <Part id="kode" title="Kode yang terlihat berjalan">
          <DataTable<Facts["code"][number]>
            caption="Kode yang terlihat berjalan"
            captionHidden
            rows={code}
            rowKey={(row) => String(row.schemaVersion)}
            empty={
              <EmptyState icon="gear" title="Belum terlihat">
                Setiap penyapuan mencatat versi kode yang menjalankannya.
              </EmptyState>
            }
            columns={[
              {
                key: "version",
                label: "Mengenal versi",
                rowHeader: true,
                render: (row) => `Versi ${row.schemaVersion}`,
              },
              { key: "seen", label: "Terakhir terlihat", render: (row) => <Moment at={row.seenAt} /> },
              {
                key: "state",
                label: "Keadaan",
                render: (row) =>
                  row.isRunning ? (
                    <StatusBadge tone="good">Berjalan</StatusBadge>
                  ) : (
                    <StatusBadge>Berhenti</StatusBadge>
                  ),
              },
            ]}
          />
        </Part>
      </div>
    </>
  );
}

function VillageLinks({ id, title, villages }: { id: string; title: string; villages: readonly Failed[] }) {
  return (
    <Part id={id} title={title}>
      <ul className="flex flex-col gap-2">
        {villages.map((village) => (
          <li key={village.id}>
            <a href={`/operator/desa/${village.id}`} className="inline-flex min-h-11 items-center">
              {village.name} ({village.regionCode}), versi {village.schemaVersion}
            </a>
            {village.migrationError && <Technical>{village.migrationError}</Technical>}
          </li>
        ))}
      </ul>
    </Part>
  );
}
