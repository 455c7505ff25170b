import { useLoaderData } from "react-router";
import { auditSentence } from "#app/platform/audit-words.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { auditSubjects } from "#app/registry.server.ts";
import { AUDIT_KINDS, AUDIT_WORDS } from "#app/registry.ts";
import { Select } from "#app/ui/choice-fields.tsx";
import { DownloadLinks } from "#app/ui/download-links.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FilterBar } from "#app/ui/filter-bar.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { listAuditLog, readAuditFilter } from "../audit-log.server.ts";

export const loader = officeLoader(async ({ ctx, url }) => {
  const filter = readAuditFilter(url.searchParams);
  const { rows, people, nextId } = await listAuditLog(ctx, filter, auditSubjects);
  return {
    filter,
    people,
    nextId,
    rows: rows.map((row) => ({
      key: row.id,
      at: row.at,
      title: auditSentence(row, AUDIT_WORDS),
      subject: row.subject,
    })),
    zone: ctx.tenant.timeZone,
  };
});

function addressOf(
  filter: { accountId: string | null; kind: string | null },
  beforeId: string | null,
): string {
  const query = new URLSearchParams();
  if (filter.accountId) query.set("orang", filter.accountId);
  if (filter.kind) query.set("jenis", filter.kind);
  if (beforeId) query.set("sebelum", beforeId);
  const text = query.toString();
  return text ? `/kantor/jejak?${text}` : "/kantor/jejak";
}

export default function AuditLog() {
  const { filter, people, nextId, rows, zone } = useLoaderData<typeof loader>();
  const isNarrowed = filter.accountId !== null || filter.kind !== null;
  const kinds = Object.entries(AUDIT_KINDS).map(([value, label]) => ({ value, label }));
  return (
    <>
      <title>Jejak perubahan</title>
      <PageHeader
        title="Jejak perubahan"
        lead="Siapa mengubah apa dan kapan. Catatan ini tidak dapat diubah atau dihapus."
      />
      <FilterBar resetHref={isNarrowed ? "/kantor/jejak" : undefined}>
        <Select
          id="orang"
          name="orang"
          label="Orang"
          plain
          placeholder="Semua orang"
          defaultValue={filter.accountId ?? ""}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          id="jenis"
          name="jenis"
          label="Jenis perubahan"
          plain
          placeholder="Semua jenis"
          defaultValue={filter.kind ?? ""}
          options={kinds}
        />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState icon="clock" title="Belum ada catatan">
          Setiap perubahan di kantor ini tercatat di sini dengan sendirinya.
        </EmptyState>
      ) : (
        <Timeline
          label="Jejak perubahan"
          items={rows.map(({ key, at, title, subject }) => ({
            key,
            title,
            note: subject && (
              <a href={subject.href} className="inline-flex min-h-11 items-center wrap-anywhere">
                {subject.label}
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
      {rows.length > 0 && <DownloadLinks list="jejak" />}
    </>
  );
}
