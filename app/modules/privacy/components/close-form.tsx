import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";
import type { BreachRow } from "../breaches.server.ts";
import type { CloseBreachInput } from "../input.ts";

/** Last step of a breach. */
export function CloseForm({
  breach,
  isNext,
  reply,
}: {
  breach: Pick<BreachRow, "version">;
  /** Is this the step that comes next? */
  isNext: boolean;
  reply: FormReply | undefined;
}) {
  const [form, fields] = useForm<CloseBreachInput>({ id: "tutup", lastResult: reply });
  return (
    <form {...formProps(form)} className="max-w-form" aria-labelledby="langkah-3">
      <h2 id="langkah-3" className="mb-4 text-lg">
        3. Tutup catatan
      </h2>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="langkah" value="tutup" />
      <Hidden name="versi" value={String(breach.version)} />
      <FormStack>
        <RadioGroup
          {...choiceProps(fields.hasil)}
          label="Hasil"
          choices={[
            { value: "selesai", label: "Semua sudah diberi tahu dan kejadian ditangani" },
            { value: "bukan", label: "Ternyata bukan kegagalan pelindungan data" },
          ]}
          required
        />
        <TextArea
          {...textProps(fields.catatan)}
          label="Catatan penutup"
          hint="Apa yang diperbaiki supaya tidak terulang, atau mengapa ini bukan kegagalan."
          required
        />
      </FormStack>
      <div className="mt-6">
        <Button variant={isNext ? "primary" : "secondary"} icon="check">
          Tutup catatan
        </Button>
      </div>
    </form>
  );
}
