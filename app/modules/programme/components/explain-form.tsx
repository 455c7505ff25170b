import { useForm } from "@conform-to/react";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextArea } from "#app/ui/text-fields.tsx";
import { quarterName } from "../running-words.ts";

interface ExplainFormProps {
  quarters: readonly number[];
  /** The one that is most likely meant. */
  quarter: number;
  /** Will residents read it at once? */
  isPublicAtOnce: boolean;
  reply: FormReply | undefined;
}

/** Which quarter's lag is explained, why it came, and what is done about it. */
export function ExplainForm({ quarters, quarter, isPublicAtOnce, reply }: ExplainFormProps) {
  const [form, fields] = useForm<Record<"triwulan" | "penyebab" | "perbaikan", string>>({
    id: "penyimpangan",
    lastResult: reply,
    defaultValue: { triwulan: String(quarter), penyebab: "", perbaikan: "" },
  });
  const whenSeen = isPublicAtOnce
    ? "Penjelasan ini tampil juga untuk warga."
    : "Warga membacanya setelah disetujui penyusun program kerja atau Kepala Desa.";
  return (
    <form {...formProps(form)}>
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <FormStack>
        <Select
          {...selectProps(fields.triwulan)}
          label="Keterlambatan triwulan"
          hint="Laporan triwulan itu memuat penjelasan ini."
          required
          width="short"
          options={quarters.map((each) => ({ value: String(each), label: quarterName(each) }))}
        />
        <TextArea {...textProps(fields.penyebab)} label="Penyebab" required rows={3} />
        <TextArea
          {...textProps(fields.perbaikan)}
          label="Langkah perbaikan"
          hint={`Apa yang dikerjakan, oleh siapa, dan kapan. ${whenSeen}`}
          required
          rows={3}
        />
      </FormStack>
      <FormActions>
        <Button>Simpan penjelasan</Button>
      </FormActions>
    </form>
  );
}
