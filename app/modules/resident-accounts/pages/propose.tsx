import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { NotFoundError } from "#app/platform/errors.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { residentAction, residentLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextArea, TextField } from "#app/ui/text-fields.tsx";
import { choicesOf, correctable } from "../correction-rules.ts";
import { ProposeInput } from "../input.ts";
import { proposeCorrection } from "../propose-correction.server.ts";
import { CORRECTION_WORDS } from "../words.ts";

export const loader = residentLoader(({ params }) => {
  const field = correctable(params.bagian ?? "");
  if (!field) throw new NotFoundError(CORRECTION_WORDS.noField);
  return { label: field.label, choices: choicesOf(field) };
});

export const action = residentAction(({ ctx, form, params }) =>
  submitForm(form, ProposeInput, async (input) => {
    await proposeCorrection(ctx, params.bagian ?? "", input);
    return redirectWithFlash(ctx.config, "/warga/data", CORRECTION_WORDS.sent);
  }),
);

export default function Propose() {
  const { label, choices } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<ProposeInput>({
    id: "usul",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>{`Usul perbaikan: ${label}`}</title>
      <PageHeader
        title={`Usul perbaikan: ${label}`}
        lead="Kantor desa memeriksanya dengan dokumen Anda sebelum mengubah data."
        back={{ href: "/warga/data", label: "Data saya" }}
      />
      <form {...formProps(form)} className="flex max-w-form flex-col gap-5">
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        {choices.length > 0 ? (
          <Select
            {...selectProps(fields.isi)}
            label="Yang seharusnya"
            placeholder="Pilih"
            options={choices}
            required
          />
        ) : (
          <TextField {...textProps(fields.isi)} label="Yang seharusnya" required autoComplete="off" />
        )}
        <TextArea
          {...textProps(fields.keterangan)}
          label="Keterangan"
          hint="Misalnya dokumen yang menunjukkannya."
          rows={3}
        />
        <Button type="submit" icon="send">
          Kirim usulan
        </Button>
      </form>
    </>
  );
}
