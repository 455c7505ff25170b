import { redirect, useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { ServiceForm } from "../components/service-form.tsx";
import { DraftInput, ServiceInput } from "../input.ts";
import { loadService } from "../load-standard.server.ts";
import { removeService, saveService } from "../save-service.server.ts";
import { STANDARD_WORDS } from "../words.ts";

const LIST = "/kantor/standar-pelayanan";

export const loader = officeLoader(async ({ ctx, params }) => {
  const page = await loadService(ctx, params.layanan ?? "");
  if (!page?.service) throw redirect(LIST, { status: 303 });
  return { ...page, service: page.service };
});

export const action = officeAction(({ ctx, form, params }) => {
  const key = params.layanan ?? "";
  if (form.get("maksud") === "keluarkan")
    return submitForm(form, DraftInput, async ({ versi }) => {
      await removeService(ctx, key, versi);
      return redirectWithFlash(ctx.config, LIST, STANDARD_WORDS.removed);
    });
  return submitForm(form, ServiceInput, async (input) => {
    await saveService(ctx, key, input);
    return redirectWithFlash(ctx.config, LIST, STANDARD_WORDS.saved);
  });
});

export default function Service() {
  const { service, version, isLetter } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{service.name}</title>
      <PageHeader title={service.name} back={{ href: LIST, label: STANDARD_WORDS.title }} />
      <div className="flex flex-col gap-8">
        <ServiceForm
          service={service}
          version={version}
          isLetter={isLetter}
          reply={useActionData() as FormReply | undefined}
        />
        <form method="post">
          <SubmitKey />
          <Hidden name="versi" value={String(version)} />
          <Button name="maksud" value="keluarkan" variant="quiet">
            Keluarkan dari rancangan
          </Button>
        </form>
      </div>
    </>
  );
}
