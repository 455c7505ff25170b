import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { requirePermission } from "#app/platform/require.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { errorsOf } from "../components/form-values.ts";
import { PartFields } from "../components/sheet-form.tsx";
import { getForm, requireSheet } from "../forms.server.ts";
import { sheetInput } from "../input.ts";
import { loadFormToEdit } from "../load-form.server.ts";
import { idParam } from "../params.ts";
import { type SaveFormInput, saveForm } from "../save-form.server.ts";
import { FORM_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx, params }) => loadFormToEdit(ctx, idParam(params)));

export const action = officeAction(async ({ ctx, form, params }) => {
  requirePermission(ctx, "dukcapil.write");
  const id = idParam(params);
  const sheet = requireSheet(await getForm(ctx.db, id));
  return submitForm(form, sheetInput(sheet), async (input) => {
    const { isReady } = await saveForm(ctx, id, input as SaveFormInput);
    const sentence = isReady ? FORM_WORDS.ready : FORM_WORDS.saved;
    return redirectWithFlash(ctx.config, `/kantor/dukcapil/${id}`, sentence);
  });
});

export default function EditForm() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const { sheet, isian, masks } = page;
  return (
    <>
      <title>{`Isi ${sheet.form}`}</title>
      <PageHeader
        title={`${sheet.form} ${sheet.title}`}
        lead={`Untuk ${page.personName}. Terisi dari data penduduk; perbaikan di sini tidak mengubah data penduduk.`}
        back={{ href: `/kantor/dukcapil/${page.id}`, label: "Lembar data" }}
      />
      {!page.isEditable && (
        <Notice tone="warning">
          Lembar data ini sudah dikirim atau selesai, jadi isinya tidak diubah lagi.
        </Notice>
      )}
      <form method="post" noValidate id="lembar" className="flex flex-col gap-8">
        <ErrorSummary errors={errorsOf(reply)} />
        <SubmitKey />
        <Hidden name="versi" value={String(page.version)} />
        {sheet.parts.map((part) => (
          <PartFields key={part.key} part={part} values={{ reply, defaults: { isian } }} masks={masks} />
        ))}
        <FormActions>
          <Button name="maksud" value="siap" icon="check">
            Simpan, siap dikirim
          </Button>
          <Button name="maksud" value="simpan" variant="secondary">
            Simpan sebagai konsep
          </Button>
        </FormActions>
      </form>
    </>
  );
}
