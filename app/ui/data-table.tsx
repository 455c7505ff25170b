import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type Column<Row> = {
  key: string;
  /** Head of the column; on a phone it stands before each value. */
  label: string;
  render: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** The cell that names the row: its heading on a phone. One column has it. */
  rowHeader?: boolean;
  /** Keeps the head for screen readers only, e.g. over buttons. */
  labelHidden?: boolean;
};

export type DataTableProps<Row> = {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Totals by column key. */
  footer?: Partial<Record<string, ReactNode>>;
  /** Stands in for the table where there is no row; usually an EmptyState. */
  empty?: ReactNode;
};

// Shown as cards, a table's parts lose their meaning in some browsers; the explicit roles give it back.
const ROLE = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader" },
  rowHead: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

/** A table on wide screens and paper, a list of cards on a phone. */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  footer,
  empty,
}: DataTableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <table className="data-table" {...ROLE.table}>
      <caption className={captionHidden ? "sr-only" : "pb-2 text-lg font-semibold"}>{caption}</caption>
      <thead {...ROLE.group}>
        <tr {...ROLE.row}>
          {columns.map((column) => (
            <th key={column.key} scope="col" {...ROLE.head} className={column.align}>
              {column.labelHidden ? <span className="sr-only">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLE.group}>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...ROLE.row}>
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} content={column.render(row)} />
            ))}
          </tr>
        ))}
      </tbody>
      {footer && <Footer columns={columns} footer={footer} />}
    </table>
  );
}

type CellProps<Row> = { column: Column<Row>; content: ReactNode };

function BodyCell<Row>({ column, content }: CellProps<Row>) {
  if (column.rowHeader) {
    return (
      <th scope="row" {...ROLE.rowHead} className={column.align}>
        {content}
      </th>
    );
  }
  const isEmpty = content === null || content === undefined || content === "" || content === false;
  return (
    <td
      {...ROLE.cell}
      data-label={column.labelHidden ? undefined : column.label}
      data-empty={isEmpty || undefined}
      className={cx(column.align) || undefined}
    >
      <ValueBox>{content}</ValueBox>
    </td>
  );
}

// The phone's grid has two cells, label and value: several nodes must count as one value.
function ValueBox({ children }: { children: ReactNode }) {
  return typeof children === "string" || typeof children === "number" ? children : <div>{children}</div>;
}

function Footer<Row>({
  columns,
  footer,
}: Pick<DataTableProps<Row>, "columns"> & { footer: Partial<Record<string, ReactNode>> }) {
  return (
    <tfoot {...ROLE.group}>
      <tr {...ROLE.row}>
        {columns.map((column) => (
          <BodyCell key={column.key} column={column} content={footer[column.key]} />
        ))}
      </tr>
    </tfoot>
  );
}
