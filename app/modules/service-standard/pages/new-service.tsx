import { redirect, useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ServiceForm } from "../components/service-form.tsx";
import { ServiceInput } from "../input.ts";
import { loadService } from "../load-standard.server.ts";
import { addService } from "../save-service.server.ts";
import { STANDARD_WORDS } from "../words.ts";

const LIST = "/kantor/standar-pelayanan";

export const loader = officeLoader(async ({ ctx }) => {
  const page = await loadService(ctx, null);
  if (!page) throw redirect(LIST, { status: 303 });
  return { version: page.version };
});

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, ServiceInput, async (input) => {
    await addService(ctx, input);
    return redirectWithFlash(ctx.config, LIST, STANDARD_WORDS.saved);
  }),
);

export default function NewService() {
  const { version } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Tambah pelayanan</title>
      <PageHeader
        title="Tambah pelayanan"
        lead="Untuk pelayanan yang bukan surat, misalnya peminjaman balai atau pengaduan."
        back={{ href: LIST, label: STANDARD_WORDS.title }}
      />
      <ServiceForm
        service={null}
        version={version}
        isLetter={false}
        reply={useActionData() as FormReply | undefined}
      />
    </>
  );
}
