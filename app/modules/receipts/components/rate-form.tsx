import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-fields.tsx";
import { choiceProps, formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";
import { RECEIPT_WORDS, SCORES } from "../words.ts";

/** Rates the service behind a code. */
export function RateForm({ code, reply }: { code: string; reply: FormReply | undefined }) {
  const [form, fields] = useForm({ id: "nilai", lastResult: reply, defaultValue: { nilai: "", ulasan: "" } });
  return (
    <section aria-labelledby="penilaian" className="flex max-w-form flex-col gap-4 border-t border-line pt-6">
      <div>
        <h2 id="penilaian" className="text-lg">
          {RECEIPT_WORDS.rateTitle}
        </h2>
        <p className="text-ink-soft">{RECEIPT_WORDS.rateLead}</p>
      </div>
      <form {...formProps(form)} className="flex flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <Hidden name="kode" value={code} />
        <RadioGroup
          {...choiceProps(fields.nilai)}
          label="Bagaimana pelayanannya?"
          choices={SCORES}
          required
        />
        <TextArea
          {...textProps(fields.ulasan)}
          label="Apa yang perlu diperbaiki?"
          hint="Tulis tanpa nama dan nomor siapa pun."
          rows={3}
        />
        <div>
          <Button icon="check">Kirim penilaian</Button>
        </div>
      </form>
    </section>
  );
}
