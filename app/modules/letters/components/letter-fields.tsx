import { Select } from "#app/ui/choice-fields.tsx";
import { FieldRow, FormSection } from "#app/ui/form-layout.tsx";
import { DateField, MoneyField, NumberField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import type { LetterField } from "../kind-rules.ts";
import { type FormValues, fieldOf, rowCountOf } from "./form-values.ts";
import { PersonFields } from "./person-fields.tsx";

const LEAST_ROWS = 4;
const SPARE_ROWS = 2;

interface KindFieldsProps {
  fields: readonly LetterField[];
  values: FormValues;
  family: readonly { id: string; name: string }[];
}

/** The kind's own fields, in its order. */
export function KindFields({ fields, values, family }: KindFieldsProps) {
  return fields.map((field) =>
    field.type === "person" ? (
      <PersonFields
        key={field.key}
        path={`orang_${field.key}`}
        label={field.label}
        hint={field.hint}
        family={family}
        values={values}
      />
    ) : (
      <PlainField key={field.key} field={field} values={values} />
    ),
  );
}

function PlainField({ field, values }: { field: LetterField; values: FormValues }) {
  const props = {
    ...fieldOf(values, `isian.${field.key}`),
    label: field.label,
    hint: field.hint,
    required: field.isRequired,
  };
  switch (field.type) {
    case "long":
      return <TextArea {...props} rows={6} />;
    case "date":
      return <DateField {...props} />;
    case "money":
      return <MoneyField {...props} />;
    case "number":
      return <NumberField {...props} />;
    case "choice":
      return (
        <Select
          {...props}
          placeholder="Pilih"
          options={(field.choices ?? []).map((value) => ({ value, label: value }))}
        />
      );
    case "list":
      return <ListField field={field} values={values} />;
    default:
      return <TextField {...props} />;
  }
}

function ListField({ field, values }: { field: LetterField; values: FormValues }) {
  const path = `isian.${field.key}`;
  const count = Math.max(LEAST_ROWS, rowCountOf(values, path) + SPARE_ROWS);
  const columns = field.columns ?? [];
  return (
    <FormSection title={field.label} lead={field.hint ?? "Baris yang kosong tidak ikut tercetak."}>
      {Array.from({ length: count }, (_, index) => `${path}[${index}]`).map((row, index) => (
        <FieldRow key={row} columns={columns.length > 2 ? 3 : 2}>
          {columns.map(({ key, label }) => (
            <TextField key={key} {...fieldOf(values, `${row}.${key}`)} label={`${label} ${index + 1}`} />
          ))}
        </FieldRow>
      ))}
    </FormSection>
  );
}
