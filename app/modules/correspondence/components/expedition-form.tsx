import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow, FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, TextArea, TextField } from "#app/ui/text-fields.tsx";

export interface ExpeditionDefaults {
  surat: string;
  dikirim: string;
  nomor: string;
  tanggal_surat: string;
  isi: string;
  tujuan: string;
  /** Who took it, where it was handed over already. */
  penerima: string;
}

/** What the expedition book says of something that is sent. */
export function ExpeditionForm({
  defaults,
  reply,
}: {
  defaults: ExpeditionDefaults;
  reply: FormReply | undefined;
}) {
  const [form, fields] = useForm({
    id: "kiriman",
    lastResult: reply,
    defaultValue: { ...defaults, keterangan: "" },
  });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      {defaults.surat && <Hidden name="surat" value={defaults.surat} />}
      <FormStack>
        <FieldRow>
          <TextField {...textProps(fields.nomor)} label="Nomor surat" required />
          <DateField {...textProps(fields.tanggal_surat)} label="Tanggal surat" />
        </FieldRow>
        <TextArea {...textProps(fields.isi)} label="Isi singkat" rows={2} width="form" required />
        <TextField {...textProps(fields.tujuan)} label="Ditujukan kepada" width="form" required />
        <DateField {...textProps(fields.dikirim)} label="Dikirim" required />
        <TextField
          {...textProps(fields.penerima)}
          label="Diterima oleh"
          hint="Boleh dicatat nanti, setelah pengantar kembali."
          width="form"
        />
        <TextField {...textProps(fields.keterangan)} label="Keterangan" width="form" />
      </FormStack>
      <FormActions>
        <Button icon="check">Simpan dan beri nomor</Button>
      </FormActions>
    </form>
  );
}
