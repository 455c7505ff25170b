import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { formatMoney, formatPercent } from "#app/ui/format.ts";
import type { BudgetLine, BudgetPart } from "../budget-rules.ts";
import { SIDE_NAMES } from "../words.ts";

function shareOf({ planned, realised }: Pick<BudgetLine, "planned" | "realised">): string | null {
  return realised === null || planned === 0 ? null : formatPercent((realised / planned) * 100);
}

const COLUMNS: Column<BudgetLine>[] = [
  { key: "name", label: "Uraian", rowHeader: true, render: ({ name }) => name },
  { key: "planned", label: "Anggaran", align: "end", render: ({ planned }) => formatMoney(planned) },
  {
    key: "realised",
    label: "Realisasi",
    align: "end",
    render: ({ realised }) => (realised === null ? null : formatMoney(realised)),
  },
  { key: "share", label: "Persen", align: "end", render: shareOf },
];

/** One side of the poster as a table with its sum. */
export function BudgetTable({ part }: { part: BudgetPart }) {
  return (
    <DataTable
      caption={`Rincian ${SIDE_NAMES[part.side].toLowerCase()}`}
      captionHidden
      columns={COLUMNS}
      rows={part.lines}
      rowKey={({ id }) => id}
      footer={{
        name: "Jumlah",
        planned: formatMoney(part.planned),
        realised: part.realised === null ? null : formatMoney(part.realised),
        share: shareOf(part),
      }}
    />
  );
}
