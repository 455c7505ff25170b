import { useLoaderData } from "react-router";
import { oversightLoader } from "#app/platform/http/handlers.ts";
import { Select } from "#app/ui/choice-fields.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { Moment } from "../components/moment.tsx";
import { Room } from "../components/room.tsx";
import { VillageBadges } from "../components/village-badges.tsx";
import { type ListedVillage, listVillages, type VillageFilter } from "../list-villages.server.ts";
import { choicesOf, filterOf, isNarrowed, queryOf } from "../village-filter.ts";

export const loader = oversightLoader(async ({ ctx, url }) => {
  const filter = filterOf(url.searchParams);
  const page = await listVillages(ctx, filter, url.searchParams.get("sesudah"));
  return { ...page, filter, homes: ctx.homes.all.map((home) => home.name) };
});

export default function Villages() {
  const { villages, next, filter, homes } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Desa</title>
      <PageHeader title="Desa" lead="Semua desa di Balai, menurut kode wilayahnya." />
      <Filter filter={filter} homes={homes} />
      <DataTable<ListedVillage>
        caption="Desa"
        captionHidden
        rows={villages}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="home" title={isNarrowed(filter) ? "Tidak ada desa yang cocok" : "Belum ada desa"}>
            {isNarrowed(filter)
              ? "Ubah atau kosongkan saringannya."
              : "Desa yang mendaftar akan tampil di sini."}
          </EmptyState>
        }
        columns={COLUMNS}
      />
      <Pagination nextHref={next ? `/operator/desa?${queryOf(filter, next)}` : undefined} />
    </>
  );
}

function Filter({ filter, homes }: { filter: VillageFilter; homes: string[] }) {
  return (
    <FilterBar resetHref={isNarrowed(filter) ? "/operator/desa" : undefined}>
      <TextField
        id="cari"
        name="cari"
        type="search"
        label="Nama, kode, atau alamat"
        plain
        maxLength={80}
        defaultValue={filter.search}
      />
      {choicesOf(filter, homes).map((choice) => (
        <Select key={choice.name} id={choice.name} plain {...choice} />
      ))}
    </FilterBar>
  );
}

const COLUMNS = [
  {
    key: "name",
    label: "Desa",
    rowHeader: true,
    render: (row: ListedVillage) => (
      <>
        <a href={`/operator/desa/${row.id}`} className="inline-flex min-h-11 items-center">
          {row.name}
        </a>
        <span className="block text-sm font-normal text-ink-soft">
          {row.regionCode}, {row.slug}
        </span>
      </>
    ),
  },
  { key: "state", label: "Keadaan", render: (row: ListedVillage) => <VillageBadges village={row} /> },
  {
    key: "home",
    label: "Rumah data",
    render: (row: ListedVillage) => `${row.home}, skema ${row.schemaVersion}`,
  },
  { key: "room", label: "Ruang berkas", render: (row: ListedVillage) => <Room {...row} /> },
  {
    key: "backup",
    label: "Cadangan terakhir",
    render: (row: ListedVillage) => <Moment at={row.lastBackupAt} never="belum ada" />,
  },
  {
    key: "active",
    label: "Terakhir dipakai",
    render: (row: ListedVillage) => <Moment at={row.lastActiveAt} never="belum diukur" />,
  },
];
