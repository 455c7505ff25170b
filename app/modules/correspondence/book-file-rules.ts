import { AGENDA_PARTS, type AgendaPart } from "./book-rules.ts";

/** A book as a file: `agenda-bersama.pdf`, `ekspedisi.xlsx`. */
export type BookFile = { format: "pdf" | "xlsx" } & (
  | { book: "agenda"; part: AgendaPart }
  | { book: "ekspedisi"; part: null }
);

/** Lines that one file may hold: a sheet of paper after the other, or one sheet of a workbook. */
export const MOST_LINES = { pdf: 4000, xlsx: 20_000 } as const;

/** Reads the name of a file in an address; null where there is no such book. */
export function parseBookFile(name: string): BookFile | null {
  const [, stem, ending] = /^([a-z-]+)\.(pdf|xlsx)$/.exec(name) ?? [];
  const format = ending === "pdf" ? "pdf" : "xlsx";
  if (stem === "ekspedisi") return { book: "ekspedisi", part: null, format };
  const part = AGENDA_PARTS.find((each) => stem === `agenda-${each}`);
  return part ? { book: "agenda", part, format } : null;
}
