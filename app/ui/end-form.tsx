import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { formProps, summaryErrors, textProps } from "./conform.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { FormActions } from "./form-layout.tsx";
import { SubmitKey } from "./submit-key.tsx";
import { Hidden, TextArea, TextField } from "./text-fields.tsx";

interface EndFormProps {
  /** What the button asks for: value of `maksud`, and the form's id. */
  intent: string;
  version: number;
  reply: SubmissionResult | undefined;
  /** Lines of a reason that may be longer; one field of one line unless told. */
  rows?: number;
  /** Words of the button. */
  children: ReactNode;
}

/** Ends something (strikes it out, refuses, cancels), with the reason in `alasan`. */
export function EndForm({ intent, version, reply, rows, children }: EndFormProps) {
  const [form, fields] = useForm({ id: intent, lastResult: reply, defaultValue: { alasan: "" } });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      {rows ? (
        <TextArea {...textProps(fields.alasan)} label="Alasan" rows={rows} required />
      ) : (
        <TextField {...textProps(fields.alasan)} label="Alasan" width="form" required />
      )}
      <FormActions>
        <Button name="maksud" value={intent} variant="danger" icon="cross">
          {children}
        </Button>
      </FormActions>
    </form>
  );
}
