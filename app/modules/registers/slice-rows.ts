import type { Place, RegisterRow, RegisterSlice } from "./register-table.ts";

/** A part of a register that is short enough to be read whole: rows get their numbers here. */
export function sliceRows(rows: readonly RegisterRow[], { after, limit }: Place): RegisterSlice {
  const start = after ? rows.findIndex(({ id }) => id === after) + 1 : 0;
  const shown = rows.slice(start, start + limit);
  const isMore = rows.length > start + limit;
  return {
    rows: shown.map(({ cells, ...row }, at) => ({ ...row, cells: [String(start + at + 1), ...cells] })),
    next: isMore ? (shown.at(-1)?.id ?? null) : null,
    before: start,
    total: rows.length,
  };
}
