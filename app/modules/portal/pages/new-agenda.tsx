import { useActionData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { addAgenda } from "../add-agenda.server.ts";
import { AgendaForm } from "../components/agenda-form.tsx";
import { AgendaInput } from "../input.ts";
import { AGENDA_WORDS } from "../words.ts";

const BASE = "/kantor/halaman-desa/agenda";
const EMPTY = { judul: "", tempat: "", tanggal: "", mulai: "", selesai: "", keterangan: "" };

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, AgendaInput, async (input) => {
    await addAgenda(ctx, input);
    return redirectWithFlash(ctx.config, BASE, AGENDA_WORDS.added);
  }),
);

export default function NewAgenda() {
  return (
    <>
      <title>Tambah kegiatan</title>
      <PageHeader title="Tambah kegiatan" back={{ href: BASE, label: "Agenda desa" }} />
      <AgendaForm
        defaults={EMPTY}
        reply={useActionData() as FormReply | undefined}
        submitLabel="Masukkan ke agenda"
      />
    </>
  );
}
