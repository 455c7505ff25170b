import { useForm } from "@conform-to/react";
import { SettingsForm } from "#app/modules/village/components/settings-form.tsx";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { textProps } from "#app/ui/conform.ts";
import { FieldRow } from "#app/ui/form-layout.tsx";
import { DateField, Hidden, TextField } from "#app/ui/text-fields.tsx";

/** The head adopts the draft by the number and date of his decree. */
export function AdoptForm({ version, reply }: { version: number; reply: FormReply | undefined }) {
  const [form, fields] = useForm({
    id: "tetapkan",
    lastResult: reply,
    defaultValue: { versi: String(version), nomor: "", tanggal: "" },
  });
  return (
    <SettingsForm form={form} version={fields.versi} save="Tetapkan standar pelayanan">
      <Hidden name="maksud" value="tetapkan" />
      <FieldRow>
        <TextField
          {...textProps(fields.nomor)}
          label="Nomor keputusan Kepala Desa"
          required
          autoComplete="off"
        />
        <DateField {...textProps(fields.tanggal)} label="Tanggal keputusan" required />
      </FieldRow>
    </SettingsForm>
  );
}
