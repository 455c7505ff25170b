import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { NumberField, TextField } from "#app/ui/text-fields.tsx";

/** The year whose poster is opened. */
export function BudgetYearForm({ year, reply }: { year: string; reply: FormReply | undefined }) {
  const [form, fields] = useForm({ id: "tahun", lastResult: reply, defaultValue: { tahun: year } });
  return (
    <form {...formProps(form)} className="flex flex-col items-start gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <NumberField {...textProps(fields.tahun)} label="Tahun" required />
      <Button variant="secondary">Buka tahun ini</Button>
    </form>
  );
}

/** A host that the village wants to be found by. */
export function DomainForm({ reply }: { reply: FormReply | undefined }) {
  const [form, fields] = useForm({ id: "alamat", lastResult: reply, defaultValue: { alamat: "" } });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col items-start gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <TextField
        {...textProps(fields.alamat)}
        label="Nama domain desa"
        hint="Misalnya sesela.desa.id, tanpa https://."
        width="form"
        required
      />
      <Button icon="plus">Catat alamat</Button>
    </form>
  );
}
