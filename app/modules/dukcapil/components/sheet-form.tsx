import { Disclosure } from "#app/ui/card.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { FieldRow, FormSection } from "#app/ui/form-layout.tsx";
import { DateField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { pathOf, type SheetField, type SheetPart } from "../sheet-rules.ts";
import { type FormValues, fieldOf, hasErrors, rowCountOf } from "./form-values.ts";

/** Empty rows after those of the register. */
const SPARE_ROWS = 2;

interface PartProps {
  part: SheetPart;
  values: FormValues;
  /** Masked numbers by the name of their field. */
  masks: Record<string, string>;
}

/** One part of a sheet: its fields, or a row of them for each person of a list, folded away. */
export function PartFields({ part, values, masks }: PartProps) {
  const { list } = part;
  if (!list)
    return (
      <FormSection title={part.title}>
        <RowFields {...{ part, values, masks }} row={0} />
      </FormSection>
    );
  const known = rowCountOf({ ...values, reply: undefined }, `isian.${part.key}`);
  const count = Math.min(list.most, Math.max(known, rowCountOf(values, `isian.${part.key}`)) + SPARE_ROWS);
  return (
    <FormSection
      title={part.title}
      lead="Baris yang kosong tidak dicetak. Kosongkan semua isian satu baris untuk menghapusnya."
    >
      {Array.from({ length: count }, (_, row) => {
        const path = `isian.${part.key}[${row}]`;
        const name = fieldOf(values, `${path}.nama`).defaultValue;
        return (
          <Disclosure
            key={path}
            summary={`${list.row} ${row + 1}${name ? `: ${name}` : ""}`}
            open={hasErrors(values.reply, path) || (row === 0 && !name)}
          >
            <RowFields {...{ part, values, masks, row }} />
          </Disclosure>
        );
      })}
    </FormSection>
  );
}

function RowFields({ part, values, masks, row }: PartProps & { row: number }) {
  return (
    <FieldRow columns={2}>
      {part.fields.map((field) => (
        <SheetInput
          key={field.key}
          field={field}
          path={pathOf(part.key, row, field.key)}
          {...{ values, masks }}
        />
      ))}
    </FieldRow>
  );
}

function SheetInput({
  field,
  path,
  values,
  masks,
}: {
  field: SheetField;
  path: string;
  values: FormValues;
  masks: Record<string, string>;
}) {
  const props = { ...fieldOf(values, path), label: field.label, required: field.isRequired };
  if (field.kind === "day") return <DateField {...props} />;
  if (field.kind === "long") return <TextArea {...props} rows={3} />;
  if (field.kind === "choice")
    return (
      <Select
        {...props}
        placeholder="Belum dipilih"
        options={(field.choices ?? []).map((value) => ({ value, label: value }))}
      />
    );
  const mask = masks[path];
  const hint = mask ? `Tercatat ${mask}. Kosongkan bila tetap, tulis - bila dihapus.` : undefined;
  if (field.kind === "identifier") return <TextField {...props} hint={hint} autoComplete="off" />;
  return <TextField {...props} autoComplete="off" />;
}
