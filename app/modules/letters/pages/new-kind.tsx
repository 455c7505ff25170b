import { useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { answerKindForm } from "../answer-kind-form.server.ts";
import { KindEditor } from "../components/kind-editor.tsx";
import { KIND_WORDS } from "../kind-words.ts";
import { loadKindForm } from "../load-kind-form.server.ts";

export const loader = officeLoader(({ ctx }) => loadKindForm(ctx, null));

export const action = officeAction(({ ctx, form, frame }) =>
  answerKindForm({ ctx, form, profile: frame?.profile }, null, (key, title) =>
    redirectWithFlash(ctx.config, `/kantor/surat/jenis/${key}`, KIND_WORDS.saved(title)),
  ),
);

export default function NewKind() {
  const loaded = useLoaderData<typeof loader>();
  return (
    <>
      <title>Jenis surat sendiri</title>
      <PageHeader
        title="Jenis surat sendiri"
        lead="Untuk surat yang belum ada di daftar. Mulailah dari isi di bawah, lalu ubah seperlunya."
        back={{ href: "/kantor/surat/jenis", label: "Jenis surat" }}
      />
      <KindEditor {...loaded} />
    </>
  );
}
