import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { villageAction, villageLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SenderForm } from "../components/sender-form.tsx";
import { SendInput } from "../input.ts";
import { loadPublicForm } from "../load-complaints.server.ts";
import { keepPhoto, sendComplaint } from "../send-complaint.server.ts";
import { COMPLAINT_WORDS } from "../words.ts";

export const loader = villageLoader(({ ctx }) => loadPublicForm(ctx));

export const action = villageAction(async ({ ctx, form }) => {
  await keepPhoto(ctx, form);
  return submitForm(form, SendInput, async (input) => {
    const { code } = await sendComplaint(ctx, input);
    return redirectWithFlash(ctx.config, `/lacak?kode=${code}`, COMPLAINT_WORDS.sent);
  });
});

export default function Send() {
  const { hamlets, days } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Pengaduan</title>
      <PageHeader
        title="Sampaikan pengaduan"
        lead={`Kantor desa menjawab paling lambat ${days} hari kerja. Anda mendapat kode untuk membaca jawabannya.`}
        actions={<ButtonLink href="/pengaduan/publik">Pengaduan yang sudah dijawab</ButtonLink>}
      />
      <div className="flex flex-col gap-6">
        <Notice title="Nama Anda tidak diumumkan">
          Nama dan nomor telepon hanya dibaca petugas pengaduan, dan dihapus setelah masa simpannya.
        </Notice>
        <SenderForm
          hamlets={hamlets}
          reply={useActionData() as FormReply | undefined}
          send="Kirim pengaduan"
        />
      </div>
    </>
  );
}
