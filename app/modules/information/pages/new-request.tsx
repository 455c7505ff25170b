import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RequestForm } from "../components/request-form.tsx";
import { CounterRequestInput } from "../input.ts";
import { enterRequest } from "../receive-request.server.ts";
import { todayOf } from "../requests.server.ts";
import { REQUEST_WORDS } from "../words.ts";

const BASE = "/kantor/informasi";

export const loader = officeLoader(({ ctx }) => ({ today: todayOf(ctx) }));

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, CounterRequestInput, async (input) => {
    const { id, number, due } = await enterRequest(ctx, input);
    const sentence = REQUEST_WORDS.taken(number, formatDate(due));
    return redirectWithFlash(ctx.config, `${BASE}/permohonan/${id}`, sentence);
  }),
);

export default function NewRequest() {
  const { today } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Catat permohonan informasi</title>
      <PageHeader
        title="Catat permohonan informasi"
        lead="Untuk pemohon yang datang atau berkirim surat."
        back={{ href: BASE, label: "Informasi publik" }}
      />
      <RequestForm
        reply={useActionData() as FormReply | undefined}
        today={today}
        submitLabel="Simpan dan beri nomor"
      />
    </>
  );
}
