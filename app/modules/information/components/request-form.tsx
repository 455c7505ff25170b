import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, NumberField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import { WAYS } from "../request-rules.ts";
import { WAY_NAMES } from "../words.ts";

interface RequestFormProps {
  reply: FormReply | undefined;
  /** At the counter the day is asked too; null on the public page. */
  today: string | null;
  submitLabel: string;
}

const EMPTY = {
  nama: "",
  alamat: "",
  kontak: "",
  identitas: "",
  informasi: "",
  tujuan: "",
  cara: "electronic",
};

/** Who asks for what: the same questions on the web and at the counter. */
export function RequestForm({ reply, today, submitLabel }: RequestFormProps) {
  const [form, fields] = useForm({
    id: "permohonan",
    lastResult: reply,
    defaultValue: { ...EMPTY, diterima: today ?? "" },
  });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <FormStack>
        <TextArea
          {...textProps(fields.informasi)}
          label="Informasi yang diminta"
          hint="Sejelas mungkin: dokumen apa, tahun berapa."
          rows={4}
          width="form"
          required
        />
        <TextArea
          {...textProps(fields.tujuan)}
          label="Untuk apa informasi ini dipakai"
          rows={2}
          width="form"
          required
        />
        <RadioGroup
          {...choiceProps(fields.cara)}
          label="Cara menerima"
          choices={WAYS.map((way) => ({ value: way, label: WAY_NAMES[way] }))}
          required
        />
        <TextField
          {...textProps(fields.nama)}
          label="Nama pemohon"
          autoComplete="name"
          width="form"
          required
        />
        <TextField
          {...textProps(fields.alamat)}
          label="Alamat"
          autoComplete="street-address"
          width="form"
          required
        />
        <TextField
          {...textProps(fields.kontak)}
          label="Telepon atau surel"
          hint="Ke sini jawabannya dikirim."
          width="form"
          required
        />
        <NumberField
          {...textProps(fields.identitas)}
          label="NIK"
          hint="Boleh dikosongkan; kantor desa dapat meminta Anda menunjukkan KTP saat mengambil jawaban."
          width="form"
        />
        {today !== null && <DateField {...textProps(fields.diterima)} label="Diterima" />}
      </FormStack>
      <FormActions>
        <Button icon="send">{submitLabel}</Button>
      </FormActions>
    </form>
  );
}
