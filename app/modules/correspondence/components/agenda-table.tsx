import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { formatDateShort } from "#app/ui/format.ts";
import { type AgendaLine, gapSentence } from "../agenda-rules.ts";

const SIDES = { masuk: "Masuk", keluar: "Keluar" } as const;

const COLUMNS: readonly Column<AgendaLine>[] = [
  {
    key: "number",
    label: "Surat",
    rowHeader: true,
    render: (line) => {
      if (line.kind === "gap") return <span className="font-normal">{gapSentence(line)}</span>;
      const name = `${SIDES[line.side]} ${line.number}`;
      return line.href ? (
        <a href={line.href} className="inline-flex min-h-11 items-center md:min-h-0">
          {name}
        </a>
      ) : (
        name
      );
    },
  },
  {
    key: "day",
    label: "Tanggal",
    render: (line) => (line.kind === "gap" ? null : line.day && formatDateShort(line.day)),
  },
  {
    key: "letterNumber",
    label: "Nomor dan tanggal surat",
    render: (line) =>
      line.kind === "gap"
        ? null
        : [line.letterNumber, line.letterDate && formatDateShort(line.letterDate)].filter(Boolean).join(", "),
  },
  {
    key: "party",
    label: "Pengirim atau tujuan",
    render: (line) => (line.kind === "gap" ? null : line.party),
  },
  { key: "content", label: "Isi singkat", render: (line) => (line.kind === "gap" ? null : line.content) },
  { key: "note", label: "Keterangan", render: (line) => (line.kind === "gap" ? null : line.note) },
];

/** A page of the agenda book. */
export function AgendaTable({ lines, title }: { lines: readonly AgendaLine[]; title: string }) {
  return (
    <DataTable
      caption={title}
      captionHidden
      columns={COLUMNS}
      rows={lines}
      rowKey={(line) =>
        line.kind === "gap"
          ? `${line.side}:${line.series}:${line.gap.from}`
          : `${line.side}:${line.series}:${line.number}`
      }
    />
  );
}
