import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { accessSentence } from "#app/platform/privacy/access-words.ts";
import { auditSubjects } from "#app/registry.server.ts";
import { ACCESS_WORDS } from "#app/registry.ts";
import { Select } from "#app/ui/choice-fields.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import { DateField, Hidden } from "#app/ui/text-fields.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { BACK } from "../components/back.ts";
import { type AccessFilter, listAccess, readAccessFilter } from "../list-access.server.ts";

const KIND_NAMES = {
  reveal: "Data terlindung dilihat",
  open: "Catatan dibuka",
  export: "Ekspor",
  unusual: "Di luar kebiasaan",
} as const;

export const loader = officeLoader(async ({ ctx, url }) => {
  const filter = readAccessFilter(url.searchParams);
  const { rows, people, aboutName, nextId } = await listAccess(ctx, filter, auditSubjects);
  return {
    filter,
    people,
    aboutName,
    nextId,
    rows: rows.map((row) => ({
      key: row.id,
      at: row.at,
      isUnusual: row.kind === "unusual",
      title: accessSentence(row, ACCESS_WORDS),
      about: row.about,
    })),
    zone: ctx.tenant.timeZone,
  };
});

const ADDRESS = "/kantor/data-pribadi/akses";

function addressOf(filter: AccessFilter, beforeId: string | null): string {
  const parts = {
    orang: filter.accountId,
    tentang: filter.subjectId,
    jenis: filter.kind,
    dari: filter.from,
    sampai: filter.to,
    sebelum: beforeId,
  };
  const given = Object.entries(parts).filter((part): part is [string, string] => part[1] !== null);
  const query = new URLSearchParams(given).toString();
  return query ? `${ADDRESS}?${query}` : ADDRESS;
}

function Filters({
  filter,
  people,
}: Pick<ReturnType<typeof useLoaderData<typeof loader>>, "filter" | "people">) {
  const { accountId, subjectId, kind, from, to } = filter;
  const isNarrowed = [accountId, subjectId, kind, from, to].some((part) => part !== null);
  return (
    <FilterBar resetHref={isNarrowed ? ADDRESS : undefined}>
      {subjectId && <Hidden name="tentang" value={subjectId} />}
      <Select
        id="orang"
        name="orang"
        label="Siapa yang melihat"
        plain
        placeholder="Semua orang"
        defaultValue={accountId ?? ""}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        id="jenis"
        name="jenis"
        label="Jenis"
        plain
        placeholder="Semua jenis"
        defaultValue={kind ?? ""}
        options={Object.entries(KIND_NAMES).map(([value, label]) => ({ value, label }))}
      />
      <DateField id="dari" name="dari" label="Dari tanggal" plain defaultValue={from ?? ""} />
      <DateField id="sampai" name="sampai" label="Sampai tanggal" plain defaultValue={to ?? ""} />
    </FilterBar>
  );
}

export default function AccessLog() {
  const { filter, people, aboutName, nextId, rows, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Log akses</title>
      <PageHeader
        title="Log akses"
        back={BACK}
        lead="Siapa melihat atau mengambil data pribadi. Catatan ini tidak dapat diubah atau dihapus."
      />
      {filter.subjectId && <p className="mb-4">Tentang {aboutName ?? "orang yang dipilih"} saja.</p>}
      <Filters filter={filter} people={people} />
      {rows.length === 0 ? (
        <EmptyState icon="search" title="Tidak ada catatan">
          Setiap kali data terlindung dilihat atau diekspor, tercatat di sini dengan sendirinya.
        </EmptyState>
      ) : (
        <Timeline
          label="Log akses"
          items={rows.map(({ key, at, title, about, isUnusual }) => ({
            key,
            title,
            ...(isUnusual && { icon: "warning" as const, tone: "warn" as const }),
            note: about && (
              <a
                href={`${ADDRESS}?tentang=${about.id}`}
                className="inline-flex min-h-11 items-center wrap-anywhere"
              >
                {about.label}
              </a>
            ),
            at: <DateTimeText at={new Date(at)} zone={zone} />,
          }))}
        />
      )}
      <Pagination
        previousHref={filter.beforeId ? addressOf(filter, null) : undefined}
        nextHref={nextId ? addressOf(filter, nextId) : undefined}
      />
      {rows.length > 0 && <DownloadLinks list="log-akses" />}
    </>
  );
}
