import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { dropImport } from "../drop-import.server.ts";
import { NoInput } from "../input.ts";
import { loadImport } from "../load-import.server.ts";
import { IMPORT_WORDS, PAGE_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx, params }) => loadImport(ctx, params.id ?? ""));

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, NoInput, async () => {
    await dropImport(ctx, params.id ?? "");
    return redirectWithFlash(ctx.config, "/kantor/penduduk/impor", IMPORT_WORDS.dropped);
  }),
);

export default function Drop() {
  const { id, fileName } = useLoaderData<typeof loader>();
  const here = `/kantor/penduduk/impor/${id}`;
  return (
    <>
      <title>Buang impor</title>
      <PageHeader
        title="Buang impor ini?"
        lead={PAGE_WORDS.dropLead}
        back={{ href: here, label: fileName }}
      />
      <form method="post" id="buang">
        <ErrorSummary errors={replySummary(useActionData() as FormReply | undefined, "#buang")} />
        <SubmitKey />
        <FormActions>
          <Button variant="danger">Buang impor</Button>
          <ButtonLink variant="quiet" href={here}>
            Kembali
          </ButtonLink>
        </FormActions>
      </form>
    </>
  );
}
