import type { FieldMeta } from "#app/ui/conform.ts";
import { FieldErrors, FieldGroup } from "#app/ui/field.tsx";
import { REPORT_COLUMNS, type ReportColumn } from "../report-column-rules.ts";
import { REPORT_COLUMN_NAMES } from "../words.ts";

export interface ColumnChoiceProps {
  chosen: readonly ReportColumn[];
  /** What was typed, where the form came back. */
  sent: Record<string, unknown> | null | undefined;
  field: FieldMeta;
  /** All errors of the form by field name. */
  errors: Record<string, readonly string[]>;
}

/** Each column with its tick and its place, the chosen ones first in their order. */
export function ColumnChoice({ chosen, sent, field, errors }: ColumnChoiceProps) {
  const rest = REPORT_COLUMNS.filter((column) => !chosen.includes(column));
  const ticked = sent ? textsOf(sent.kolom) : chosen;
  return (
    <FieldGroup id={field.id} label="Kolom" errors={field.errors} plain>
      <ul className="flex flex-col">
        {[...chosen, ...rest].map((column) => (
          <ColumnRow
            key={column}
            column={column}
            formId={field.formId}
            isTicked={ticked.includes(column)}
            place={placeOf(column, chosen, sent)}
            errors={errors[placeName(column)]}
          />
        ))}
      </ul>
    </FieldGroup>
  );
}

interface ColumnRowProps {
  column: ReportColumn;
  formId: string;
  isTicked: boolean;
  place: string;
  errors: readonly string[] | undefined;
}

function ColumnRow({ column, formId, isTicked, place, errors }: ColumnRowProps) {
  const name = REPORT_COLUMN_NAMES[column];
  const placeId = `${formId}-${placeName(column)}`;
  return (
    <li className="flex flex-col border-b border-line py-1">
      <FieldErrors id={placeId} errors={errors} />
      <div className="flex items-center justify-between gap-4">
        <label htmlFor={`kolom-${column}`} className="flex min-h-11 flex-1 items-center gap-3">
          <input
            id={`kolom-${column}`}
            type="checkbox"
            name="kolom"
            value={column}
            defaultChecked={isTicked}
            className="tick"
          />
          <span>{name}</span>
        </label>
        <input
          id={placeId}
          type="text"
          inputMode="numeric"
          name={placeName(column)}
          maxLength={2}
          defaultValue={place}
          aria-label={`Urutan kolom ${name}`}
          aria-invalid={errors ? true : undefined}
          aria-describedby={errors ? `${placeId}-error` : undefined}
          className="control w-16 text-center"
        />
      </div>
    </li>
  );
}

function placeName(column: ReportColumn): string {
  return `urutan.${column}`;
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
