import { type Column, DataTable } from "#app/ui/data-table.tsx";
import { formatDateShort } from "#app/ui/format.ts";
import { type AgendaLine, type GapLine, gapSentence, type LetterLine } from "../agenda-rules.ts";

const SIDES = { masuk: "Masuk", keluar: "Keluar" } as const;

const COLUMNS: readonly Column<LetterLine>[] = [
  {
    key: "number",
    label: "Surat",
    rowHeader: true,
    render: ({ side, number, href }) => {
      const name = `${SIDES[side]} ${number}`;
      if (!href) return name;
      return (
        <a href={href} className="inline-flex min-h-11 items-center md:min-h-0">
          {name}
        </a>
      );
    },
  },
  {
    key: "day",
    label: "Tanggal",
    render: ({ day }) => day && <span className="md:whitespace-nowrap">{formatDateShort(day)}</span>,
  },
  {
    key: "letterNumber",
    label: "Nomor dan tanggal surat",
    render: ({ letterNumber, letterDate }) => (
      <span className="wrap-anywhere">
        {[letterNumber, letterDate && formatDateShort(letterDate)].filter(Boolean).join(", ")}
      </span>
    ),
  },
  { key: "party", label: "Pengirim atau tujuan", render: ({ party }) => party },
  { key: "content", label: "Isi singkat", render: ({ content }) => content },
  { key: "note", label: "Keterangan", render: ({ note }) => note },
];

/** A page of the agenda book: numbers without a letter first, then the letters. */
export function AgendaTable({ lines, title }: { lines: readonly AgendaLine[]; title: string }) {
  const gaps = lines.filter((line): line is GapLine => line.kind === "gap");
  const letters = lines.filter((line): line is LetterLine => line.kind === "letter");
  return (
    <>
      {gaps.length > 0 && (
        <ul className="mb-6 flex max-w-text flex-col gap-1 border-l-4 border-line pl-4">
          {gaps.map((line) => (
            <li key={`${line.side}:${line.series}:${line.gap.from}`}>{gapSentence(line)}</li>
          ))}
        </ul>
      )}
      {letters.length > 0 && (
        <DataTable
          caption={title}
          captionHidden
          columns={COLUMNS}
          rows={letters}
          rowKey={({ side, series, number }) => `${side}:${series}:${number}`}
        />
      )}
    </>
  );
}
