import { DataTable } from "#app/ui/data-table.tsx";
import { formatDate } from "#app/ui/format.ts";
import { formatQuantity } from "../format-rules.ts";
import type { TargetRow } from "../queries.server.ts";

type Version = Pick<TargetRow, "id" | "version" | "validFrom" | "q1" | "q2" | "q3" | "q4" | "reason">;

/** Each version of an indicator's targets with the day from which it holds and why it was made. */
export function TargetHistory({ versions }: { versions: readonly Version[] }) {
  return (
    <DataTable
      caption="Riwayat target"
      rows={versions}
      rowKey={(row) => row.id}
      columns={[
        { key: "version", label: "Versi", rowHeader: true, render: (row) => `Versi ${row.version}` },
        { key: "from", label: "Berlaku sejak", render: (row) => formatDate(row.validFrom) },
        { key: "q1", label: "Triwulan I", align: "end", render: (row) => formatQuantity(row.q1) },
        { key: "q2", label: "Triwulan II", align: "end", render: (row) => formatQuantity(row.q2) },
        { key: "q3", label: "Triwulan III", align: "end", render: (row) => formatQuantity(row.q3) },
        { key: "q4", label: "Triwulan IV", align: "end", render: (row) => formatQuantity(row.q4) },
        { key: "reason", label: "Alasan", render: (row) => row.reason ?? "Rencana awal" },
      ]}
    />
  );
}
