import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-fields.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";

interface PickProps {
  forms: readonly { id: string; form: string; personName: string }[];
  label: string;
  submit: string;
  reply: FormReply | undefined;
  /** Of a batch that gets more. */
  version?: number;
}

/** Ready forms, all ticked, to go into a batch. */
export function PickForms({ forms, label, submit, reply, version }: PickProps) {
  return (
    <form method="post" className="flex flex-col gap-4">
      <ErrorSummary errors={replySummary(reply, "#pilih")} />
      <SubmitKey />
      {version !== undefined && <Hidden name="versi" value={String(version)} />}
      <CheckboxGroup
        id="pilih"
        name="lembar"
        label={label}
        choices={forms.map(({ id, form, personName }) => ({ value: id, label: personName, hint: form }))}
        selected={forms.map(({ id }) => id)}
        columns={2}
      />
      <div>
        <Button name="maksud" value="tambah" icon="plus">
          {submit}
        </Button>
      </div>
    </form>
  );
}
