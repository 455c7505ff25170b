import { useForm } from "@conform-to/react";
import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, secretProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow, FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { keptFileOf, UploadField } from "#app/ui/upload-field.tsx";
import { NATURES } from "../incoming-rules.ts";
import { NATURE_NAMES } from "../words.ts";

export interface IncomingDefaults {
  diterima: string;
  pengirim?: string;
  nomor?: string;
  tanggal_surat?: string;
  perihal?: string;
  klasifikasi?: string;
  sifat: string;
  balas_sebelum?: string;
}

interface IncomingFormProps {
  defaults: IncomingDefaults;
  reply: FormReply | undefined;
  /** Of a letter that is corrected. */
  version?: number;
  /** Has it a scan already? */
  hasScan?: boolean;
  submitLabel: string;
}

/** What the agenda book says of a letter that came in, its scan last. */
export function IncomingForm({ defaults, reply, version, hasScan, submitLabel }: IncomingFormProps) {
  const [form, fields] = useForm({
    id: "surat-masuk",
    lastResult: reply,
    defaultValue: {
      pengirim: "",
      nomor: "",
      tanggal_surat: "",
      perihal: "",
      klasifikasi: "",
      balas_sebelum: "",
      ...defaults,
      berkas: "",
    },
  });
  return (
    <form {...formProps(form)} encType="multipart/form-data">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      {version !== undefined && <Hidden name="versi" value={String(version)} />}
      <FormStack>
        <TextField {...textProps(fields.pengirim)} label="Pengirim" width="form" required />
        <TextArea
          {...textProps(fields.perihal)}
          label="Perihal atau isi singkat"
          rows={2}
          width="form"
          required
        />
        <FieldRow>
          <TextField {...textProps(fields.nomor)} label="Nomor surat" />
          <DateField {...textProps(fields.tanggal_surat)} label="Tanggal surat" />
        </FieldRow>
        <FieldRow>
          <DateField {...textProps(fields.diterima)} label="Diterima" required />
          <DateField {...textProps(fields.balas_sebelum)} label="Dijawab paling lambat" />
        </FieldRow>
        <RadioGroup
          {...choiceProps(fields.sifat)}
          label="Sifat"
          choices={NATURES.map((nature) => ({
            value: nature,
            label: NATURE_NAMES[nature],
            hint:
              nature === "rahasia"
                ? "Hanya Kepala Desa, Sekretaris Desa, dan penerima disposisinya yang dapat membaca."
                : undefined,
          }))}
          columns={2}
          required
        />
        <TextField {...textProps(fields.klasifikasi)} label="Kode klasifikasi" width="short" />
        <UploadField
          {...secretProps(fields.berkas)}
          label={hasScan ? "Ganti foto atau pindaian" : "Foto atau pindaian surat"}
          hint="Foto (JPEG, PNG, atau WebP) atau PDF, paling besar 10 MB."
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
