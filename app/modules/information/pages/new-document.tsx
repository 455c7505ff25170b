import { useActionData } from "react-router";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { requirePermission } from "#app/platform/require.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PUBLIC_FILE } from "../answer-file.ts";
import { DocumentForm } from "../components/document-form.tsx";
import { DocumentInput } from "../input.ts";
import { addDocument } from "../keep-document.server.ts";
import { DOCUMENT_WORDS } from "../words.ts";

const BASE = "/kantor/informasi/dokumen";
const EMPTY = {
  kelas: "berkala",
  judul: "",
  ringkasan: "",
  tahun: "",
  dasar: "",
  ditutup_sampai: "",
  umumkan: "",
};

export const action = officeAction(async ({ ctx, form }) => {
  requirePermission(ctx, "information.handle");
  await keepUpload(ctx, form, PUBLIC_FILE);
  return submitForm(form, DocumentInput, async (input) => {
    await addDocument(ctx, input);
    return redirectWithFlash(ctx.config, BASE, DOCUMENT_WORDS.added);
  });
});

export default function NewDocument() {
  return (
    <>
      <title>Tambah dokumen</title>
      <PageHeader title="Tambah dokumen" back={{ href: BASE, label: "Daftar informasi" }} />
      <DocumentForm
        defaults={EMPTY}
        reply={useActionData() as FormReply | undefined}
        submitLabel="Tambahkan"
      />
    </>
  );
}
