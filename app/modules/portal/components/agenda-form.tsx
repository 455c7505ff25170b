import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow, FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, TextArea, TextField } from "#app/ui/text-fields.tsx";

export interface AgendaDefaults {
  judul: string;
  tempat: string;
  tanggal: string;
  mulai: string;
  selesai: string;
  keterangan: string;
}

interface AgendaFormProps {
  defaults: AgendaDefaults;
  reply: FormReply | undefined;
  version?: number;
  submitLabel: string;
}

/** Something that happens: what, where and when. */
export function AgendaForm({ defaults, reply, version, submitLabel }: AgendaFormProps) {
  const [form, fields] = useForm({ id: "agenda", lastResult: reply, defaultValue: { ...defaults } });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      {version !== undefined && <Hidden name="versi" value={String(version)} />}
      <FormStack>
        <TextField {...textProps(fields.judul)} label="Kegiatan" width="form" required />
        <TextField {...textProps(fields.tempat)} label="Tempat" width="form" />
        <FieldRow columns={3}>
          <DateField {...textProps(fields.tanggal)} label="Tanggal" required />
          <TextField {...textProps(fields.mulai)} type="time" label="Mulai" width="short" required />
          <TextField {...textProps(fields.selesai)} type="time" label="Selesai" width="short" />
        </FieldRow>
        <TextArea {...textProps(fields.keterangan)} label="Keterangan" rows={3} width="form" />
      </FormStack>
      <FormActions>
        <Button icon="check">{submitLabel}</Button>
      </FormActions>
    </form>
  );
}
