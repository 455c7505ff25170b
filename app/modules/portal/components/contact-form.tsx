import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextField } from "#app/ui/text-fields.tsx";
import { CONTACT_WORDS } from "../words.ts";

interface ContactFormProps {
  defaults: { jenis: string; nama: string; nomor: string; catatan: string };
  reply: FormReply | undefined;
  version?: number;
  submitLabel: string;
}

/** A public number of an office or a service. */
export function ContactForm({ defaults, reply, version, submitLabel }: ContactFormProps) {
  const [form, fields] = useForm({ id: "kontak", lastResult: reply, defaultValue: { ...defaults } });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      {version !== undefined && <Hidden name="versi" value={String(version)} />}
      <FormStack>
        <RadioGroup
          {...choiceProps(fields.jenis)}
          label="Jenis"
          choices={(["emergency", "office"] as const).map((kind) => ({
            value: kind,
            label: CONTACT_WORDS.kinds[kind],
          }))}
          columns={2}
          required
        />
        <TextField
          {...textProps(fields.nama)}
          label="Nama kantor atau layanan"
          hint="Bukan nama warga. Nomor pribadi hanya dengan izin orangnya."
          width="form"
          required
        />
        <TextField {...textProps(fields.nomor)} type="tel" label="Nomor" required />
        <TextField {...textProps(fields.catatan)} label="Catatan" hint="Misalnya: 24 jam." width="form" />
      </FormStack>
      <FormActions>
        <Button icon="check">{submitLabel}</Button>
      </FormActions>
    </form>
  );
}
