import { useForm } from "@conform-to/react";
import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextArea } from "#app/ui/text-fields.tsx";
import { keptFileOf, UploadField } from "#app/ui/upload-field.tsx";
import type { ReplyInput } from "../input.ts";
import { LETTER_RULES } from "../letter-rules.ts";

/** The village's word on a contest, with a letter where there is one. */
export function ReplyForm({ isObjection, reply }: { isObjection: boolean; reply: FormReply | undefined }) {
  const [form, fields] = useForm<ReplyInput>({ id: "jawab", lastResult: reply });
  return (
    <form {...formProps(form)} encType="multipart/form-data" className="max-w-form">
      <ErrorSummary errors={summaryErrors(form)} />
      <SubmitKey />
      <FormStack>
        <TextArea
          {...textProps(fields.pernyataan)}
          label={isObjection ? "Keberatan Anda" : "Jawaban Anda"}
          hint={
            isObjection
              ? "Tulis mengapa putusan itu keliru. Keberatan hanya dapat diajukan satu kali."
              : "Tulis siapa yang mengangkat Anda dan sejak kapan."
          }
          rows={6}
          required
        />
        <UploadField
          {...secretProps(fields.berkas)}
          kept={keptFileOf(reply)}
          label="Foto atau PDF surat pendukung"
          hint="JPEG, PNG, WebP, atau PDF, paling besar 10 MB."
          accept={acceptAttribute(LETTER_RULES.accept)}
        />
      </FormStack>
      <FormActions>
        <Button icon="send">{isObjection ? "Ajukan keberatan" : "Kirim jawaban"}</Button>
      </FormActions>
    </form>
  );
}
