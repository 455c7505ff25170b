import { useLoaderData } from "react-router";
import { oversightLoader } from "#app/platform/http/handlers.ts";
import { StatGrid, StatTile } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDateShort, formatFileSize, formatNumber } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Moment } from "../components/moment.tsx";
import { Room } from "../components/room.tsx";
import { loadStorage, type StoredVillage } from "../load-storage.server.ts";
import { NEARLY_FULL_PERCENT } from "../rules.ts";

export const loader = oversightLoader(({ ctx, url }) => loadStorage(ctx, url.searchParams.get("sesudah")));

export default function Storage() {
  const { total, backups, villages, next } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Penyimpanan</title>
      <PageHeader
        title="Penyimpanan"
        lead="Ruang yang dipakai berkas dan cadangan. Setiap desa mengukur berkasnya sekali semalam."
      />
      <div className="flex flex-col gap-8">
        <StatGrid>
          <StatTile
            label="Berkas desa"
            value={formatFileSize(total.fileBytes)}
            hint={`${formatNumber(total.measured)} dari ${formatNumber(total.villages)} desa terukur`}
          />
          <StatTile
            label="Cadangan"
            value={formatFileSize(backups.bytes)}
            hint={`${formatNumber(backups.count)} cadangan`}
          />
          <StatTile
            label="Desa hampir penuh"
            value={formatNumber(total.nearlyFull)}
            hint={`Terpakai ${NEARLY_FULL_PERCENT}% atau lebih`}
          />
          <StatTile
            label="Ukuran tertua"
            value={total.oldest ? formatDateShort(total.oldest.slice(0, 10)) : "–"}
          />
        </StatGrid>
        <DataTable<StoredVillage>
          caption="Desa dengan berkas terbanyak"
          rows={villages}
          rowKey={(row) => row.id}
          empty={
            <EmptyState icon="file" title="Belum ada yang terukur">
              Ukuran pertama tercatat pada malam setelah desa mulai dipakai.
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              label: "Desa",
              rowHeader: true,
              render: (row) => (
                <a href={`/operator/desa/${row.id}`} className="inline-flex min-h-11 items-center">
                  {row.name} ({row.regionCode})
                </a>
              ),
            },
            { key: "room", label: "Ruang berkas", render: (row) => <Room {...row} /> },
            { key: "at", label: "Diukur", render: (row) => <Moment at={row.measuredAt} /> },
          ]}
        />
        <Pagination
          nextHref={next ? `/operator/penyimpanan?sesudah=${encodeURIComponent(next)}` : undefined}
        />
      </div>
    </>
  );
}
