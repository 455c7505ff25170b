import { Disclosure } from "#app/ui/card.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { formatRupiah, NO_VALUE } from "../format-rules.ts";
import { type CheckedRow, needsChoice } from "../import-rules.ts";
import { IMPORT_WORDS, ROW_STATE_NAMES } from "../import-words.ts";

export interface SheetRowsProps {
  /** Rows whose code the programme knows. */
  rows: readonly CheckedRow[];
  unknown: readonly CheckedRow[];
  ignoredCount: number;
  canChoose: boolean;
  sent: Record<string, unknown> | null | undefined;
  errors: Record<string, readonly string[]>;
}

/** What each row of the sheet would do, and why some do nothing. */
export function SheetRows({ rows, unknown, ignoredCount, ...choice }: SheetRowsProps) {
  return (
    <>
      <DataTable
        caption="Baris yang kodenya ada di program kerja"
        rows={rows}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: "code", label: "Kode", rowHeader: true, render: (row) => `${row.code} (baris ${row.line})` },
          { key: "activity", label: "Kegiatan", render: (row) => <Target row={row} {...choice} /> },
          {
            key: "budget",
            label: "Anggaran",
            align: "end",
            render: (row) => <Change from={row.target?.budget} to={row.budget} />,
          },
          {
            key: "spent",
            label: "Belanja",
            align: "end",
            render: (row) => <Change from={row.target?.spent} to={row.realised} />,
          },
        ]}
        empty={<EmptyState title="Tidak ada baris yang cocok">{IMPORT_WORDS.nothingMatches}</EmptyState>}
      />
      {(unknown.length > 0 || ignoredCount > 0) && (
        <Disclosure summary={IMPORT_WORDS.leftOut(unknown.length, ignoredCount)}>
          <p className="max-w-text text-ink-soft">{IMPORT_WORDS.leftOutWhy}</p>
          <ul className="flex flex-col gap-1 text-sm">
            {unknown.map((row) => (
              <li key={row.line}>{`Baris ${row.line}: ${row.code} ${row.name}`}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

type ChoiceProps = Pick<SheetRowsProps, "canChoose" | "sent" | "errors">;

function Target({ row, canChoose, sent, errors }: ChoiceProps & { row: CheckedRow }) {
  const field = `b${row.line}`;
  const name = `pilihan.${field}`;
  if (row.state === "matched") return row.target?.name;
  if (!canChoose || !needsChoice(row.state)) {
    return (
      <div className="flex flex-col items-start gap-1">
        <span>{row.name || row.candidates[0]?.name}</span>
        <StatusBadge tone="warn">Dilewati</StatusBadge>
        <span className="text-sm text-ink-soft">{ROW_STATE_NAMES[row.state]}</span>
      </div>
    );
  }
  const chosen = (sent?.pilihan as Record<string, unknown> | undefined)?.[field];
  return (
    <Select
      id={`terapkan-${name}`}
      name={name}
      label={row.name || row.candidates[0]?.name}
      hint={ROW_STATE_NAMES[row.state]}
      errors={errors[name]}
      plain
      placeholder="Lewati baris ini"
      defaultValue={typeof chosen === "string" ? chosen : ""}
      options={row.candidates.map(({ id, name: activity }) => ({ value: id, label: activity }))}
    />
  );
}

/** Present figure and the sheet's; one figure where they are the same. */
function Change({ from, to }: { from: number | undefined; to: number | null }) {
  if (to === null) return NO_VALUE;
  if (from === undefined || from === to) return formatRupiah(to);
  return (
    <span>
      <del className="text-ink-soft">{formatRupiah(from)}</del>{" "}
      <ins className="font-semibold no-underline">{formatRupiah(to)}</ins>
    </span>
  );
}
