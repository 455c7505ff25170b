import { Select } from "#app/ui/choice-fields.tsx";
import { FieldRow, FormSection } from "#app/ui/form-layout.tsx";
import { DateField, NumberField, TextField } from "#app/ui/text-fields.tsx";
import { type FormValues, fieldOf, hasErrors } from "./form-values.ts";

interface PersonFieldsProps {
  /** Name of the group of fields. */
  path: string;
  label: string;
  hint?: string;
  family: readonly { id: string; name: string }[];
  values: FormValues;
  /** Without him there is no letter. */
  isNeeded?: boolean;
}

/** Fields that are folded away. */
const MORE = ["nik", "tempat_lahir", "tanggal_lahir", "kelamin", "agama", "pekerjaan", "alamat"];

/** Somebody from the card, or typed in. */
export function PersonFields({ path, label, hint, family, values, isNeeded }: PersonFieldsProps) {
  const field = (name: string) => fieldOf(values, `${path}.${name}`);
  const isWrong = MORE.some((name) => hasErrors(values.reply, `${path}.${name}`));
  return (
    <FormSection title={label} lead={hint}>
      {family.length > 0 && (
        <Select
          {...field("pilih")}
          label="Dari Kartu Keluarga"
          placeholder="Bukan anggota keluarga: tulis di bawah"
          options={family.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField {...field("nama")} label="Nama" autoComplete="off" required={isNeeded} />
      <details className="flex flex-col gap-5" open={isWrong}>
        <summary className="flex min-h-11 items-center font-semibold text-laut underline">
          Data lain yang dicetak
        </summary>
        <div className="flex flex-col gap-5 pt-2">
          <NumberField {...field("nik")} label="NIK" />
          <FieldRow columns={2}>
            <TextField {...field("tempat_lahir")} label="Tempat lahir" />
            <DateField {...field("tanggal_lahir")} label="Tanggal lahir" />
          </FieldRow>
          <FieldRow columns={2}>
            <TextField {...field("kelamin")} label="Jenis kelamin" />
            <TextField {...field("agama")} label="Agama" />
          </FieldRow>
          <TextField {...field("pekerjaan")} label="Pekerjaan" />
          <TextField {...field("alamat")} label="Alamat" />
        </div>
      </details>
    </FormSection>
  );
}
