import type { Block, LetterheadBlock, PaperDocument } from "#app/platform/document/blocks.ts";
import type { Issuer } from "#app/platform/trial.ts";
import { formatDate, formatDateShort } from "#app/ui/format.ts";
import { type Nature, PHRASES } from "./incoming-rules.ts";
import { NATURE_NAMES } from "./words.ts";

/** What a disposition sheet is made from. */
export interface SheetFacts {
  letterhead: LetterheadBlock;
  issuer: Issuer;
  madeAt: Date;
  letter: {
    year: number;
    agendaNumber: number;
    receivedOn: string;
    number: string | null;
    writtenOn: string | null;
    sender: string;
    subject: string;
    nature: Nature;
    answerDueOn: string | null;
  };
  dispositions: {
    to: string;
    instruction: string;
    dueOn: string | null;
    from: string;
    givenOn: string;
    outcome: string | null;
  }[];
  head: { title: string; name: string };
}

const EMPTY_ROWS = 4;
const dash = (text: string | null) => text || "-";
const dayOr = (day: string | null) => (day ? formatDate(day) : "-");

/**
 * The sheet that goes with a letter from desk to desk. Without dispositions it has room for the pen: boxes for the usual
 * instructions and empty lines.
 */
export function dispositionSheet(facts: SheetFacts): PaperDocument {
  const { letter, letterhead, issuer, madeAt } = facts;
  const title = `Lembar disposisi ${letter.agendaNumber}/${letter.year}`;
  const written = facts.dispositions.length > 0;
  return {
    title,
    author: letterhead.lines.at(-1)?.text ?? "",
    createdAt: madeAt,
    issuer,
    footer: title,
    blocks: [
      letterhead,
      { type: "title", text: "LEMBAR DISPOSISI" },
      { type: "facts", rows: letterRows(letter), labelWidthMm: 42 },
      { type: "space", mm: 3 },
      ...(written ? [writtenTable(facts)] : penBlocks()),
      { type: "space", mm: 4 },
      { type: "signatures", signatures: [{ above: [facts.head.title], name: facts.head.name }] },
    ],
  };
}

function letterRows(letter: SheetFacts["letter"]) {
  return [
    { label: "Nomor agenda", value: `${letter.agendaNumber} / ${letter.year}` },
    { label: "Diterima", value: formatDate(letter.receivedOn) },
    { label: "Sifat", value: NATURE_NAMES[letter.nature] },
    { label: "Surat dari", value: letter.sender },
    { label: "Nomor surat", value: dash(letter.number) },
    { label: "Tanggal surat", value: dayOr(letter.writtenOn) },
    { label: "Isi singkat", value: letter.subject },
    { label: "Dijawab paling lambat", value: dayOr(letter.answerDueOn) },
  ];
}

function writtenTable({ dispositions }: SheetFacts): Block {
  return {
    type: "table",
    fontSizePt: 9,
    columns: [
      { header: "Diteruskan kepada", weight: 2 },
      { header: "Perintah", weight: 3 },
      { header: "Batas", widthMm: 26 },
      { header: "Hasil", weight: 2.5 },
    ],
    rows: dispositions.map(({ to, instruction, dueOn, from, givenOn, outcome }) => ({
      cells: [
        to,
        `${instruction}\n${from}, ${formatDate(givenOn)}`,
        dueOn ? formatDateShort(dueOn) : "-",
        outcome ?? "",
      ],
    })),
  };
}

function penBlocks(): Block[] {
  const half = Math.ceil(PHRASES.length / 2);
  return [
    {
      type: "table",
      columns: [{ header: "Perintah" }, { header: "(beri tanda centang)" }],
      rows: Array.from({ length: half }, (_, at) => ({
        cells: [`[   ]  ${PHRASES[at] ?? ""}`, PHRASES[at + half] ? `[   ]  ${PHRASES[at + half]}` : ""],
      })),
    },
    { type: "space", mm: 3 },
    {
      type: "table",
      columns: [
        { header: "Diteruskan kepada", weight: 2 },
        { header: "Catatan", weight: 3 },
        { header: "Batas", widthMm: 30 },
        { header: "Paraf", widthMm: 20 },
      ],
      rows: Array.from({ length: EMPTY_ROWS }, () => ({ cells: ["\n ", "", "", ""] })),
    },
  ];
}
