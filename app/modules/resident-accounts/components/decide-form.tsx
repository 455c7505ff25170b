import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";
import type { DecideInput } from "../input.ts";

interface DecideFormProps {
  version: number;
  reply: FormReply | undefined;
  accept: string;
  /** What can't be accepted is only refused. */
  mayAccept: boolean;
}

/** Accept with one tap, or refuse with a reason. */
export function DecideForm({ version, reply, accept, mayAccept }: DecideFormProps) {
  const [form, fields] = useForm<DecideInput>({ id: "putusan", lastResult: reply });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      {mayAccept && (
        <div>
          <Button name="putusan" value="terima" icon="check">
            {accept}
          </Button>
        </div>
      )}
      <TextArea
        {...textProps(fields.alasan)}
        label="Alasan menolak"
        hint="Diisi bila ditolak; ditulis supaya warga mengerti."
        rows={3}
      />
      <div>
        <Button name="putusan" value="tolak" variant="danger">
          Tolak
        </Button>
      </div>
    </form>
  );
}
