import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { formatDateShort } from "#app/ui/format.ts";
import { type SentLine, sentNote } from "../book-table.ts";

type Row = SentLine & { id: string };

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "number",
    label: "Nomor",
    rowHeader: true,
    render: ({ id, number, content }) => (
      <a href={`/kantor/buku/ekspedisi/${id}`} className="inline-flex min-h-11 items-center">
        {`${number}: ${content}`}
      </a>
    ),
  },
  { key: "sentOn", label: "Dikirim", render: ({ sentOn }) => formatDateShort(sentOn) },
  {
    key: "letter",
    label: "Nomor dan tanggal surat",
    render: ({ letterNumber, letterDate }) => (
      <span className="wrap-anywhere">
        {[letterNumber, letterDate && formatDateShort(letterDate)].filter(Boolean).join(", ")}
      </span>
    ),
  },
  { key: "recipient", label: "Ditujukan kepada", render: ({ recipient }) => recipient },
  { key: "note", label: "Keterangan", render: (row) => sentNote(row) || "Penerima belum dicatat" },
];

/** A page of the expedition book. */
export function ExpeditionTable({ rows, title }: { rows: readonly Row[]; title: string }) {
  return <DataTable caption={title} captionHidden columns={COLUMNS} rows={rows} rowKey={({ id }) => id} />;
}
