import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button, type ButtonProps } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";

export interface ReasonFormProps {
  /** Name of the field. */
  field: "alasan" | "catatan";
  label: string;
  hint?: string;
  button: string;
  variant?: ButtonProps["variant"];
  /** Which of a page's forms this is. */
  step?: string;
  reply: FormReply | undefined;
}

/** One reason and one button. */
export function ReasonForm({ field, label, hint, button, variant, step, reply }: ReasonFormProps) {
  const [form, fields] = useForm<Record<string, string>>({ id: "alasan", lastResult: reply });
  const meta = fields[field];
  if (!meta) return null;
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      {step && <Hidden name="langkah" value={step} />}
      <TextArea {...textProps(meta)} label={label} hint={hint} rows={3} required />
      <div>
        <Button variant={variant}>{button}</Button>
      </div>
    </form>
  );
}
