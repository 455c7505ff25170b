import { useLoaderData } from "react-router";
import { LetterBadge } from "#app/modules/letters/components/state-badge.tsx";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { TextField } from "#app/ui/text-fields.tsx";
import { BookTabs } from "../components/book-tabs.tsx";
import { listOfficial } from "../list-official.server.ts";

const LIST = "/kantor/buku/keluar";

export const loader = officeLoader(async ({ ctx, url }) => {
  const words = (url.searchParams.get("cari") ?? "").trim().slice(0, 100);
  const before = url.searchParams.get("sebelum")?.slice(0, 40) || null;
  const mayWrite = ctx.actor.permissions.has("mail.write");
  return { ...(await listOfficial(ctx, words, before)), words, before, mayWrite };
});

type Row = Awaited<ReturnType<typeof listOfficial>>["rows"][number];

function itemOf(row: Row) {
  const parts = [
    row.personName,
    row.numberText && `nomor ${row.numberText}`,
    row.letterDate && formatDate(row.letterDate),
    row.answersNumber && `jawaban surat masuk ${row.answersNumber}`,
  ];
  return {
    key: row.id,
    href: `/kantor/surat/${row.id}`,
    title: row.title,
    meta: parts.filter(Boolean).join(" · "),
    badge: <LetterBadge state={row.state} />,
  };
}

export default function OfficialList() {
  const { rows, next, words, before, mayWrite } = useLoaderData<typeof loader>();
  const query = words ? `cari=${encodeURIComponent(words)}&` : "";
  return (
    <>
      <title>Surat keluar</title>
      <PageHeader
        title="Surat keluar"
        actions={
          mayWrite && (
            <ButtonLink href={`${LIST}/baru`} variant="primary" icon="plus">
              Tulis surat
            </ButtonLink>
          )
        }
      />
      <BookTabs current={LIST} />
      <FilterBar resetHref={words ? LIST : undefined}>
        <TextField
          id="cari"
          name="cari"
          type="search"
          label="Tujuan, perihal, atau nomor"
          defaultValue={words}
          plain
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState icon="send" title={words ? "Tidak ada surat yang cocok" : "Belum ada surat keluar"}>
          {words
            ? "Periksa ejaannya, atau hapus saringannya."
            : "Undangan, pemberitahuan, permohonan, dan surat tugas kantor desa ditulis di sini."}
        </EmptyState>
      ) : (
        <TaskList label="Surat keluar" items={rows.map(itemOf)} />
      )}
      <Pagination
        previousHref={before ? `${LIST}?${query}` : undefined}
        nextHref={next ? `${LIST}?${query}sebelum=${next}` : undefined}
      />
      {rows.length > 0 && <DownloadLinks list="surat-keluar" />}
    </>
  );
}
