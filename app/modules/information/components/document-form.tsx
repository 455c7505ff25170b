import { useForm } from "@conform-to/react";
import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox, RadioGroup, Select } from "#app/ui/choice-fields.tsx";
import {
  checkboxProps,
  choiceProps,
  formProps,
  secretProps,
  selectProps,
  summaryErrors,
  textProps,
} from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, NumberField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { keptFileOf, UploadField } from "#app/ui/upload-field.tsx";
import { CLASSES } from "../document-rules.ts";
import { GROUNDS } from "../request-rules.ts";
import { CLASS_NAMES, CLASS_NOTES, GROUND_NAMES } from "../words.ts";

interface DocumentFormProps {
  defaults: Record<
    "kelas" | "judul" | "ringkasan" | "tahun" | "dasar" | "ditutup_sampai" | "umumkan",
    string
  >;
  reply: FormReply | undefined;
  version?: number;
  submitLabel: string;
}

/** A document of the public list. */
export function DocumentForm({ defaults, reply, version, submitLabel }: DocumentFormProps) {
  const [form, fields] = useForm({
    id: "dokumen",
    lastResult: reply,
    defaultValue: { ...defaults, berkas: "" },
  });
  return (
    <form {...formProps(form)} encType="multipart/form-data">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      {version !== undefined && <Hidden name="versi" value={String(version)} />}
      <FormStack>
        <RadioGroup
          {...choiceProps(fields.kelas)}
          label="Golongan"
          choices={CLASSES.map((each) => ({
            value: each,
            label: CLASS_NAMES[each],
            hint: CLASS_NOTES[each],
          }))}
          required
        />
        <TextField {...textProps(fields.judul)} label="Judul" width="form" required />
        <TextArea {...textProps(fields.ringkasan)} label="Ringkasan" rows={3} width="form" />
        <NumberField {...textProps(fields.tahun)} label="Tahun" />
        <Select
          {...selectProps(fields.dasar)}
          label="Dasar hukum pengecualian"
          hint="Hanya untuk informasi yang dikecualikan."
          placeholder="Pilih pasalnya"
          options={GROUNDS.map((ground) => ({ value: ground, label: GROUND_NAMES[ground] }))}
          width="form"
        />
        <DateField {...textProps(fields.ditutup_sampai)} label="Dikecualikan sampai" />
        <Checkbox
          {...checkboxProps(fields.umumkan)}
          label="Tampilkan dalam daftar informasi di halaman desa."
          hint="Berkasnya ikut dapat diunduh siapa saja, kecuali yang dikecualikan. Pastikan tidak memuat data pribadi warga."
        />
        <UploadField
          {...secretProps(fields.berkas)}
          label="Berkas"
          hint="PDF atau foto, paling besar 10 MB."
          accept={acceptAttribute(["image", "pdf"])}
          kept={keptFileOf(reply)}
        />
      </FormStack>
      <FormActions>
        <Button icon="check">{submitLabel}</Button>
      </FormActions>
    </form>
  );
}
