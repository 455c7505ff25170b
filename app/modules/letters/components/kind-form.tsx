import { Button } from "#app/ui/button.tsx";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "#app/ui/choice-fields.tsx";
import type { FieldMeta, FormMeta } from "#app/ui/conform.ts";
import {
  checkboxProps,
  choiceProps,
  formProps,
  selectProps,
  summaryErrors,
  textProps,
} from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow, FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { PROMISES } from "../kind-rules.ts";
import { TemplateHelp } from "./template-help.tsx";

export type KindFields = Record<
  | "versi"
  | "judul"
  | "kegunaan"
  | "klasifikasi"
  | "janji"
  | "berlaku"
  | "satuan"
  | "paraf"
  | "mandiri"
  | "isian"
  | "syarat"
  | "isi",
  FieldMeta
>;

const UNITS = [
  { value: "day", label: "hari" },
  { value: "month", label: "bulan" },
  { value: "year", label: "tahun" },
];
const REVIEWERS = [
  { value: "kasi", label: "Kasi" },
  { value: "sekdes", label: "Sekretaris Desa" },
];

interface KindFormProps {
  form: FormMeta;
  fields: KindFields;
  classes: { code: string; name: string }[];
  names: string[];
  /** Whether an official signs: what the declarants sign alone nobody initials. */
  hasReview: boolean;
}

/** Everything of a kind that a village may set, with a button that shows it before it is saved. */
export function KindForm({ form, fields, classes, names, hasReview }: KindFormProps) {
  const options = classes.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name={fields.versi.name} value={textProps(fields.versi).defaultValue ?? "0"} />
      <FormStack>
        <TextField {...textProps(fields.judul)} label="Judul surat" required />
        <TextField {...textProps(fields.kegunaan)} label="Untuk apa surat ini" width="full" required />
        <Select {...selectProps(fields.klasifikasi)} label="Kode klasifikasi" options={options} required />
        <RadioGroup
          {...choiceProps(fields.janji)}
          label="Waktu selesai yang dijanjikan"
          choices={Object.entries(PROMISES).map(([value, { label }]) => ({ value, label }))}
          required
        />
        <FieldRow>
          <TextField
            {...textProps(fields.berlaku)}
            label="Berlaku selama"
            hint="Kosongkan bila tidak terbatas."
            inputMode="numeric"
          />
          <Select {...selectProps(fields.satuan)} label="Satuan" options={UNITS} required />
        </FieldRow>
        {hasReview && (
          <CheckboxGroup
            {...choiceProps(fields.paraf)}
            label="Diperiksa dan diparaf sebelum ditandatangani"
            choices={REVIEWERS}
          />
        )}
        <Checkbox {...checkboxProps(fields.mandiri)} label="Warga boleh memintanya sendiri lewat Balai." />
        <TextArea
          {...textProps(fields.syarat)}
          label="Syarat"
          hint="Satu syarat untuk tiap baris: nama syarat | wajib, diminta sebagian, atau tidak lagi diwajibkan | dasar aturannya bila ada."
          rows={5}
          width="full"
        />
        <TextArea
          {...textProps(fields.isian)}
          label="Isian"
          hint="Satu isian untuk tiap baris: nama | label | jenis | wajib atau boleh kosong | petunjuk. Jenis: teks, panjang, angka, tanggal, uang, orang, pilihan: A; B, daftar: Kolom; Kolom."
          rows={6}
          width="full"
        />
        <TextArea {...textProps(fields.isi)} label="Isi surat" rows={18} width="full" required />
        <TemplateHelp names={names} />
      </FormStack>
      <FormActions>
        <Button type="submit" name="tindakan" value="simpan">
          Simpan jenis surat
        </Button>
        <Button type="submit" name="tindakan" value="contoh" variant="secondary">
          Lihat contoh
        </Button>
      </FormActions>
    </form>
  );
}
