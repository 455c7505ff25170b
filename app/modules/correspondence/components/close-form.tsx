import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";

/** Ends a letter by a note. */
export function CloseForm({ version, reply }: { version: number; reply: FormReply | undefined }) {
  const [form, fields] = useForm({ id: "tutup", lastResult: reply, defaultValue: { catatan: "" } });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-3">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <TextArea {...textProps(fields.catatan)} label="Bagaimana surat ini selesai" rows={2} required />
      <div>
        <Button name="maksud" value="tutup" icon="check" variant="secondary">
          Tutup surat
        </Button>
      </div>
    </form>
  );
}
