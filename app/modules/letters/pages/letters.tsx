import { useLoaderData } from "react-router";
import { PersonFinder } from "#app/modules/population/components/person-finder.tsx";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { NumberField, TextField } from "#app/ui/text-fields.tsx";
import { LetterBadge } from "../components/state-badge.tsx";
import { readArchiveFilter } from "../list-letters.server.ts";
import { loadLetters } from "../load-letters.server.ts";

export const loader = officeLoader(async ({ ctx, url }) => {
  const filter = readArchiveFilter(url.searchParams);
  const page = await loadLetters(ctx, filter);
  const { permissions } = ctx.actor;
  const query = new URLSearchParams(
    Object.entries({ cari: filter.text, jenis: filter.kind, tahun: filter.year?.toString() }).flatMap(
      ([key, each]) => (each ? [[key, each]] : []),
    ),
  );
  if (page.archive.next) query.set("sesudah", page.archive.next);
  return {
    ...page,
    filter,
    nextHref: page.archive.next ? `/kantor/surat?${query}#arsip` : undefined,
    canServe: permissions.has("letters.serve"),
    canSet: permissions.has("letters.settings"),
    maySetStandard: permissions.has("standard.write") && !permissions.has("letters.settings"),
    waiting: page.open.filter(({ state, signatureKind }) => state === "waiting" && signatureKind === "wet")
      .length,
    zone: ctx.tenant.timeZone,
  };
});

export default function Letters() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <title>Surat</title>
      <PageHeader
        title="Surat"
        actions={
          <>
            <ButtonLink href="/kantor/surat/map">{`Map tanda tangan (${page.waiting})`}</ButtonLink>
            <ButtonLink href="/kantor/surat/nomor">Nomor cadangan</ButtonLink>
            {page.maySetStandard && (
              <ButtonLink href="/kantor/standar-pelayanan">Standar pelayanan</ButtonLink>
            )}
            {page.canSet && (
              <>
                <ButtonLink href="/kantor/surat/jenis">Jenis surat</ButtonLink>
                <ButtonLink variant="quiet" icon="gear" href="/kantor/surat/pengaturan">
                  Pengaturan
                </ButtonLink>
              </>
            )}
          </>
        }
      />
      <div className="flex flex-col gap-8">
        {page.canServe && <PersonFinder action="/kantor/surat/baru" label="Surat untuk siapa?" />}
        <section className="flex flex-col gap-3">
          <h2 className="text-lg">Sedang dikerjakan</h2>
          {page.open.length === 0 ? (
            <EmptyState title="Tidak ada surat yang menunggu">
              Surat yang diminta di loket tampil di sini sampai diserahkan kepada pemohon.
            </EmptyState>
          ) : (
            <Lines lines={page.open} zone={page.zone} label="Surat yang sedang dikerjakan" />
          )}
        </section>
        <section id="arsip" className="flex flex-col gap-4">
          <h2 className="text-lg">Arsip</h2>
          <ArchiveFilter page={page} />
          {page.archive.rows.length === 0 ? (
            <p className="text-ink-soft">Tidak ada surat yang cocok.</p>
          ) : (
            <Lines lines={page.archive.rows} zone={page.zone} label="Arsip surat" />
          )}
          <Pagination nextHref={page.nextHref} />
          {page.archive.rows.length > 0 && <DownloadLinks list="surat" />}
        </section>
      </div>
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;
type Line = Page["archive"]["rows"][number] & { isLate?: boolean; isMine?: boolean };

function Lines({ lines, zone, label }: { lines: readonly Line[]; zone: Page["zone"]; label: string }) {
  return (
    <TaskList
      label={label}
      items={lines.map((line) => ({
        key: line.id,
        href: `/kantor/surat/${line.id}`,
        title: `${line.title}: ${line.personName}`,
        meta: [
          line.isMine && "Menunggu Anda",
          line.numberText,
          line.isMine === undefined
            ? `Diminta ${formatDateTime(new Date(line.askedAt), zone)}`
            : line.promisedAt && `Dijanjikan ${formatDateTime(new Date(line.promisedAt), zone)}`,
        ]
          .filter(Boolean)
          .join(" · "),
        badge: <LetterBadge state={line.state} isLate={line.isLate} />,
      }))}
    />
  );
}

function ArchiveFilter({ page: { filter, kinds } }: { page: Page }) {
  return (
    <form method="get" action="/kantor/surat#arsip" className="flex flex-wrap items-end gap-3">
      <TextField id="cari" name="cari" label="Nama atau nomor" defaultValue={filter.text ?? ""} />
      <Select
        id="jenis"
        name="jenis"
        label="Jenis surat"
        placeholder="Semua jenis"
        defaultValue={filter.kind ?? ""}
        options={kinds.map(({ key, title }) => ({ value: key, label: title }))}
      />
      <NumberField id="tahun" name="tahun" label="Tahun" defaultValue={filter.year?.toString() ?? ""} />
      <Button variant="secondary" icon="search">
        Cari
      </Button>
    </form>
  );
}
