import { CheckboxGroup, Select } from "#app/ui/choice-fields.tsx";
import { FieldRow, FormSection } from "#app/ui/form-layout.tsx";
import { DateField, MoneyField, NumberField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import type { LetterField, LetterKind } from "../kind-rules.ts";
import { kinFieldName } from "../letter-input.ts";
import { isDeathDay, isKinList, sexOfField } from "../register-field-rules.ts";
import { choiceErrors, chosenOf, type FormValues, fieldOf, idOf, rowCountOf } from "./form-values.ts";
import { PersonFields } from "./person-fields.tsx";

const LEAST_ROWS = 4;
const SPARE_ROWS = 2;

interface KindFieldsProps {
  kind: Pick<LetterKind, "fields" | "hasSubject">;
  values: FormValues;
  family: readonly FamilyMember[];
  kin: readonly FamilyMember[];
}

/** Somebody of the card. */
export interface FamilyMember {
  id: string;
  name: string;
  sex?: number | null;
}

/** The kind's own fields, in its order. */
export function KindFields({ kind, values, family, kin }: KindFieldsProps) {
  return kind.fields.map((field) =>
    field.type === "person" ? (
      <PersonFields
        key={field.key}
        path={`orang_${field.key}`}
        label={field.label}
        hint={field.hint}
        family={family.filter(({ sex }) => (sexOfField(field) ?? sex) === sex)}
        values={values}
      />
    ) : isKinList(field) && kin.length > 0 ? (
      <KinField key={field.key} field={field} values={values} kin={kin} />
    ) : (
      <PlainField
        key={field.key}
        field={
          kind.hasSubject && isDeathDay(field) ? { ...field, isRequired: false, hint: DEATH_HINT } : field
        }
        values={values}
      />
    ),
  );
}

const DEATH_HINT = "Kosongkan bila kematiannya sudah tercatat di data penduduk.";

/** A list of relatives: each of the card with a tap, others typed. */
function KinField({
  field,
  values,
  kin,
}: {
  field: LetterField;
  values: FormValues;
  kin: readonly FamilyMember[];
}) {
  const name = kinFieldName(field);
  return (
    <>
      <CheckboxGroup
        id={idOf(name)}
        name={name}
        label={`${field.label}: dari Kartu Keluarga`}
        hint="Yang ditandai ditambahkan dengan NIK, kelahiran, dan hubungannya saat disimpan. Periksa hubungannya."
        errors={choiceErrors(values.reply, name)}
        selected={chosenOf(values, name)}
        choices={kin.map(({ id, name: label }) => ({ value: id, label }))}
      />
      <ListField field={field} values={values} title={`${field.label} lainnya`} least={1} />
    </>
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

interface ListFieldProps {
  field: LetterField;
  values: FormValues;
  title?: string;
  /** Rows that stand there at least. */
  least?: number;
}

function ListField({ field, values, title, least = LEAST_ROWS }: ListFieldProps) {
  const path = `isian.${field.key}`;
  const count = Math.max(least, rowCountOf(values, path) + SPARE_ROWS);
  const columns = field.columns ?? [];
  return (
    <FormSection title={title ?? field.label} lead={field.hint ?? "Baris yang kosong tidak ikut tercetak."}>
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
