import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { PermitStateBadge } from "../components/permit-badges.tsx";
import { PermitTabs } from "../components/permit-tabs.tsx";
import { listPermits } from "../list-permits.server.ts";
import { KIND_WORDS, readTab, spanText, TABS } from "../words.ts";

const BASE = "/kantor/izin";

export const loader = officeLoader(async ({ ctx, url }) => {
  const tab = readTab(url.searchParams.get("keadaan"));
  const before = url.searchParams.get("sebelum");
  return {
    ...(await listPermits(ctx, tab, before)),
    tab,
    before,
    mayWrite: ctx.actor.permissions.has("permits.write"),
  };
});

const EMPTY: Record<string, string> = {
  putusan: "Permohonan dicatat di loket; yang menunggu keputusan Kepala Desa tampil di sini.",
  berjalan:
    "Izin yang berlaku, jaminan yang dititipkan, dan rekomendasi yang menunggu jawaban tampil di sini.",
  selesai: "Yang sudah selesai, ditolak, atau dibatalkan tampil di sini.",
};

export default function Permits() {
  const { rows, next, counts, tab, before, mayWrite } = useLoaderData<typeof loader>();
  const query = tab === "putusan" ? "?" : `?keadaan=${tab}&`;
  return (
    <>
      <title>Izin dan rekomendasi</title>
      <PageHeader
        title="Izin dan rekomendasi"
        lead="Pemakaian balai, lapangan, jalan, dan tanah desa; penelitian; rekomendasi ke Polsek dan Camat."
        actions={
          mayWrite && (
            <ButtonLink href={`${BASE}/baru`} variant="primary" icon="plus">
              Catat permohonan
            </ButtonLink>
          )
        }
      />
      <PermitTabs current={tab} counts={counts} />
      {rows.length === 0 ? (
        <EmptyState icon="calendar" title="Tidak ada permohonan di sini">
          {EMPTY[tab]}
        </EmptyState>
      ) : (
        <TaskList
          label={TABS[tab]?.label}
          items={rows.map((row) => ({
            key: row.id,
            href: `${BASE}/${row.id}`,
            title: `${KIND_WORDS[row.kind].name}: ${row.purpose}`,
            meta: [row.applicantName, row.placeName, spanText(row)].filter(Boolean).join(", "),
            badge: <PermitStateBadge state={row.state} />,
          }))}
        />
      )}
      <Pagination
        previousHref={before ? `${BASE}${query}` : undefined}
        nextHref={next ? `${BASE}${query}sebelum=${next}` : undefined}
      />
      {rows.length > 0 && <DownloadLinks list="izin" />}
    </>
  );
}
