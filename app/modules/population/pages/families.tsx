import { data, useActionData, useLoaderData } from "react-router";
import { seeOther } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { DateText } from "#app/ui/text.tsx";
import { areaOptions } from "../components/area-options.ts";
import { RegisterTabs } from "../components/register-tabs.tsx";
import { ResidentSearch } from "../components/resident-search.tsx";
import { familyQuery, readFamilyAddress, stateValue } from "../family-list-rules.ts";
import { SearchInput } from "../input.ts";
import { findFamilies, type ListedFamily, listFamilies } from "../list-families.server.ts";
import { areaValue, isNumberSearch, listQuery, readListAddress } from "../list-rules.ts";
import { HEAD_ROLE } from "../person-rules.ts";
import { FAMILY_WORDS } from "../words.ts";

const HERE = "/kantor/penduduk/keluarga";

export const loader = officeLoader(async ({ ctx, url, frame }) => {
  const { filter, place } = readFamilyAddress(url.searchParams);
  return {
    ...(await listFamilies(ctx, filter, place)),
    filter,
    hamletTerm: frame?.profile?.hamletTerm ?? "Dusun",
    mayWrite: ctx.actor.permissions.has("population.write"),
    mayImport: ctx.actor.permissions.has("population.import"),
  };
});

/** A number leads to its card and stands in no address; a name to the residents of that name. */
export const action = officeAction(async ({ ctx, form }) => {
  const { cari } = SearchInput.parse({ cari: form.get("cari") });
  if (isNumberSearch(cari)) {
    const [id] = await findFamilies(ctx, cari);
    return id ? seeOther(`${HERE}/${id}`) : data({ isUnknown: true });
  }
  const { filter } = readListAddress(new URLSearchParams());
  return seeOther(cari ? `/kantor/penduduk${listQuery({ ...filter, name: cari })}` : HERE);
});

export default function Families() {
  const { rows, previous, next, filter, areas, hamletTerm, mayWrite, mayImport } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <title>Kartu keluarga</title>
      <PageHeader
        title="Kartu keluarga"
        lead={FAMILY_WORDS.lead}
        actions={
          mayWrite && (
            <ButtonLink href={`${HERE}/baru`} variant="primary" icon="plus">
              Kartu keluarga baru
            </ButtonLink>
          )
        }
      />
      <RegisterTabs current="families" mayImport={mayImport} />
      <ResidentSearch name={null} label={FAMILY_WORDS.searchLabel} />
      {answer && (
        <div className="mb-6">
          <Notice tone="warning">{FAMILY_WORDS.numberUnknown}</Notice>
        </div>
      )}
      <FilterBar action={HERE} resetHref={familyQuery(filter) ? HERE : undefined}>
        <Select
          id="wilayah"
          name="wilayah"
          label="Wilayah"
          plain
          width="short"
          placeholder="Seluruh desa"
          defaultValue={areaValue(filter.area) ?? ""}
          options={areaOptions(areas, hamletTerm, (area) => areaValue(area) ?? "")}
        />
        <Select
          id="keadaan"
          name="keadaan"
          label="Keadaan"
          plain
          width="short"
          placeholder="Semua"
          defaultValue={stateValue(filter.state) ?? ""}
          options={FAMILY_WORDS.states}
        />
      </FilterBar>
      <FamilyTable rows={rows} />
      <Pagination
        previousHref={previous ? HERE + familyQuery(filter, { before: previous }) : undefined}
        nextHref={next ? HERE + familyQuery(filter, { after: next }) : undefined}
      />
      {rows.length > 0 && <DownloadLinks list="keluarga" />}
    </>
  );
}

function FamilyTable({ rows }: { rows: readonly ListedFamily[] }) {
  return (
    <DataTable<ListedFamily>
      caption="Daftar kartu keluarga"
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="people" title={FAMILY_WORDS.noneTitle}>
          {FAMILY_WORDS.none}
        </EmptyState>
      }
      columns={[
        {
          key: "head",
          label: "Kepala keluarga",
          rowHeader: true,
          render: (row) => (
            <a href={`${HERE}/${row.id}`} className="inline-flex min-h-11 items-center">
              {row.role === HEAD_ROLE ? row.headName : FAMILY_WORDS.headless(row.headName)}
            </a>
          ),
        },
        { key: "area", label: "Wilayah", render: (row) => row.areaText },
        { key: "members", label: "Anggota", align: "end", render: (row) => row.members },
        { key: "verified", label: "Dicocokkan", render: (row) => <Verified row={row} /> },
      ]}
    />
  );
}

function Verified({ row }: { row: ListedFamily }) {
  if (!row.hasNumber) return <StatusBadge tone="warn">{FAMILY_WORDS.noNumber}</StatusBadge>;
  return row.verifiedOn ? <DateText date={row.verifiedOn} short /> : FAMILY_WORDS.notVerified;
}
