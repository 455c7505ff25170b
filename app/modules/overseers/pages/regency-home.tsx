import { useLoaderData } from "react-router";
import { oversightLoader } from "#app/platform/http/handlers.ts";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { loadRegencyHome } from "../load-homes.server.ts";

export const loader = oversightLoader(async ({ ctx }) => ({
  ...(await loadRegencyHome(ctx)),
  regencyName: ctx.overseer.regencyName ?? "kabupaten ini",
  mayRecover: ctx.overseer.permissions.has("villages.recover"),
}));

type Village = Awaited<ReturnType<typeof loadRegencyHome>>["villages"][number];

function VillageState({ village }: { village: Village }) {
  if (village.state === "suspended") return <StatusBadge tone="bad">Ditangguhkan</StatusBadge>;
  if (village.state === "provisioning") return <StatusBadge>Sedang disiapkan</StatusBadge>;
  return village.trust === "verified" ? (
    <StatusBadge tone="good">Terverifikasi</StatusBadge>
  ) : (
    <StatusBadge tone="waiting">Belum terverifikasi</StatusBadge>
  );
}

const RECOVERY = {
  key: "recovery",
  label: "Tindakan",
  labelHidden: true,
  render: ({ id, name, state }: Village) =>
    state === "provisioning" ? null : (
      <a href={`/kabupaten/desa/${id}/pemulihan`} className="inline-flex min-h-11 items-center">
        Pulihkan akun Kepala Desa<span className="sr-only"> {name}</span>
      </a>
    ),
};

export default function RegencyHome() {
  const { villages, regencyName, mayRecover } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Ringkasan</title>
      <PageHeader title="Ringkasan" lead={`Desa di ${regencyName} yang sudah memakai Balai.`} />
      <DataTable<Village>
        caption="Desa"
        captionHidden
        rows={villages}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="home" title="Belum ada desa">
            Desa yang mendaftar di Balai akan tampil di sini.
          </EmptyState>
        }
        columns={[
          { key: "name", label: "Desa", rowHeader: true, render: (row) => row.name },
          { key: "code", label: "Kode", render: (row) => row.regionCode },
          { key: "state", label: "Keadaan", render: (row) => <VillageState village={row} /> },
          ...(mayRecover ? [RECOVERY] : []),
        ]}
      />
    </>
  );
}
