import type { Issuer } from "#app/platform/trial.ts";

/** A picture on paper. WebP can't be put into PDF; take JPEG or PNG, already through `cleanImage`. */
export interface DocumentImage {
  bytes: Uint8Array;
  type: "image/jpeg" | "image/png";
}

export type Align = "left" | "center" | "right" | "justify";

export interface LetterheadLine {
  text: string;
  size?: "small" | "normal" | "large";
  isBold?: boolean;
}

/** Kop surat: emblem on the left, centred lines, a thick and a thin rule. */
export interface LetterheadBlock {
  type: "letterhead";
  emblem?: DocumentImage;
  lines: LetterheadLine[];
}

/** A centred title in capitals as written; `lines` follow below it (number, period). */
export interface TitleBlock {
  type: "title";
  text: string;
  isUnderlined?: boolean;
  lines?: string[];
}

export interface HeadingBlock {
  type: "heading";
  text: string;
  level?: 1 | 2;
}

/** A part of a text in one look. */
export interface TextRun {
  text: string;
  isBold?: boolean;
}

/** Text of one look, or parts that differ. */
export type RichText = string | TextRun[];

/** Line breaks in `text` stay. */
export interface ParagraphBlock {
  type: "paragraph";
  text: RichText;
  align?: Align;
  isBold?: boolean;
  isItalic?: boolean;
  isFirstLineIndented?: boolean;
}

export interface ListBlock {
  type: "list";
  items: RichText[];
  isNumbered?: boolean;
}

/** Label, colon, value, one a line. */
export interface FactsBlock {
  type: "facts";
  rows: { label: string; value: RichText }[];
  labelWidthMm?: number;
}

export interface TableColumn {
  header: string;
  /** Neighbours with the same group stand under one common header. */
  group?: string;
  /** A fixed width; columns without one share the rest by `weight` (default 1). */
  widthMm?: number;
  weight?: number;
  align?: Exclude<Align, "justify">;
}

export interface TableCellContent {
  text: string;
  isBold?: boolean;
  align?: Exclude<Align, "justify">;
  /** How many columns the cell covers, default 1. */
  span?: number;
  /** 0 to 1: a small bar below the text. PDF only; the text must say the number. */
  bar?: number;
}

export type TableCell = string | TableCellContent;

export interface TableRow {
  cells: TableCell[];
  /** `section` is a bold grey line inside the table, `total` a bold one. */
  emphasis?: "section" | "total";
}

export interface TableBlock {
  type: "table";
  columns: TableColumn[];
  rows: TableRow[];
  fontSizePt?: number;
}

export interface Signature {
  /** Lines above the space: place and date, "Mengetahui,", the position. */
  above: string[];
  name: string;
  /** Lines under the name, e.g. the NIP. */
  below?: string[];
}

/** One signature stands on the right; two or three stand side by side. */
export interface SignaturesBlock {
  type: "signatures";
  signatures: Signature[];
  /** A QR code on the left of the last row, with what to do with it. */
  check?: { link: string; note: string };
}

export interface PhotosBlock {
  type: "photos";
  photos: { image: DocumentImage; caption?: string }[];
  perRow?: 2 | 3;
}

export interface SpaceBlock {
  type: "space";
  mm: number;
}

export interface PageBreakBlock {
  type: "page-break";
}

export type Block =
  | LetterheadBlock
  | TitleBlock
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | FactsBlock
  | TableBlock
  | SignaturesBlock
  | PhotosBlock
  | SpaceBlock
  | PageBreakBlock;

/** What a paper says, as plain data; `renderPdf` and `renderDocx` put it on pages. */
export interface PaperDocument {
  title: string;
  author: string;
  /** Stands in the file's metadata as made and changed; give the clock's time. */
  createdAt: Date;
  /** Whose paper it is; give the tenant. While he is not verified each page says that the paper is a trial. */
  issuer: Issuer;
  /** Small text at the foot of each page, above or beside the page number: up to three lines. */
  footer?: string;
  /** Letters stand as written: what no font shows is refused, not replaced by look-alikes. For names in letters. */
  isExact?: boolean;
  blocks: Block[];
}
