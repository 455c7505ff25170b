import type { ReactNode } from "react";
import { DataTable } from "#app/ui/data-table.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { DateText } from "#app/ui/text.tsx";
import { labelOf } from "../code-lists.ts";
import type { ListedResident } from "../list-residents.server.ts";
import { ageOn, STATUS } from "../person-rules.ts";
import { LIST_WORDS, STATUS_TONES } from "../words.ts";

interface Props {
  rows: readonly ListedResident[];
  today: string;
  caption: string;
  empty?: ReactNode;
}

/** Residents by name; nothing protected stands here. */
export function ResidentTable({ rows, today, caption, empty }: Props) {
  return (
    <DataTable<ListedResident>
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: "name",
          label: "Nama",
          rowHeader: true,
          render: (row) => (
            <a href={`/kantor/penduduk/${row.id}`} className="inline-flex min-h-11 items-center">
              {row.name}
            </a>
          ),
        },
        { key: "sex", label: "L/P", render: (row) => (row.sex === 2 ? "P" : "L") },
        { key: "birth", label: "Lahir", render: (row) => <Birth row={row} today={today} /> },
        { key: "area", label: "Wilayah", render: (row) => row.areaText },
        { key: "role", label: "Dalam keluarga", render: roleOf },
        { key: "marks", label: "Catatan", render: marksOf },
      ]}
    />
  );
}

function roleOf({ status, familyRole }: ListedResident): string | null {
  return status === STATUS.here ? labelOf("familyRole", familyRole) : null;
}

function Birth({ row, today }: { row: ListedResident; today: string }) {
  if (!row.birthDate) return null;
  const age = row.status === STATUS.here ? ageOn(row.birthDate, today) : null;
  return (
    <>
      <DateText date={row.birthDate} short />
      {age !== null && <span className="text-ink-soft"> ({age} th)</span>}
    </>
  );
}

/** Null where there is nothing to mark, so that a phone leaves the line out. */
function marksOf(row: ListedResident) {
  const marks = [
    row.status !== STATUS.here && (
      <StatusBadge key="status" tone={STATUS_TONES[row.status] ?? "neutral"}>
        {labelOf("status", row.status)}
      </StatusBadge>
    ),
    row.kind === "temporary" && (
      <StatusBadge key="kind" tone="waiting">
        {LIST_WORDS.temporary}
      </StatusBadge>
    ),
    row.nikState === "doubtful" && (
      <StatusBadge key="nik" tone="warn">
        {LIST_WORDS.doubtful}
      </StatusBadge>
    ),
    row.nikState === "none" && (
      <StatusBadge key="nik" tone="warn">
        {LIST_WORDS.noNik}
      </StatusBadge>
    ),
  ].filter(Boolean);
  return marks.length > 0 ? <span className="flex flex-wrap gap-1.5">{marks}</span> : null;
}
