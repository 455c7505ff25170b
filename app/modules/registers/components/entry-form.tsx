import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { type FieldMeta, formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, MoneyField, NumberField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import type { EntryField } from "../entry-fields.ts";

interface EntryFormProps {
  fields: readonly EntryField[];
  defaults: Record<string, string>;
  reply: FormReply | undefined;
  /** Of a correction: the version that it is made from. */
  version?: number;
}

/** An entry of a register, as its book asks for it. */
export function EntryForm({ fields, defaults, reply, version }: EntryFormProps) {
  const [form, metas] = useForm<Record<string, string>>({
    id: "catatan",
    lastResult: reply,
    defaultValue: defaults,
  });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      {version !== undefined && <Hidden name="versi" value={String(version)} />}
      <FormStack>
        {fields.map((field) => (
          <Control key={field.name} field={field} meta={metas[field.name] as FieldMeta} />
        ))}
      </FormStack>
      <FormActions>
        <Button icon="check">Simpan</Button>
      </FormActions>
    </form>
  );
}

function Control({ field, meta }: { field: EntryField; meta: FieldMeta }) {
  const { kind, label, hint, required, choices = [], placeholder } = field;
  const shared = { label, hint, required };
  switch (kind) {
    case "hidden":
      return meta.initialValue ? <Hidden name={meta.name} value={String(meta.initialValue)} /> : null;
    case "choice":
      return (
        <Select
          {...selectProps(meta)}
          {...shared}
          options={choices}
          placeholder={placeholder ?? "Pilih"}
          width="form"
        />
      );
    case "area":
      return <TextArea {...textProps(meta)} {...shared} rows={3} width="form" />;
    case "day":
      return <DateField {...textProps(meta)} {...shared} />;
    case "number":
      return <NumberField {...textProps(meta)} {...shared} />;
    case "money":
      return <MoneyField {...textProps(meta)} {...shared} />;
    default:
      return <TextField {...textProps(meta)} {...shared} width="form" />;
  }
}
