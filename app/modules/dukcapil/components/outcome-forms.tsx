import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button, type ButtonVariant } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { DateField, Hidden, NumberField, TextArea, TextField } from "#app/ui/text-fields.tsx";
import type { ResultKey } from "../sheet-rules.ts";
import { RESULT_WORDS } from "../words.ts";

interface OutcomeProps {
  version: number;
  today: string;
  reply: FormReply | undefined;
}

/** What Dukcapil issued. */
export function FinishForm({
  version,
  today,
  reply,
  results,
}: OutcomeProps & { results: readonly ResultKey[] }) {
  const [form, fields] = useForm({
    id: "selesai",
    lastResult: reply,
    defaultValue: { tanggal: today, nik: "", akta_lahir: "", nomor: "" },
  });
  return (
    <form {...formProps(form)} className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <FormStack>
        <DateField {...textProps(fields.tanggal)} label="Tanggal selesai" required />
        {results.map((key) =>
          key === "nik" ? (
            <NumberField key={key} {...textProps(fields.nik)} {...RESULT_WORDS.nik} width="form" />
          ) : (
            <TextField
              key={key}
              {...textProps(fields[key])}
              {...RESULT_WORDS[key]}
              required={key === "akta_lahir"}
              autoComplete="off"
            />
          ),
        )}
      </FormStack>
      <Submit value="selesai">Catat selesai</Submit>
    </form>
  );
}

/** Why Dukcapil gave it back. */
export function ReturnForm({ version, today, reply }: OutcomeProps) {
  const [form, fields] = useForm({
    id: "kembali",
    lastResult: reply,
    defaultValue: { tanggal: today, alasan: "" },
  });
  return (
    <form {...formProps(form)} className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <FormStack>
        <DateField {...textProps(fields.tanggal)} label="Dikembalikan pada" required />
        <TextArea
          {...textProps(fields.alasan)}
          label="Alasan dari Dukcapil"
          hint="Jangan tulis NIK atau nomor KK di sini."
          rows={2}
          required
        />
      </FormStack>
      <Submit value="kembali" variant="secondary">
        Catat pengembalian
      </Submit>
    </form>
  );
}

/** Who took the paper home. */
export function CollectForm({ version, today, reply }: OutcomeProps) {
  const [form, fields] = useForm({
    id: "ambil",
    lastResult: reply,
    defaultValue: { tanggal: today, oleh: "" },
  });
  return (
    <form {...formProps(form)} className="flex flex-col gap-4">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <Hidden name="versi" value={String(version)} />
      <FormStack>
        <TextField {...textProps(fields.oleh)} label="Diambil oleh" autoComplete="off" required />
        <DateField {...textProps(fields.tanggal)} label="Tanggal" required />
      </FormStack>
      <Submit value="ambil">Catat pengambilan</Submit>
    </form>
  );
}

function Submit({ value, variant, children }: { value: string; variant?: ButtonVariant; children: string }) {
  return (
    <div>
      <Button name="maksud" value={value} variant={variant}>
        {children}
      </Button>
    </div>
  );
}
