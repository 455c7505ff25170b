import { useActionData, useLoaderData } from "react-router";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SenderForm } from "../components/sender-form.tsx";
import { SendInput } from "../input.ts";
import { loadComplaintForm } from "../load-complaints.server.ts";
import { COMPLAINT_PHOTO, enterComplaint } from "../send-complaint.server.ts";
import { COMPLAINT_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx }) => loadComplaintForm(ctx));

export const action = officeAction(async ({ ctx, form }) => {
  await keepUpload(ctx, form, COMPLAINT_PHOTO);
  return submitForm(form, SendInput, async (input) => {
    const { id, number } = await enterComplaint(ctx, input);
    return redirectWithFlash(ctx.config, `/kantor/pengaduan/${id}`, COMPLAINT_WORDS.entered(number));
  });
});

export default function Enter() {
  const { hamlets } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Catat pengaduan</title>
      <PageHeader
        title="Catat pengaduan"
        lead="Untuk orang yang datang ke kantor. Setelah dicatat, cetak tanda terimanya."
        back={{ href: "/kantor/pengaduan", label: "Pengaduan" }}
      />
      <SenderForm hamlets={hamlets} reply={useActionData() as FormReply | undefined} send="Catat pengaduan" />
    </>
  );
}
