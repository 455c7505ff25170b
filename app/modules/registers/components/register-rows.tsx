import type { TableColumn } from "#app/platform/document/blocks.ts";
import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { fullHeader } from "../register-columns.ts";
import type { RegisterRow } from "../register-table.ts";

interface RegisterRowsProps {
  columns: readonly TableColumn[];
  rows: readonly RegisterRow[];
  caption: string;
  /** Which column names a row. */
  nameAt: number;
  /** Where a row's own page is; null where it has none. */
  hrefOf: (row: RegisterRow) => string | null;
}

type Numbered = RegisterRow & { key: string };

/** A wide table scrolls inside its frame, and not everybody scrolls with a mouse: the frame takes the keyboard's focus. */
const SCROLLED = { tabIndex: 0 } as const;

/** A part of a register in the annex's columns; a struck-out row is struck through and says why. */
export function RegisterRows({ columns, rows, caption, nameAt, hrefOf }: RegisterRowsProps) {
  const shown: Column<Numbered>[] = columns.map((column, at) => ({
    key: String(at),
    label: fullHeader(column),
    align: column.align === "right" ? "end" : undefined,
    rowHeader: at === nameAt,
    render: (row) => (at === nameAt ? <RowName row={row} at={at} href={hrefOf(row)} /> : row.cells[at]),
  }));
  return (
    <section
      aria-label={caption}
      className="overflow-x-auto text-sm md:[&_table]:w-max md:[&_td]:max-w-56"
      {...SCROLLED}
    >
      <DataTable
        caption={caption}
        captionHidden
        columns={shown}
        rows={rows.map((row, at) => ({ ...row, key: `${at}-${row.id}` }))}
        rowKey={({ key }) => key}
      />
    </section>
  );
}

function RowName({ row, at, href }: { row: RegisterRow; at: number; href: string | null }) {
  const text = row.isVoid ? <s>{row.cells[at]}</s> : row.cells[at];
  return href ? <a href={href}>{text}</a> : text;
}
