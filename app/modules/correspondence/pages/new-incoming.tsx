import { useActionData, useLoaderData } from "react-router";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { requirePermission } from "#app/platform/require.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { IncomingForm } from "../components/incoming-form.tsx";
import { readsSecrets, todayOf } from "../incoming.server.ts";
import { RegisterInput } from "../input.ts";
import { registerIncoming } from "../register-incoming.server.ts";
import { SCAN } from "../scan.server.ts";
import { INCOMING_WORDS } from "../words.ts";

const LIST = "/kantor/buku/masuk";

export const loader = officeLoader(({ ctx }) => ({ today: todayOf(ctx) }));

export const action = officeAction(async ({ ctx, form }) => {
  requirePermission(ctx, "mail.write");
  await keepUpload(ctx, form, SCAN);
  return submitForm(form, RegisterInput, async (input) => {
    const { id, number, isSecret } = await registerIncoming(ctx, input);
    if (isSecret && !readsSecrets(ctx))
      return redirectWithFlash(ctx.config, LIST, INCOMING_WORDS.registeredSecret(number));
    return redirectWithFlash(ctx.config, `${LIST}/${id}`, INCOMING_WORDS.registered(number));
  });
});

export default function NewIncoming() {
  const { today } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Catat surat masuk</title>
      <PageHeader
        title="Catat surat masuk"
        lead="Nomor agenda diberikan saat Anda menyimpan."
        back={{ href: LIST, label: "Surat masuk" }}
      />
      <IncomingForm
        defaults={{ diterima: today, sifat: "biasa" }}
        reply={useActionData() as FormReply | undefined}
        submitLabel="Simpan dan beri nomor"
      />
    </>
  );
}
