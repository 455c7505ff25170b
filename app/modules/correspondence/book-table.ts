import type { TableColumn, TableRow } from "#app/platform/document/blocks.ts";
import type { SheetColumn, SheetValue } from "#app/platform/sheet/write-xlsx.ts";
import { formatDateShort } from "#app/ui/format.ts";
import { type AgendaLine, bothSides, gapSentence, oneSide } from "./agenda-rules.ts";
import type { AgendaPart } from "./book-rules.ts";
import { GAP_WORDS } from "./words.ts";

/** A book as a table, for paper and for a sheet. */
export interface BookTable {
  columns: TableColumn[];
  rows: TableRow[];
}

const DAY = { widthMm: 20 };
const NO: TableColumn = { header: "No.", widthMm: 10, align: "center" };
/** Holds `400.12.2.1/014/52.01.09.2003/XI/2026` on one line in 7 points. */
const NUMBER = { widthMm: 47 };

const sideColumns = (group: string, party: string): TableColumn[] => [
  { header: "Nomor", group, ...NUMBER },
  { header: "Tanggal", group, ...DAY },
  { header: party, group, weight: 1.8 },
  { header: "Isi singkat", group, weight: 2 },
];

/** A.7 with both sides, in the columns of Permendagri 47/2016. */
const BOTH: TableColumn[] = [
  NO,
  { header: "Tanggal penerimaan atau pengiriman", ...DAY },
  ...sideColumns("Surat masuk", "Pengirim"),
  ...sideColumns("Surat keluar", "Ditujukan kepada"),
  { header: "Ket.", widthMm: 22 },
];

const oneSideColumns = (day: string, party: string): TableColumn[] => [
  NO,
  { header: "Nomor urut", widthMm: 16, align: "center" },
  { header: day, ...DAY },
  { header: "Nomor surat", ...NUMBER },
  { header: "Tanggal surat", ...DAY },
  { header: party, weight: 1.8 },
  { header: "Isi singkat", weight: 2.6 },
  { header: "Ket.", weight: 1 },
];

const COLUMNS: Record<AgendaPart, TableColumn[]> = {
  bersama: BOTH,
  masuk: oneSideColumns("Diterima", "Pengirim"),
  keluar: oneSideColumns("Dikirim", "Ditujukan kepada"),
};

/** The agenda book: a number for each letter, and a line across for numbers without one. */
export function agendaTable(lines: readonly AgendaLine[], part: AgendaPart): BookTable {
  const columns = COLUMNS[part];
  let count = 0;
  const rows = lines.map((line): TableRow => {
    if (line.kind === "gap")
      return { cells: ["", { text: gapSentence(line), span: columns.length - 1 }], emphasis: "section" };
    const cells = part === "bersama" ? bothSides(line) : oneSide(line);
    return { cells: [String(++count), ...cells] };
  });
  return { columns, rows };
}

export interface SentLine {
  number: number;
  sentOn: string;
  letterDate: string | null;
  letterNumber: string;
  content: string;
  recipient: string;
  receivedBy: string | null;
  note: string | null;
  voidedAt: string | null;
}

/** A.8 in the columns of Permendagri 47/2016; who took it stands in its remarks. */
const EXPEDITION: TableColumn[] = [
  { header: "No.", widthMm: 14, align: "center" },
  { header: "Tanggal pengiriman", ...DAY },
  { header: "Tanggal surat", ...DAY },
  { header: "Nomor surat", ...NUMBER },
  { header: "Isi singkat surat yang dikirim", weight: 2.5 },
  { header: "Ditujukan kepada", weight: 1.8 },
  { header: "Ket.", weight: 1.8 },
];

/** The expedition book with sentences for numbers without an entry. */
export function expeditionTable(
  lines: readonly SentLine[],
  gaps: readonly { from: number; to: number; sentence: string }[],
): BookTable {
  const rows = lines.map((line) => ({ at: line.number, row: { cells: sentCells(line) } as TableRow }));
  const runs = gaps.map(({ from, sentence }) => ({
    at: from,
    row: {
      cells: ["", { text: sentence, span: EXPEDITION.length - 1 }],
      emphasis: "section",
    } as TableRow,
  }));
  return {
    columns: EXPEDITION,
    rows: [...rows, ...runs].toSorted((a, b) => a.at - b.at).map(({ row }) => row),
  };
}

function sentCells(line: SentLine): string[] {
  return [
    String(line.number),
    formatDateShort(line.sentOn),
    line.letterDate ? formatDateShort(line.letterDate) : "-",
    line.letterNumber,
    line.content,
    line.recipient,
    sentNote(line),
  ];
}

/** What stands in the remarks of an entry: void with its reason, or who took it. */
export function sentNote({ voidedAt, receivedBy, note }: SentLine): string {
  if (voidedAt) return GAP_WORDS.void(note);
  return [receivedBy ? `Diterima ${receivedBy}` : "", note ?? ""].filter(Boolean).join(". ");
}

/** The table for a workbook: groups stand before their columns' names, a line across in its second cell. */
export function sheetOf({ columns, rows }: BookTable): { columns: SheetColumn[]; rows: SheetValue[][] } {
  return {
    columns: columns.map(({ header, group, weight, widthMm }) => ({
      header: group ? `${group}: ${header}` : header,
      width: widthMm ? Math.round(widthMm / 2) + 2 : Math.round((weight ?? 1) * 15),
    })),
    rows: rows.map(({ cells }) => {
      const texts = cells.map((cell) => (typeof cell === "string" ? cell : cell.text));
      return columns.map((_, index) => sheetValue(texts[index] ?? "", columns[index]?.header));
    }),
  };
}

/** Counted numbers stay numbers, so that a sheet sorts by them. */
function sheetValue(text: string, header: string | undefined): SheetValue {
  if (text === "") return null;
  return (header === "No." || header === "Nomor urut") && /^\d+$/.test(text) ? Number(text) : text;
}
