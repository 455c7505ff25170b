import { useForm } from "@conform-to/react";
import { useActionData } from "react-router";
import { acceptAttribute } from "#app/platform/files/accepted-kinds.ts";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { formProps, secretProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextArea, TextField } from "#app/ui/text-fields.tsx";
import { keptFileOf, UploadField } from "#app/ui/upload-field.tsx";
import { askByLetter } from "../ask-by-letter.server.ts";
import { AskByLetterInput } from "../input.ts";
import { LETTER_RULES } from "../letter-rules.ts";
import { TRUST_WORDS } from "../words.ts";

export const action = officeAction(async ({ ctx, form }) => {
  await keepUpload(ctx, form, LETTER_RULES);
  return submitForm(form, AskByLetterInput, async (input) => {
    await askByLetter(ctx, input);
    return redirectWithFlash(ctx.config, "/kantor/verifikasi", TRUST_WORDS.letterSent);
  });
});

export default function Letter() {
  const reply = useActionData() as FormReply | undefined;
  const [form, fields] = useForm<AskByLetterInput>({ id: "surat", lastResult: reply });
  return (
    <>
      <title>Surat pengantar</title>
      <PageHeader
        title="Surat pengantar"
        back={{ href: "/kantor/verifikasi", label: "Verifikasi desa" }}
        lead="Surat yang ditandatangani Camat atau pejabat kabupaten dan menyebut nama serta jabatan Anda."
      />
      <form {...formProps(form)} encType="multipart/form-data" className="max-w-form">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <FormStack>
          <TextField
            {...textProps(fields.nomor_sk)}
            label="Nomor SK pengangkatan Anda"
            hint="Misalnya 141/12/Pem/2024"
            required
          />
          <TextArea
            {...textProps(fields.keterangan)}
            label="Keterangan"
            hint="Bila ada yang perlu diketahui pemeriksa."
          />
          <UploadField
            {...secretProps(fields.berkas)}
            kept={keptFileOf(reply)}
            label="Foto atau PDF surat pengantar"
            hint="JPEG, PNG, WebP, atau PDF, paling besar 10 MB. Tanda tangan dan stempelnya harus terbaca."
            accept={acceptAttribute(LETTER_RULES.accept)}
            required
          />
        </FormStack>
        <FormActions>
          <Button icon="send">Kirim surat</Button>
          <ButtonLink href="/kantor/verifikasi" variant="quiet">
            Batal
          </ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
