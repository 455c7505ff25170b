import { Disclosure } from "#app/ui/card.tsx";
import { columnLetter } from "../import-preview-rules.ts";

/** The first rows of a sheet as it was read, each line with its number. */
export function SheetPreview({ rows }: { rows: readonly { line: number; cells: readonly string[] }[] }) {
  return (
    <Disclosure summary="Lihat isi lembar" open>
      <ol className="flex flex-col gap-3">
        {rows.map(({ line, cells }) => (
          <li key={line} className="text-sm">
            <span className="font-semibold">{`Baris ${line}`}</span>
            <span className="flex flex-wrap gap-x-4 gap-y-1">
              {cells.map((cell, column) =>
                cell === "" ? null : (
                  <span key={columnLetter(column)} className="min-w-0 break-words">
                    <span className="text-ink-soft">{columnLetter(column)}</span> {cell}
                  </span>
                ),
              )}
            </span>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
