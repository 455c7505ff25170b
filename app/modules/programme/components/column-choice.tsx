import type { FieldMeta } from "#app/ui/conform.ts";
import { FieldGroup } from "#app/ui/field.tsx";
import { REPORT_COLUMNS, type ReportColumn } from "../report-column-rules.ts";
import { REPORT_COLUMN_NAMES } from "../words.ts";

export interface ColumnChoiceProps {
  chosen: readonly ReportColumn[];
  /** What was typed, where the form came back. */
  sent: Record<string, unknown> | null | undefined;
  field: FieldMeta;
}

/** Each column with its tick and its place, the chosen ones first in their order. */
export function ColumnChoice({ chosen, sent, field }: ColumnChoiceProps) {
  const rest = REPORT_COLUMNS.filter((column) => !chosen.includes(column));
  const ticked = sent ? textsOf(sent.kolom) : chosen;
  return (
    <FieldGroup id={field.id} label="Kolom" errors={field.errors} plain>
      <ul className="flex flex-col">
        {[...chosen, ...rest].map((column) => (
          <li key={column} className="flex items-center justify-between gap-4 border-b border-line py-1">
            <label htmlFor={`kolom-${column}`} className="flex min-h-11 flex-1 items-center gap-3">
              <input
                id={`kolom-${column}`}
                type="checkbox"
                name="kolom"
                value={column}
                defaultChecked={ticked.includes(column)}
                className="tick"
              />
              <span>{REPORT_COLUMN_NAMES[column]}</span>
            </label>
            <input
              type="text"
              inputMode="numeric"
              name={`urutan.${column}`}
              maxLength={2}
              defaultValue={placeOf(column, chosen, sent)}
              aria-label={`Urutan kolom ${REPORT_COLUMN_NAMES[column]}`}
              className="control w-16 text-center"
            />
          </li>
        ))}
      </ul>
    </FieldGroup>
  );
}

function placeOf(
  column: ReportColumn,
  chosen: readonly ReportColumn[],
  sent: ColumnChoiceProps["sent"],
): string {
  if (sent) {
    const places = sent.urutan as Record<string, unknown> | undefined;
    const typed = places?.[column];
    return typeof typed === "string" ? typed : "";
  }
  return chosen.includes(column) ? String(chosen.indexOf(column) + 1) : "";
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
}
