import { useActionData, useLoaderData } from "react-router";
import { ConflictError } from "#app/platform/errors.ts";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { requirePermission } from "#app/platform/require.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { IncomingForm } from "../components/incoming-form.tsx";
import { correctIncoming } from "../correct-incoming.server.ts";
import { CorrectInput } from "../input.ts";
import { loadIncoming } from "../load-incoming.server.ts";
import { idParam } from "../params.ts";
import { SCAN } from "../scan.server.ts";
import { INCOMING_WORDS } from "../words.ts";

const LIST = "/kantor/buku/masuk";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { letter } = await loadIncoming(ctx, idParam(params));
  if (letter.voidedAt) throw new ConflictError(INCOMING_WORDS.isVoid);
  return {
    id: letter.id,
    name: `${letter.agendaNumber}/${letter.year}`,
    version: letter.version,
    hasScan: letter.fileId !== null,
    defaults: {
      diterima: letter.receivedOn,
      pengirim: letter.sender,
      nomor: letter.number ?? "",
      tanggal_surat: letter.writtenOn ?? "",
      perihal: letter.subject,
      klasifikasi: letter.classification ?? "",
      sifat: letter.nature,
      balas_sebelum: letter.answerDueOn ?? "",
    },
  };
});

export const action = officeAction(async ({ ctx, form, params }) => {
  requirePermission(ctx, "mail.write");
  await keepUpload(ctx, form, SCAN);
  return submitForm(form, CorrectInput, async (input) => {
    const id = idParam(params);
    await correctIncoming(ctx, id, input);
    return redirectWithFlash(ctx.config, `${LIST}/${id}`, INCOMING_WORDS.corrected);
  });
});

export default function CorrectIncoming() {
  const { id, name, ...form } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{`Perbaiki surat masuk ${name}`}</title>
      <PageHeader
        title={`Perbaiki surat masuk ${name}`}
        back={{ href: `${LIST}/${id}`, label: "Kembali ke surat" }}
      />
      <IncomingForm
        {...form}
        reply={useActionData() as FormReply | undefined}
        submitLabel="Simpan perubahan"
      />
    </>
  );
}
