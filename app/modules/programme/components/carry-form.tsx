import { useForm } from "@conform-to/react";
import { useActionData } from "react-router";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, summaryErrors } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import type { NextYearInput } from "../next-year-input.ts";
import { NEXT_YEAR_WORDS } from "../next-year-words.ts";

interface CarryFormProps {
  year: number;
  sections: readonly {
    id: string;
    name: string;
    choices: { value: string; label: string; hint: string }[];
  }[];
  unfinishedIds: string[];
  /** A draft of the following year is there: what is chosen joins it. */
  isAdding: boolean;
}

/** Which activities come along into the following year. */
export function CarryForm({ year, sections, unfinishedIds, isAdding }: CarryFormProps) {
  const [form, fields] = useForm<NextYearInput>({
    id: "lanjut",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: { kegiatan: unfinishedIds },
  });
  const group = choiceProps(fields.kegiatan);
  return (
    <form {...formProps(form)} className="flex max-w-form flex-col gap-6">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      {isAdding && <Hidden name="tambah" value="ya" />}
      {sections.map((section, index) => (
        <CheckboxGroup
          {...group}
          key={section.id}
          id={index === 0 ? group.id : `${group.id}-${section.id}`}
          errors={index === 0 ? group.errors : undefined}
          label={section.name}
          plain
          choices={section.choices}
        />
      ))}
      <FormActions>
        <Button name="cakupan" value="terpilih">
          {isAdding ? NEXT_YEAR_WORDS.addTo(year + 1) : `Susun ${year + 1} dari yang dicentang`}
        </Button>
        <Button variant="secondary" name="cakupan" value="semua">
          Bawa semua kegiatan
        </Button>
      </FormActions>
    </form>
  );
}
