import { useActionData, useLoaderData } from "react-router";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { requirePermission } from "#app/platform/require.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { PUBLIC_FILE } from "../answer-file.ts";
import { DocumentForm } from "../components/document-form.tsx";
import { loadDocument } from "../documents.server.ts";
import { SaveDocumentInput } from "../input.ts";
import { saveDocument } from "../keep-document.server.ts";
import { idParam } from "../params.ts";
import { DOCUMENT_WORDS } from "../words.ts";

const BASE = "/kantor/informasi/dokumen";

export const loader = officeLoader(({ ctx, params }) => loadDocument(ctx, idParam(params)));

export const action = officeAction(async ({ ctx, params, form }) => {
  requirePermission(ctx, "information.handle");
  await keepUpload(ctx, form, PUBLIC_FILE);
  return submitForm(form, SaveDocumentInput, async (input) => {
    await saveDocument(ctx, idParam(params), input);
    return redirectWithFlash(ctx.config, BASE, DOCUMENT_WORDS.saved);
  });
});

export default function DocumentPage() {
  const { document, file } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{document.title}</title>
      <PageHeader title={document.title} back={{ href: BASE, label: "Daftar informasi" }} />
      {file && (
        <p className="mb-6">
          Berkas sekarang:{" "}
          <a href={file.href} className="inline-flex min-h-11 items-center">
            {file.name}
          </a>
        </p>
      )}
      <DocumentForm
        defaults={{
          kelas: document.class,
          judul: document.title,
          ringkasan: document.summary ?? "",
          tahun: document.year === null ? "" : String(document.year),
          dasar: document.ground ?? "",
          ditutup_sampai: document.withheldUntil ?? "",
          umumkan: document.isPublic ? "on" : "",
        }}
        reply={useActionData() as FormReply | undefined}
        version={document.version}
        submitLabel="Simpan"
      />
    </>
  );
}
