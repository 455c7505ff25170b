import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextField } from "#app/ui/text-fields.tsx";

/** Who took what was sent. */
export function ReceiveForm({
  version,
  defaults,
  reply,
}: {
  version: number;
  defaults: { penerima: string; keterangan: string };
  reply: FormReply | undefined;
}) {
  const [form, fields] = useForm({ id: "terima", lastResult: reply, defaultValue: defaults });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <FormStack>
        <TextField {...textProps(fields.penerima)} label="Diterima oleh" required />
        <TextField {...textProps(fields.keterangan)} label="Keterangan" />
      </FormStack>
      <div>
        <Button name="maksud" value="terima" icon="check">
          Simpan penerima
        </Button>
      </div>
    </form>
  );
}
