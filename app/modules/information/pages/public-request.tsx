import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { villageAction, villageLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { RequestForm } from "../components/request-form.tsx";
import { RequestInput } from "../input.ts";
import { loadRequestFrame } from "../public-information.server.ts";
import { sendRequest } from "../receive-request.server.ts";
import { REQUEST_WORDS } from "../words.ts";

export const loader = villageLoader(({ ctx }) => loadRequestFrame(ctx));

export const action = villageAction(async ({ ctx, form }) => {
  await loadRequestFrame(ctx);
  return submitForm(form, RequestInput, async (input) => {
    const { code } = await sendRequest(ctx, input);
    return redirectWithFlash(ctx.config, `/lacak?kode=${code}`, REQUEST_WORDS.sent(code));
  });
});

export default function PublicRequest() {
  useLoaderData<typeof loader>();
  return (
    <>
      <title>Minta informasi publik</title>
      <PageHeader
        title="Minta informasi publik"
        lead="Siapa saja boleh meminta. Dijawab paling lambat 10 hari kerja."
        back={{ href: "/informasi-publik", label: "Informasi publik" }}
      />
      <div className="mb-6">
        <Notice>
          Nama, alamat, dan kontak Anda hanya dipakai untuk menjawab, disimpan terkunci, dan dihapus setelah
          masa simpannya habis.
        </Notice>
      </div>
      <RequestForm
        reply={useActionData() as FormReply | undefined}
        today={null}
        submitLabel="Kirim permohonan"
      />
    </>
  );
}
