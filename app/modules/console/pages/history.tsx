import { useLoaderData } from "react-router";
import { oversightLoader } from "#app/platform/http/handlers.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { History } from "../components/history.tsx";
import { listHistory } from "../list-history.server.ts";

const HERE = "/operator/riwayat";

export const loader = oversightLoader(({ ctx, url }) => listHistory(ctx, url.searchParams.get("sebelum")));

type Row = Awaited<ReturnType<typeof listHistory>>["rows"][number];

export default function OversightHistory() {
  const { rows, next } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Riwayat</title>
      <PageHeader
        title="Riwayat"
        lead="Yang dilakukan operator, petugas kabupaten, dan Balai sendiri atas desa dan akun. Catatan ini tidak dapat diubah atau dihapus."
      />
      {rows.length === 0 ? (
        <EmptyState icon="clock" title="Belum ada riwayat">
          Setiap tindakan tercatat di sini dengan sendirinya.
        </EmptyState>
      ) : (
        <History<Row>
          rows={rows}
          noteOf={({ village, regencyCode }) =>
            village ? (
              <a href={`/operator/desa/${village.id}`} className="inline-flex min-h-11 items-center">
                Desa {village.name}
              </a>
            ) : (
              regencyCode && `Kabupaten atau kota ${regencyCode}`
            )
          }
        />
      )}
      <Pagination nextHref={next ? `${HERE}?sebelum=${encodeURIComponent(next)}` : undefined} />
    </>
  );
}
