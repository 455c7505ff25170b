type Rows = readonly (readonly string[])[];

const PREVIEW_ROWS = 12;
const PREVIEW_COLUMNS = 12;
const CELL_CHARS = 40;

/** `A`, `B` ... `Z`, `AA`: a column as a sheet names it, counted from 0. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? columnLetter(rest) : "") + String.fromCharCode(65 + (column % 26));
}

/** Every column that holds something, by its letter and its heading or, without one, its first content. */
export function columnChoices(rows: Rows, header: number | null): { value: string; label: string }[] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => column).flatMap((column) => {
    const heading = header === null ? "" : (rows[header]?.[column] ?? "");
    const sample = heading || rows.find((row) => row[column])?.[column];
    return sample ? [{ value: String(column), label: `${columnLetter(column)}: ${clip(sample)}` }] : [];
  });
}

/** The rows around the heading, for a look; wide sheets and long cells are cut. */
export function previewRows(rows: Rows, header: number | null): { line: number; cells: string[] }[] {
  const start = Math.max(0, (header ?? 0) - 2);
  return rows.slice(start, start + PREVIEW_ROWS).map((row, index) => ({
    line: start + index + 1,
    cells: row.slice(0, PREVIEW_COLUMNS).map(clip),
  }));
}

function clip(text: string): string {
  return text.length > CELL_CHARS ? `${text.slice(0, CELL_CHARS - 1)}…` : text;
}
