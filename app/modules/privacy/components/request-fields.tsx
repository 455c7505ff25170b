import { Button, ButtonLink } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import type { FieldMeta, FormMeta } from "#app/ui/conform.ts";
import { choiceProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextArea, TextField } from "#app/ui/text-fields.tsx";
import { REQUEST_KINDS } from "../input.ts";
import { REQUEST_WORDS } from "../words.ts";
import { MomentRow } from "./moment-row.tsx";

interface RequestFieldsProps {
  form: FormMeta;
  fields: Record<"orang" | "jenis" | "dikenali" | "tanggal" | "jam" | "isi", FieldMeta>;
  people: readonly { key: string; name: string; meta: string; kind: string }[];
  cancelHref: string;
}

/** The form of a new request. */
export function RequestFields({ form, fields, people, cancelHref }: RequestFieldsProps) {
  const kinds = new Set(people.map(({ kind }) => kind));
  const choices = people.map(({ key, name, meta, kind }) => ({
    value: key,
    label: name,
    hint: kinds.size > 1 ? `${meta}. ${kind}.` : meta,
  }));
  return (
    <form {...formProps(form)} className="max-w-form">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <FormStack>
        <RadioGroup {...choiceProps(fields.orang)} label="Orangnya" choices={choices} columns={2} required />
        <RadioGroup
          {...choiceProps(fields.jenis)}
          label="Yang diminta"
          choices={REQUEST_KINDS.map((kind) => ({ value: kind, label: REQUEST_WORDS.kinds[kind] }))}
          required
        />
        <TextField
          {...textProps(fields.dikenali)}
          label="Bagaimana orangnya dikenali"
          hint="Misalnya: menunjukkan KTP, atau dikenal sendiri. Jangan tulis NIK."
          required
        />
        <MomentRow day={fields.tanggal} time={fields.jam} label="diterima" />
        <TextArea
          {...textProps(fields.isi)}
          label="Isi permintaan"
          hint="Untuk perbaikan: data mana yang salah, dan apa yang benar."
        />
      </FormStack>
      <FormActions>
        <Button icon="check">Catat permintaan</Button>
        <ButtonLink href={cancelHref} variant="quiet">
          Batal
        </ButtonLink>
      </FormActions>
    </form>
  );
}
