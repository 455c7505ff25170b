import { useLoaderData } from "react-router";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { importFieldOf } from "../import-fields.ts";
import { listRows } from "../list-rows.server.ts";
import { ROW_FILTERS, type RowFilter } from "../state-rules.ts";
import { FILTER_NAMES, PAGE_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, url }) => {
  const id = params.id ?? "";
  const asked = url.searchParams.get("hasil") ?? "";
  const filter = ROW_FILTERS.find((each) => each === asked) ?? "refused";
  const after = Number.parseInt(url.searchParams.get("setelah") ?? "0", 10);
  return { ...(await listRows(ctx, id, filter, Number.isSafeInteger(after) ? after : 0)), filter };
});

export default function Rows() {
  const { id, fileName, rows, next, filter, counts, mayMend } = useLoaderData<typeof loader>();
  const here = `/kantor/penduduk/impor/${id}`;
  const href = (which: RowFilter) => `${here}/baris?hasil=${which}`;
  return (
    <>
      <title>{`Baris ${fileName}`}</title>
      <PageHeader
        title="Baris berkas"
        lead={PAGE_WORDS.rowsLead[filter]}
        back={{ href: here, label: fileName }}
        actions={
          filter === "refused" &&
          mayMend &&
          rows.length > 0 && (
            <ButtonLink href={`${here}/perbaikan.xlsx`} icon="download">
              Unduh lembar perbaikan
            </ButtonLink>
          )
        }
      />
      <Tabs
        label="Hasil"
        items={ROW_FILTERS.map((which) => ({
          href: href(which),
          label: FILTER_NAMES[which],
          current: which === filter,
          count: counts[which],
        }))}
      />
      <DataTable
        caption={FILTER_NAMES[filter]}
        captionHidden
        rows={rows}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: "line", label: "Baris", render: (row) => row.line },
          {
            key: "name",
            label: "Nama di berkas",
            rowHeader: true,
            render: (row) =>
              row.residentId && filter !== "refused" ? (
                <a href={`/kantor/penduduk/${row.residentId}`}>{row.name ?? PAGE_WORDS.nameless}</a>
              ) : (
                (row.name ?? PAGE_WORDS.nameless)
              ),
          },
          { key: "reasons", label: "Keterangan", render: (row) => <Reasons reasons={row.reasons} /> },
        ]}
        empty={<EmptyState title="Tidak ada baris">{PAGE_WORDS.noRows}</EmptyState>}
      />
      <Pagination nextHref={next === null ? undefined : `${href(filter)}&setelah=${next}`} />
    </>
  );
}

function Reasons({
  reasons,
}: {
  reasons: readonly { field: string; sentence: string; isWarning: boolean }[];
}) {
  if (reasons.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1">
      {reasons.map(({ field, sentence, isWarning }) => (
        <li key={`${field}${sentence}`}>
          {field !== "" && <strong>{`${importFieldOf(field).label}: `}</strong>}
          {isWarning ? sentence : <span className="text-danger">{sentence}</span>}
        </li>
      ))}
    </ul>
  );
}
