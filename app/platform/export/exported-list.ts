import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "../clock.ts";
import type { SheetColumn, SheetValue } from "../sheet/write-xlsx.ts";

/** Most rows of one file: what a narrowed list holds, and no more than a worker opens within its time. */
export const MOST_LIST_ROWS = 20_000;

export const LIST_FORMATS = ["xlsx", "csv"] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** A column of a list as a file, with what stands in it. */
export interface ListColumn<Row> extends SheetColumn {
  cell: (row: Row, ctx: OfficeCtx) => SheetValue;
}

/** A list of the office that may be taken out as a file, as its module declares it. */
export interface ExportedList<Row> {
  /** In the address and the file's name: `penduduk`. Never changes. */
  key: string;
  title: string;
  /** Address of the page that shows it; what stands there as `:tahun` is asked for as `tahun`. */
  page: string;
  /** Switch that must be on; null where it has none. */
  module: string | null;
  permission: string;
  /** Code of the access log, where rows tell of residents or others outside the office; null for lists that do not. */
  access: string | null;
  columns: readonly ListColumn<Row>[];
  /**
   * Some rows of it as the page's address asks, from the beginning or from where the part before ended.
   * @param query the address without the page's own place in the list
   */
  read: (
    ctx: OfficeCtx,
    query: URLSearchParams,
    after: string | null,
  ) => Promise<{ rows: readonly Row[]; next: string | null }>;
}

/** A list whose kind of rows nobody needs to know any more. */
export interface AnyList extends Omit<ExportedList<unknown>, "columns" | "read"> {
  columns: readonly SheetColumn[];
  /** Its cells, part by part. */
  parts: (ctx: OfficeCtx, query: URLSearchParams) => AsyncGenerator<SheetValue[][]>;
}

/** By these a page of a list says where it begins. */
const PLACES = ["setelah", "sebelum", "sesudah"];

/** Declares a list: all of it is taken out, whatever page of it is looked at. */
export function exportedList<Row>({ columns, read, ...list }: ExportedList<Row>): AnyList {
  async function* parts(ctx: OfficeCtx, asked: URLSearchParams) {
    const query = new URLSearchParams([...asked].filter(([name]) => !PLACES.includes(name)));
    let after: string | null = null;
    do {
      const part: Awaited<ReturnType<typeof read>> = await read(ctx, query, after);
      yield part.rows.map((row) => columns.map(({ cell }) => cell(row, ctx)));
      after = part.next;
    } while (after !== null);
  }
  return { ...list, columns: columns.map(({ cell: _, ...column }) => column), parts };
}

/** The address of a page with the place that it goes on from: `setelah=…`. For pages whose filter holds both. */
export function withPlace(query: URLSearchParams, name: string, after: string | null): URLSearchParams {
  return after === null ? query : new URLSearchParams([...query, [name, after]]);
}

/** Reads the name of a file in an address, `penduduk.csv`; null for what is none. */
export function parseListFile(name: string): { key: string; format: ListFormat } | null {
  const [, key, ending] = /^([a-z-]+)\.(xlsx|csv)$/.exec(name) ?? [];
  const format = LIST_FORMATS.find((each) => each === ending);
  return key && format ? { key, format } : null;
}

/** The page of a list with its filter. */
export function listPage({ page }: Pick<AnyList, "page">, query: URLSearchParams): string {
  const path = page.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(query.get(name) ?? ""));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** A day as a sheet's cell. */
export function dayCell(day: string | null): Date | null {
  return day ? new Date(day) : null;
}

/** The day of an instant in the village as a sheet's cell. */
export function dayOfCell(at: string | null, { tenant }: Pick<OfficeCtx, "tenant">): Date | null {
  return at ? new Date(dayIn(tenant.timeZone, new Date(at))) : null;
}
