import { AGENDA_PARTS, type AgendaPart } from "./book-rules.ts";

const FORMATS = ["pdf", "xlsx", "csv"] as const;
/** A book as a file: `agenda-bersama.pdf`, `ekspedisi.csv`. */
export type BookFile = { format: (typeof FORMATS)[number] } & (
  | { book: "agenda"; part: AgendaPart }
  | { book: "ekspedisi"; part: null }
);

/** Lines that one file may hold: a sheet of paper after the other, or one sheet of a workbook. */
export const MOST_LINES = { pdf: 4000, xlsx: 20_000, csv: 20_000 } as const;

/** Reads the name of a file in an address; null where there is no such book. */
export function parseBookFile(name: string): BookFile | null {
  const [, stem, ending] = /^([a-z-]+)\.([a-z]+)$/.exec(name) ?? [];
  const format = FORMATS.find((each) => each === ending);
  if (!format) return null;
  if (stem === "ekspedisi") return { book: "ekspedisi", part: null, format };
  const part = AGENDA_PARTS.find((each) => stem === `agenda-${each}`);
  return part ? { book: "agenda", part, format } : null;
}
