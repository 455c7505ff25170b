import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";
import type { AnswerRequestInput } from "../input.ts";
import type { RequestRow } from "../requests.server.ts";

const GRANTED = {
  access: "Dipenuhi: berkas datanya sudah diserahkan atau disiapkan",
  correction: "Dipenuhi: datanya sudah diperbaiki",
  deletion: "Dipenuhi: hapus sekarang yang boleh dihapus",
} as const;

/** The answer to a request that waits. */
export function AnswerForm({
  request,
  reply,
}: {
  request: Pick<RequestRow, "kind" | "version">;
  reply: FormReply | undefined;
}) {
  const [form, fields] = useForm<AnswerRequestInput>({ id: "jawaban", lastResult: reply });
  return (
    <form {...formProps(form)} className="mt-8 max-w-form" aria-labelledby="jawab">
      <h2 id="jawab" className="mb-4 text-lg">
        Jawaban
      </h2>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(request.version)} />
      <FormStack>
        <RadioGroup
          {...choiceProps(fields.putusan)}
          label="Putusan"
          choices={[
            { value: "penuhi", label: GRANTED[request.kind] },
            { value: "tolak", label: "Ditolak", hint: "Tulis alasannya menurut peraturan." },
          ]}
          required
        />
        <TextArea
          {...textProps(fields.jawaban)}
          label="Jawaban kepada orangnya"
          hint="Apa yang dilakukan, atau mengapa tidak dapat dipenuhi."
          required
        />
      </FormStack>
      <FormActions>
        <Button icon="check">Simpan jawaban</Button>
      </FormActions>
    </form>
  );
}
