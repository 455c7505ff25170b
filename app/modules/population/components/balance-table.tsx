import { cx } from "#app/ui/cx.ts";
import { formatNumber } from "#app/ui/format.ts";
import { type Balance, COLUMNS, type Column, insideNet, type Line, totalOf } from "../balance-rules.ts";
import { BALANCE_WORDS } from "../event-words.ts";

interface BalanceTableProps {
  caption: string;
  balance: Balance;
  families: { before: number; after: number };
  /** Of the whole village: moves between dusun cancel. */
  isWhole?: boolean;
  /** Columns of foreigners, where there are any. */
  hasForeigners: boolean;
}

type Row = { key: string; label: string; line: Line; isSum?: boolean };

/** One recapitulation, narrow enough for a phone: a line a flow, a column a sex and nationality. */
export function BalanceTable({ caption, balance, families, isWhole, hasForeigners }: BalanceTableProps) {
  const columns = hasForeigners ? COLUMNS : COLUMNS.slice(0, 2);
  return (
    <section className="avoid-break">
      <table className="w-full max-w-text border-collapse tabular-nums">
        <caption className="pb-2 text-left text-lg font-semibold">{caption}</caption>
        <thead>
          <tr className="border-b-2 border-ink text-sm text-ink-soft">
            <th scope="col" className="py-2 pr-2 text-left font-semibold">
              <span className="sr-only">Uraian</span>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="py-2 pl-2 text-right font-semibold">
                {BALANCE_WORDS.columns[hasForeigners ? "all" : "citizens"][column]}
              </th>
            ))}
            <th scope="col" className="py-2 pl-2 text-right font-semibold">
              Jumlah
            </th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(balance, isWhole).map((row) => (
            <BalanceRow key={row.key} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-sm text-ink-soft">{BALANCE_WORDS.families(families.before, families.after)}</p>
    </section>
  );
}

function BalanceRow({ row: { label, line, isSum }, columns }: { row: Row; columns: readonly Column[] }) {
  return (
    <tr className={cx("border-b border-line", isSum && "font-bold")}>
      <th scope="row" className={cx("py-2 pr-2 text-left", !isSum && "font-normal")}>
        {label}
      </th>
      {columns.map((column) => (
        <td key={column} className="py-2 pl-2 text-right">
          {formatNumber(line[column])}
        </td>
      ))}
      <td className="py-2 pl-2 text-right font-semibold">{formatNumber(totalOf(line))}</td>
    </tr>
  );
}

function rowsOf(balance: Balance, isWhole = false): Row[] {
  const { names } = BALANCE_WORDS;
  const inside = isWhole
    ? [{ key: "inside", label: names.changed, line: insideNet(balance) }]
    : [
        { key: "inside_in", label: names.inside_in, line: balance.inside_in },
        { key: "inside_out", label: names.inside_out, line: balance.inside_out },
      ];
  const flow = (key: "opening" | "born" | "came" | "died" | "left" | "closing") => ({
    key,
    label: names[key],
    line: balance[key],
    isSum: key === "opening" || key === "closing",
  });
  return [
    flow("opening"),
    flow("born"),
    flow("came"),
    flow("died"),
    flow("left"),
    ...inside.filter(({ line }) => COLUMNS.some((column) => line[column] !== 0)),
    flow("closing"),
  ];
}
