import { useActionData, useLoaderData } from "react-router";
import { ConflictError } from "#app/platform/errors.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { EndForm } from "#app/ui/end-form.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { VoidInput } from "../input.ts";
import { loadIncoming } from "../load-incoming.server.ts";
import { idParam } from "../params.ts";
import { voidIncoming } from "../void-incoming.server.ts";
import { INCOMING_WORDS } from "../words.ts";

const LIST = "/kantor/buku/masuk";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { letter } = await loadIncoming(ctx, idParam(params));
  if (letter.voidedAt) throw new ConflictError(INCOMING_WORDS.isVoid);
  const { id, version, agendaNumber, year } = letter;
  return { id, version, name: `${agendaNumber}/${year}` };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, VoidInput, async (input) => {
    const id = idParam(params);
    const { number } = await voidIncoming(ctx, id, input);
    return redirectWithFlash(ctx.config, `${LIST}/${id}`, INCOMING_WORDS.voided(number));
  }),
);

export default function VoidIncoming() {
  const { id, version, name } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{`Batalkan nomor agenda ${name}`}</title>
      <PageHeader
        title={`Batalkan nomor agenda ${name}?`}
        lead="Nomornya tidak dipakai lagi dan tetap terlihat di Buku Agenda sebagai batal, dengan alasannya."
        back={{ href: `${LIST}/${id}`, label: "Kembali ke surat" }}
      />
      <EndForm intent="batal" version={version} reply={useActionData() as FormReply | undefined}>
        Batalkan nomor
      </EndForm>
    </>
  );
}
