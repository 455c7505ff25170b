import { useLoaderData } from "react-router";
import { oversightLoader } from "#app/platform/http/handlers.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { type ListedAlert, listAlerts } from "../alerts.server.ts";
import { Moment } from "../components/moment.tsx";
import { SeverityBadge } from "../components/severity-badge.tsx";

const HERE = "/operator/peringatan";

export const loader = oversightLoader(async ({ ctx, url }) => {
  const isSettled = url.searchParams.get("keadaan") === "selesai";
  return { ...(await listAlerts(ctx, isSettled, url.searchParams.get("sesudah"))), isSettled };
});

export default function Alerts() {
  const { alerts, next, isSettled } = useLoaderData<typeof loader>();
  const state = isSettled ? "keadaan=selesai&" : "";
  return (
    <>
      <title>Peringatan</title>
      <PageHeader
        title="Peringatan"
        lead="Gangguan yang perlu dilihat. Yang pulih dengan sendirinya selesai dengan sendirinya."
      />
      <Tabs
        label="Keadaan"
        items={[
          { href: HERE, label: "Terbuka", current: !isSettled },
          { href: `${HERE}?keadaan=selesai`, label: "Selesai", current: isSettled },
        ]}
      />
      <DataTable<ListedAlert>
        caption="Peringatan"
        captionHidden
        rows={alerts}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            icon="check-circle"
            title={isSettled ? "Belum ada yang selesai" : "Tidak ada peringatan"}
          >
            Cadangan yang gagal, rumah data yang tidak menjawab, dan gangguan lain tampil di sini.
          </EmptyState>
        }
        columns={[
          {
            key: "sentence",
            label: "Peringatan",
            rowHeader: true,
            render: (row) => (
              <a href={`${HERE}/${row.id}`} className="inline-flex min-h-11 items-center break-words">
                {row.sentence}
              </a>
            ),
          },
          { key: "severity", label: "Berat", render: (row) => <SeverityBadge alert={row} /> },
          { key: "first", label: "Sejak", render: (row) => <Moment at={row.firstAt} /> },
          { key: "last", label: "Terakhir", render: (row) => <Moment at={row.lastAt} /> },
          { key: "times", label: "Berapa kali", render: (row) => row.times },
        ]}
      />
      <Pagination nextHref={next ? `${HERE}?${state}sesudah=${encodeURIComponent(next)}` : undefined} />
    </>
  );
}
