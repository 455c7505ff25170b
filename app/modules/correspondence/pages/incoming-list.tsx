import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { NumberField, TextField } from "#app/ui/text-fields.tsx";
import { BookTabs } from "../components/book-tabs.tsx";
import { IncomingStateBadge, NatureBadge } from "../components/incoming-badges.tsx";
import { type IncomingListRow, listIncoming } from "../list-incoming.server.ts";
import { isNarrowed, type ListFilter, listHref, readListFilter } from "../list-rules.ts";

const LIST = "/kantor/buku/masuk";

export const loader = officeLoader(async ({ ctx, url }) => {
  const filter = readListFilter(url.searchParams);
  const { rows, next } = await listIncoming(ctx, filter);
  return { filter, rows, next, mayWrite: ctx.actor.permissions.has("mail.write") };
});

function Filter({ filter }: { filter: ListFilter }) {
  return (
    <FilterBar resetHref={isNarrowed(filter) ? LIST : undefined}>
      <TextField
        id="cari"
        name="cari"
        type="search"
        label="Pengirim, perihal, atau nomor"
        defaultValue={filter.words}
        plain
      />
      <Select
        id="hanya"
        name="hanya"
        label="Keadaan"
        placeholder="Semua"
        defaultValue={filter.only === "open" ? "belum" : filter.only === "late" ? "terlambat" : ""}
        options={[
          { value: "belum", label: "Belum selesai" },
          { value: "terlambat", label: "Terlambat" },
        ]}
        plain
      />
      <NumberField id="tahun" name="tahun" label="Tahun" defaultValue={filter.year ?? ""} plain />
    </FilterBar>
  );
}

function itemOf(row: IncomingListRow) {
  const { all, done } = row.dispositions;
  const parts = [
    row.sender,
    row.number && `nomor ${row.number}`,
    `diterima ${formatDate(row.receivedOn)}`,
    row.state !== "void" && row.state !== "closed" && row.answerDueOn
      ? `dijawab paling lambat ${formatDate(row.answerDueOn)}`
      : null,
    all > 0 && row.state !== "closed" ? `${done} dari ${all} disposisi selesai` : null,
  ];
  return {
    key: row.id,
    href: `${LIST}/${row.id}`,
    title: `${row.agendaNumber}/${row.year}: ${row.subject}`,
    meta: parts.filter(Boolean).join(" · "),
    badge: (
      <span className="flex flex-wrap gap-2">
        <NatureBadge nature={row.nature} />
        <IncomingStateBadge state={row.state} />
      </span>
    ),
  };
}

export default function IncomingList() {
  const { filter, rows, next, mayWrite } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Surat masuk</title>
      <PageHeader
        title="Surat masuk"
        actions={
          mayWrite && (
            <ButtonLink href={`${LIST}/baru`} variant="primary" icon="plus">
              Catat surat masuk
            </ButtonLink>
          )
        }
      />
      <BookTabs current={LIST} />
      <Filter filter={filter} />
      {rows.length === 0 ? (
        <EmptyState
          icon="file"
          title={isNarrowed(filter) ? "Tidak ada surat yang cocok" : "Belum ada surat masuk"}
        >
          {isNarrowed(filter)
            ? "Periksa ejaannya, atau hapus saringannya."
            : "Surat yang datang dicatat di sini, diberi nomor agenda, lalu diteruskan dengan disposisi."}
        </EmptyState>
      ) : (
        <TaskList label="Surat masuk" items={rows.map(itemOf)} />
      )}
      <Pagination
        previousHref={filter.after ? listHref(LIST, filter) : undefined}
        nextHref={next ? listHref(LIST, filter, next) : undefined}
      />
      {rows.length > 0 && <DownloadLinks list="surat-masuk" />}
    </>
  );
}
