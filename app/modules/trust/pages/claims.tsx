import { useLoaderData } from "react-router";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { oversightLoader } from "#app/platform/http/handlers.ts";
import { oversightBase } from "#app/platform/overseer.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { ClaimBadge } from "../components/claim-badge.tsx";
import { listClaims, type QueuedClaim } from "../list-claims.server.ts";

const DAY_MILLIS = 86_400_000;

export const loader = oversightLoader(async ({ ctx, url }) => {
  const isDecided = url.searchParams.get("keadaan") === "selesai";
  const page = await listClaims(ctx, { isDecided, after: url.searchParams.get("sesudah") });
  const base = `${oversightBase(ctx.overseer.kind)}/verifikasi`;
  const now = ctx.now.getTime();
  const claims = page.claims.map((claim) => ({
    ...claim,
    days: Math.floor((now - Date.parse(claim.askedAt)) / DAY_MILLIS),
  }));
  return { ...page, claims, isDecided, base, isKabupaten: ctx.overseer.kind === "kabupaten" };
});

type Row = QueuedClaim & { days: number };

const KINDS = { verification: "Surat pengantar", contest: "Sanggahan" } as const;

export default function Claims() {
  const { claims, next, waitingForList, isDecided, base, isKabupaten } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Verifikasi desa</title>
      <PageHeader title="Verifikasi desa" lead="Surat pengantar dan sanggahan, yang paling lama di atas." />
      <div className="flex flex-col gap-6">
        <Tabs
          label="Keadaan"
          items={[
            { href: base, label: "Menunggu", current: !isDecided },
            { href: `${base}?keadaan=selesai`, label: "Sudah diputuskan", current: isDecided },
          ]}
        />
        {waitingForList > 0 && !isDecided && (
          <Notice
            actions={
              isKabupaten && (
                <ButtonLink href="/kabupaten/daftar-perangkat">Unggah daftar perangkat</ButtonLink>
              )
            }
          >
            {waitingForList} desa menunggu dicocokkan dengan daftar perangkat dari kabupaten.
          </Notice>
        )}
        <DataTable<Row>
          caption="Permintaan"
          captionHidden
          rows={claims}
          rowKey={(row) => row.id}
          empty={
            <EmptyState
              icon="check-circle"
              title={isDecided ? "Belum ada putusan" : "Tidak ada yang menunggu"}
            >
              Surat pengantar dari desa dan sanggahan atas pendaftaran desa akan tampil di sini.
            </EmptyState>
          }
          columns={columnsOf(base)}
        />
        <Pagination nextHref={next ? nextHref(base, isDecided, next) : undefined} />
      </div>
    </>
  );
}

function nextHref(base: string, isDecided: boolean, next: string): string {
  const query = new URLSearchParams({ ...(isDecided ? { keadaan: "selesai" } : {}), sesudah: next });
  return `${base}?${query}`;
}

function columnsOf(base: string) {
  return [
    {
      key: "village",
      label: "Desa",
      rowHeader: true,
      render: (row: Row) => (
        <a href={`${base}/${row.id}`} className="inline-flex min-h-11 items-center">
          {row.villageName ?? row.regionCode}
        </a>
      ),
    },
    {
      key: "kind",
      label: "Jenis",
      render: (row: Row) => (row.hasObjection ? "Keberatan desa" : KINDS[row.kind]),
    },
    { key: "who", label: "Dari", render: (row: Row) => `${row.name}, ${positionTitle(row.position)}` },
    { key: "age", label: "Umur", render: (row: Row) => (row.days === 0 ? "hari ini" : `${row.days} hari`) },
    {
      key: "state",
      label: "Keadaan",
      render: (row: Row) =>
        row.hasObjection ? (
          <StatusBadge tone="waiting">Keberatan menunggu</StatusBadge>
        ) : (
          <ClaimBadge state={row.state} />
        ),
    },
  ];
}
