import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FieldRow, FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, MoneyField, TextField } from "#app/ui/text-fields.tsx";
import { BUDGET_SIDES } from "../budget-rules.ts";
import { SIDE_NAMES } from "../words.ts";

interface BudgetFormProps {
  defaults: { sisi: string; nama: string; anggaran: string; realisasi: string; realisasi_per: string };
  reply: FormReply | undefined;
  version?: number;
  submitLabel: string;
}

/** A line of the budget poster. */
export function BudgetForm({ defaults, reply, version, submitLabel }: BudgetFormProps) {
  const [form, fields] = useForm({ id: "anggaran", lastResult: reply, defaultValue: { ...defaults } });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      {version !== undefined && <Hidden name="versi" value={String(version)} />}
      <FormStack>
        <RadioGroup
          {...choiceProps(fields.sisi)}
          label="Sisi"
          choices={BUDGET_SIDES.map((side) => ({ value: side, label: SIDE_NAMES[side] }))}
          required
        />
        <TextField
          {...textProps(fields.nama)}
          label="Uraian"
          hint="Misalnya: Dana Desa, atau Bidang Pembangunan."
          width="form"
          required
        />
        <MoneyField {...textProps(fields.anggaran)} label="Anggaran" required />
        <FieldRow>
          <MoneyField {...textProps(fields.realisasi)} label="Realisasi" />
          <DateField {...textProps(fields.realisasi_per)} label="Realisasi sampai" />
        </FieldRow>
      </FormStack>
      <FormActions>
        <Button icon="check">{submitLabel}</Button>
      </FormActions>
    </form>
  );
}
