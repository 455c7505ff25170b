import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextField } from "#app/ui/text-fields.tsx";

/** Strikes an entry out, with the reason. */
export function VoidEntryForm({ version, reply }: { version: number; reply: FormReply | undefined }) {
  const [form, fields] = useForm({ id: "coret", lastResult: reply, defaultValue: { alasan: "" } });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <TextField {...textProps(fields.alasan)} label="Alasan" width="form" required />
      <FormActions>
        <Button name="maksud" value="coret" variant="danger" icon="cross">
          Coret catatan
        </Button>
      </FormActions>
    </form>
  );
}
