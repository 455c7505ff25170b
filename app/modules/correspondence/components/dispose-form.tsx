import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, TextArea } from "#app/ui/text-fields.tsx";
import { PHRASES } from "../incoming-rules.ts";
import type { MailOfficial } from "../officials.server.ts";

/** A leader passes the letter on. */
export function DisposeForm({
  version,
  officials,
  reply,
}: {
  version: number;
  officials: readonly MailOfficial[];
  reply: FormReply | undefined;
}) {
  const [form, fields] = useForm({
    id: "disposisi",
    lastResult: reply,
    defaultValue: { kepada: [] as string[], frasa: [] as string[], perintah: "", batas: "" },
  });
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <FormStack>
        <CheckboxGroup
          {...choiceProps(fields.kepada)}
          label="Diteruskan kepada"
          choices={officials.map(({ id, name, titles }) => ({ value: id, label: name, hint: titles }))}
          columns={2}
          required
        />
        <CheckboxGroup
          {...choiceProps(fields.frasa)}
          label="Perintah"
          choices={PHRASES.map((phrase) => ({ value: phrase, label: phrase }))}
          columns={2}
          plain
        />
        <TextArea {...textProps(fields.perintah)} label="Perintah lain atau catatan" rows={2} width="form" />
        <DateField {...textProps(fields.batas)} label="Paling lambat" />
      </FormStack>
      <FormActions>
        <Button name="maksud" value="disposisi" icon="send">
          Teruskan
        </Button>
      </FormActions>
    </form>
  );
}
