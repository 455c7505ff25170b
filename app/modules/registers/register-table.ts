import type { VillageCtx } from "#app/context.ts";
import type { ProfileRow } from "#app/modules/village/profile.server.ts";
import type { TableRow } from "#app/platform/document/blocks.ts";
import type { SheetColumn, SheetValue } from "#app/platform/sheet/write-xlsx.ts";
import { fullHeader, REGISTER_COLUMNS } from "./register-columns.ts";
import type { Choice, RegisterKey } from "./register-rules.ts";

/** A line of a register: a text for each column of the annex. */
export interface RegisterRow {
  /** What stands behind it on its own page; null for totals. */
  id: string | null;
  cells: string[];
  /** Struck out: it stays, with the reason in its remarks. */
  isVoid?: boolean;
  isTotal?: boolean;
}

/** A part of a register in its order. */
export interface RegisterSlice {
  rows: RegisterRow[];
  /** Where the next part begins; null after the last. */
  next: string | null;
  /** Rows before this part, and in all. */
  before: number;
  total: number;
}

/** Where a part begins, and how long it may be. */
export interface Place {
  after: string | null;
  limit: number;
}

/** Who reads: what he may see of protected fields goes with him, also into a file that is made behind the page. */
export type RegisterCtx = VillageCtx & {
  sees: ReadonlySet<string>;
  profile: ProfileRow;
};

/** Reads one register. */
export type ReadRegister = (ctx: RegisterCtx, choice: Choice, place: Place) => Promise<RegisterSlice>;

/** The rows on paper: a struck-out one says so in its remarks. */
export function paperRows(rows: readonly RegisterRow[]): TableRow[] {
  return rows.map(({ cells, isTotal }) => ({ cells, ...(isTotal ? { emphasis: "total" as const } : {}) }));
}

/** The columns for a sheet: groups stand before their columns' names. */
export function sheetColumns(key: RegisterKey): SheetColumn[] {
  return REGISTER_COLUMNS[key].map((column) => ({
    header: fullHeader(column),
    width: column.widthMm ? Math.round(column.widthMm / 1.6) + 3 : Math.round((column.weight ?? 1) * 18),
  }));
}

/** The rows for a sheet. Counted figures stay numbers; codes and identifiers stay texts. */
export function sheetRows(key: RegisterKey, rows: readonly RegisterRow[]): SheetValue[][] {
  return rows.map(({ cells }) =>
    REGISTER_COLUMNS[key].map(({ align, header }, at) =>
      sheetValue(cells[at] ?? "", align === "right" || header === "No."),
    ),
  );
}

function sheetValue(text: string, isFigure: boolean): SheetValue {
  if (text === "") return null;
  const plain = text.replaceAll(".", "");
  return isFigure && /^\d{1,9}$/.test(plain) ? Number(plain) : text;
}
