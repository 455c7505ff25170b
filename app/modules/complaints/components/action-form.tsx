import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button, type ButtonVariant } from "#app/ui/button.tsx";
import { type FieldMeta, formProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";

interface ActionFormProps<Name extends string> {
  /** Value of `maksud`. */
  intent: string;
  version: number;
  reply: FormReply | undefined;
  values: Record<Name, string>;
  send: string;
  variant?: ButtonVariant;
  children: (fields: Record<Name, FieldMeta>) => ReactNode;
}

/** One thing that is done to a complaint. */
export function ActionForm<Name extends string>(props: ActionFormProps<Name>) {
  const { intent, version, reply, values, send, variant, children } = props;
  const own = reply?.initialValue?.maksud === intent ? reply : undefined;
  const [form, fields] = useForm<Record<string, string>>({
    id: intent,
    lastResult: own,
    defaultValue: values,
  });
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="maksud" value={intent} />
      <Hidden name="versi" value={String(version)} />
      {children(fields as unknown as Record<Name, FieldMeta>)}
      <div>
        <Button variant={variant}>{send}</Button>
      </div>
    </form>
  );
}
