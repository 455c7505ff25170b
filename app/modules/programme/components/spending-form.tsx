import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow, FormSection } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, MoneyField, TextField } from "#app/ui/text-fields.tsx";

/** One entry of spending, or a correction that takes its amount off. */
export function SpendingForm({ reply, today }: { reply: FormReply | undefined; today: string }) {
  const [form, fields] = useForm({
    id: "belanja",
    lastResult: reply,
    defaultValue: { jenis: "belanja", tanggal: today, jumlah: "", keterangan: "" },
  });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <FormSection title="Catat belanja">
        <FieldRow columns={2}>
          <MoneyField {...textProps(fields.jumlah)} label="Jumlah" required />
          <DateField {...textProps(fields.tanggal)} label="Tanggal" required />
        </FieldRow>
        <TextField {...textProps(fields.keterangan)} label="Keterangan" required />
        <RadioGroup
          {...choiceProps(fields.jenis)}
          label="Jenis catatan"
          required
          choices={[
            { value: "belanja", label: "Belanja" },
            {
              value: "koreksi",
              label: "Koreksi",
              hint: "Mengurangi belanja yang terlanjur dicatat terlalu besar.",
            },
          ]}
        />
        <div>
          <Button>Simpan belanja</Button>
        </div>
      </FormSection>
    </form>
  );
}
