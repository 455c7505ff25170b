import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextField } from "#app/ui/text-fields.tsx";
import { TargetFields } from "./target-fields.tsx";

interface RetargetFormProps {
  reply: FormReply | undefined;
  version: number;
  unit: string;
  targets: Record<"t1" | "t2" | "t3" | "t4", string>;
}

/** New targets of an approved programme's indicator, with the reason that the law of the house asks for. */
export function RetargetForm({ reply, version, unit, targets }: RetargetFormProps) {
  const [form, fields] = useForm<Record<"t1" | "t2" | "t3" | "t4" | "alasan", string>>({
    id: "target",
    lastResult: reply,
    defaultValue: { ...targets, alasan: "" },
  });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <FormStack>
        <TargetFields t1={fields.t1} t2={fields.t2} t3={fields.t3} t4={fields.t4} unit={unit} />
        <TextField {...textProps(fields.alasan)} label="Alasan perubahan" required />
      </FormStack>
      <FormActions>
        <Button type="submit" name="maksud" value="ubah-target">
          Simpan target baru
        </Button>
      </FormActions>
    </form>
  );
}
