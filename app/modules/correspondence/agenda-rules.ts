import type { Day } from "#app/platform/clock.ts";
import { formatDateShort } from "#app/ui/format.ts";
import { type NumberGap, runText } from "./book-rules.ts";
import { GAP_WORDS, SECRET } from "./words.ts";

/** A line of the agenda book (A.7, Permendagri 47/2016). */
export type AgendaLine = LetterLine | GapLine;

export interface LetterLine {
  kind: "letter";
  side: "masuk" | "keluar";
  series: string | null;
  number: number;
  /** Of the record, for a link; null where the actor may not open it. */
  href: string | null;
  /** Day on which it came in or went out; null while a number is held and the letter has no date. */
  day: Day | null;
  letterNumber: string;
  letterDate: Day | null;
  party: string;
  content: string;
  note: string;
}

export interface GapLine {
  kind: "gap";
  side: "masuk" | "keluar";
  series: string | null;
  gap: NumberGap & { note?: string | null };
}

interface IncomingRow {
  letter: {
    id: string;
    agendaNumber: number;
    receivedOn: Day;
    number: string | null;
    writtenOn: Day | null;
    sender: string;
    subject: string;
    voidedAt: string | null;
    voidReason: string | null;
  };
  isOpen: boolean;
}

/** A letter that came in; of a secret one only number and day are shown to whom it is none of his. */
export function incomingLine({ letter, isOpen }: IncomingRow): LetterLine {
  const open = Boolean(isOpen);
  return {
    kind: "letter",
    side: "masuk",
    series: null,
    number: letter.agendaNumber,
    href: open ? `/kantor/buku/masuk/${letter.id}` : null,
    day: letter.receivedOn,
    letterNumber: (open && letter.number) || "-",
    letterDate: open ? letter.writtenOn : null,
    party: open ? letter.sender : SECRET,
    content: open ? letter.subject : SECRET,
    note: letter.voidedAt ? GAP_WORDS.void(letter.voidReason) : "",
  };
}

export interface OutgoingRow {
  series: string;
  number: number;
  state: "given" | "reserved" | "registered" | "void" | "before";
  note: string | null;
  letter: {
    id: string;
    numberText: string | null;
    letterDate: Day | null;
    personName: string;
    title: string;
    signedAt: string | null;
  } | null;
}

/**
 * Letters that went out, and in runs the numbers that no letter has: set aside, void without a letter, of the paper book.
 * @param isWhole is it a whole year? Numbers without a letter belong to no day
 */
export function outgoingLines(rows: readonly OutgoingRow[], isWhole: boolean): AgendaLine[] {
  const lines: AgendaLine[] = [];
  for (const row of rows) {
    if (row.letter) lines.push(outgoingLine(row, row.letter));
    else if (isWhole) addToGaps(lines, row);
  }
  return lines;
}

function outgoingLine(row: OutgoingRow, letter: NonNullable<OutgoingRow["letter"]>): LetterLine {
  return {
    kind: "letter",
    side: "keluar",
    series: row.series,
    number: row.number,
    href: `/kantor/surat/${letter.id}`,
    day: letter.letterDate,
    letterNumber: letter.numberText ?? String(row.number),
    letterDate: letter.letterDate,
    party: letter.personName,
    content: letter.title,
    note: row.state === "void" ? GAP_WORDS.void(row.note) : letter.signedAt ? "" : GAP_WORDS.unsigned,
  };
}

const WHY = {
  reserved: "reserved",
  before: "before",
  void: "unused",
  given: "unused",
  registered: "unused",
} as const;

function addToGaps(lines: AgendaLine[], { series, number, state, note }: OutgoingRow): void {
  const why = WHY[state];
  const open = lines.at(-1);
  const isNext =
    open?.kind === "gap" &&
    open.series === series &&
    open.gap.to === number - 1 &&
    open.gap.why === why &&
    open.gap.note === note;
  if (isNext) open.gap.to = number;
  else lines.push({ kind: "gap", side: "keluar", series, gap: { from: number, to: number, why, note } });
}

/** Gaps first, as the paper book went before; then by day, incoming before outgoing, by number. */
export function sortedLines(lines: readonly AgendaLine[]): AgendaLine[] {
  const key = (line: AgendaLine) => (line.kind === "gap" ? "" : (line.day ?? ""));
  const number = (line: AgendaLine) => (line.kind === "gap" ? line.gap.from : line.number);
  return lines.toSorted(
    (a, b) =>
      compare(key(a), key(b)) ||
      compare(b.side, a.side) ||
      compare(a.series ?? "", b.series ?? "") ||
      number(a) - number(b),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What stands in the place of a run of numbers. */
export function gapSentence({ side, gap, series }: GapLine): string {
  const book =
    side === "masuk"
      ? "surat masuk"
      : series && series !== "buku"
        ? `surat keluar ${series.replace(":", " ")}`
        : "surat keluar";
  return `Nomor ${book} ${runText(gap)}: ${gap.note ?? GAP_WORDS[gap.why]}`;
}

/** A line as the cells of the book with both sides: columns 2 to 10 of A.7. */
export function bothSides(line: LetterLine): string[] {
  const own = [line.letterNumber, dayText(line.letterDate), line.party, line.content];
  const none = ["", "", "", ""];
  const sides = line.side === "masuk" ? [...own, ...none] : [...none, ...own];
  return [dayText(line.day), ...sides, noteOf(line)];
}

/** The same for a book of one side. */
export function oneSide(line: LetterLine): string[] {
  const written = dayText(line.letterDate);
  return [
    String(line.number),
    dayText(line.day),
    line.letterNumber,
    written,
    line.party,
    line.content,
    line.note,
  ];
}

function noteOf({ side, number, note }: LetterLine): string {
  return [side === "masuk" ? `Agenda ${number}` : "", note].filter(Boolean).join(". ");
}

function dayText(day: Day | null): string {
  return day ? formatDateShort(day) : "-";
}
