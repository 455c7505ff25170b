import { isDay } from "#app/platform/clock.ts";
import type { Block, LetterheadBlock, PaperDocument } from "#app/platform/document/blocks.ts";
import type { Issuer } from "#app/platform/trial.ts";
import { formatDate } from "#app/ui/format.ts";
import type { Sheet, SheetContent, SheetField, SheetPart } from "./sheet-rules.ts";

export interface PaperFacts {
  letterhead: LetterheadBlock;
  issuer: Issuer;
  madeAt: Date;
  sheet: Sheet;
  content: SheetContent;
  /** `Sesela, 24 November 2026` */
  placeAndDay: string;
}

/** Room for the pen. */
const BLANK = "................................";
/** A list of so few fields stands as a table. */
const TABLE_FIELDS = 4;

/** A data sheet on paper: plain on purpose, so that nobody takes it for the state's form. */
export function sheetPaper(facts: PaperFacts): PaperDocument {
  const { sheet, content, letterhead, issuer, madeAt } = facts;
  const title = `Lembar data ${sheet.form}, bukan formulir resmi`;
  return {
    title,
    author: letterhead.lines.at(-1)?.text ?? "",
    createdAt: madeAt,
    issuer,
    footer: title,
    blocks: [
      letterhead,
      { type: "title", text: title, lines: [sheet.title] },
      ...sheet.parts.flatMap((part) => partBlocks(part, content[part.key] ?? [])),
      { type: "space", mm: 4 },
      {
        type: "signatures",
        signatures: [
          { above: ["", "Petugas desa"], name: "(............................)" },
          { above: [facts.placeAndDay, "Pemohon atau pelapor"], name: "(............................)" },
        ],
      },
    ],
  };
}

function partBlocks(part: SheetPart, rows: Record<string, string>[]): Block[] {
  const heading: Block = { type: "heading", text: part.title, level: 2 };
  if (part.list && part.fields.length <= TABLE_FIELDS) return [heading, tableOf(part, rows)];
  const shown = rows.length > 0 ? rows : [{}];
  return [
    heading,
    ...shown.flatMap((row, at): Block[] => [
      ...(part.list
        ? [{ type: "paragraph" as const, text: `${part.list.row} ${at + 1}`, isBold: true }]
        : []),
      { type: "facts", rows: part.fields.map((field) => factOf(field, row)), labelWidthMm: 62 },
      { type: "space", mm: 2 },
    ]),
  ];
}

function factOf(field: SheetField, row: Record<string, string>) {
  return { label: field.label, value: textOf(field, row) || BLANK };
}

function tableOf({ fields, list }: SheetPart, rows: Record<string, string>[]): Block {
  const count = Math.max(rows.length, Math.min(list?.most ?? 0, 3));
  return {
    type: "table",
    columns: [
      { header: "No.", widthMm: 10 },
      ...fields.map(({ label, kind }) => ({ header: label, weight: kind === "identifier" ? 2 : 3 })),
    ],
    rows: Array.from({ length: count }, (_, at) => ({
      cells: [String(at + 1), ...fields.map((field) => textOf(field, rows[at] ?? {}))],
    })),
  };
}

function textOf({ key, kind }: SheetField, row: Record<string, string>): string {
  const text = row[key] ?? "";
  return kind === "day" && isDay(text) ? formatDate(text) : text;
}

export interface HandoverFacts {
  letterhead: LetterheadBlock;
  issuer: Issuer;
  madeAt: Date;
  number: number;
  year: number;
  carriedBy: string | null;
  placeAndDay: string;
  forms: readonly { form: string; title: string; personName: string }[];
}

/** The list that goes with a batch and is signed on both sides; it holds no identifiers. */
export function handoverList(facts: HandoverFacts): PaperDocument {
  const title = `Daftar penyerahan berkas ke Dukcapil ${facts.number}/${facts.year}`;
  return {
    title,
    author: facts.letterhead.lines.at(-1)?.text ?? "",
    createdAt: facts.madeAt,
    issuer: facts.issuer,
    footer: title,
    blocks: [
      facts.letterhead,
      {
        type: "title",
        text: "DAFTAR PENYERAHAN BERKAS KE DUKCAPIL",
        lines: [`Nomor ${facts.number} tahun ${facts.year}`],
      },
      {
        type: "table",
        columns: [
          { header: "No.", widthMm: 12 },
          { header: "Lembar data", weight: 3 },
          { header: "Nama", weight: 3 },
          { header: "Keterangan", weight: 2 },
        ],
        rows: facts.forms.map(({ form, title: name, personName }, at) => ({
          cells: [String(at + 1), `${form} ${name}`, personName, ""],
        })),
      },
      { type: "paragraph", text: `Jumlah: ${facts.forms.length} lembar data.` },
      { type: "space", mm: 4 },
      {
        type: "signatures",
        signatures: [
          { above: ["", "Yang menerima,", "petugas Dukcapil"], name: "(............................)" },
          {
            above: [facts.placeAndDay, "Yang menyerahkan,", "petugas desa"],
            name: facts.carriedBy ?? "(............................)",
          },
        ],
      },
    ],
  };
}
