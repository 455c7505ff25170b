import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { loadAgendaItem } from "../agenda.server.ts";
import { cancelAgenda } from "../cancel-agenda.server.ts";
import { AgendaForm } from "../components/agenda-form.tsx";
import { SaveAgendaInput, VersionInput } from "../input.ts";
import { idParam } from "../params.ts";
import { saveAgenda } from "../save-agenda.server.ts";
import { AGENDA_WORDS } from "../words.ts";

const BASE = "/kantor/halaman-desa/agenda";

export const loader = officeLoader(({ ctx, params }) => loadAgendaItem(ctx, idParam(params)));

export const action = officeAction(({ ctx, params, form }) => {
  const id = idParam(params);
  if (form.get("maksud") === "batal")
    return submitForm(form, VersionInput, async (input) => {
      await cancelAgenda(ctx, id, input);
      return redirectWithFlash(ctx.config, BASE, AGENDA_WORDS.cancelled);
    });
  return submitForm(form, SaveAgendaInput, async (input) => {
    await saveAgenda(ctx, id, input);
    return redirectWithFlash(ctx.config, BASE, AGENDA_WORDS.saved);
  });
});

export default function AgendaItem() {
  const item = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>{item.title}</title>
      <PageHeader title={item.title} back={{ href: BASE, label: "Agenda desa" }} />
      {item.cancelledAt ? (
        <Notice>{AGENDA_WORDS.isCancelled}</Notice>
      ) : (
        <>
          <AgendaForm
            defaults={{
              judul: item.title,
              tempat: item.place ?? "",
              tanggal: item.startsAt.slice(0, 10),
              mulai: item.startsAt.slice(11, 16),
              selesai: item.endsAt?.slice(11, 16) ?? "",
              keterangan: item.text ?? "",
            }}
            reply={reply}
            version={item.version}
            submitLabel="Simpan"
          />
          <div className="mt-8">
            <Disclosure summary="Batalkan kegiatan ini">
              <p className="max-w-text">Warga tetap melihatnya di agenda, dengan tanda batal.</p>
              <form method="post" noValidate>
                <SubmitKey />
                <Hidden name="versi" value={String(item.version)} />
                <Button variant="danger" name="maksud" value="batal">
                  Batalkan kegiatan
                </Button>
              </form>
            </Disclosure>
          </div>
        </>
      )}
    </>
  );
}
