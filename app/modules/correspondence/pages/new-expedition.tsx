import { useActionData, useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ExpeditionForm } from "../components/expedition-form.tsx";
import { enterExpedition } from "../enter-expedition.server.ts";
import { ExpeditionInput } from "../expedition-input.ts";
import { getSendable } from "../expeditions.server.ts";
import { todayOf } from "../incoming.server.ts";
import { EXPEDITION_WORDS } from "../words.ts";

const BOOK = "/kantor/buku/ekspedisi";

export const loader = officeLoader(async ({ ctx, url }) => {
  const letterId = url.searchParams.get("surat");
  const letter = letterId ? await getSendable(ctx.db, letterId) : null;
  return {
    surat: letter?.id ?? "",
    dikirim: letter?.handedAt ? dayIn(ctx.tenant.timeZone, new Date(letter.handedAt)) : todayOf(ctx),
    nomor: letter?.numberText ?? "",
    tanggal_surat: letter?.letterDate ?? "",
    isi: letter?.title ?? "",
    tujuan: letter?.personName ?? "",
    penerima: letter?.handedTo ?? "",
  };
});

export const action = officeAction(({ ctx, form }) =>
  submitForm(form, ExpeditionInput, async (input) => {
    const { id, number } = await enterExpedition(ctx, input);
    return redirectWithFlash(ctx.config, `${BOOK}/${id}`, EXPEDITION_WORDS.entered(number));
  }),
);

export default function NewExpedition() {
  return (
    <>
      <title>Catat pengiriman</title>
      <PageHeader
        title="Catat pengiriman"
        lead="Nomor Buku Ekspedisi diberikan saat Anda menyimpan."
        back={{ href: BOOK, label: "Buku Ekspedisi" }}
      />
      <ExpeditionForm
        defaults={useLoaderData<typeof loader>()}
        reply={useActionData() as FormReply | undefined}
      />
    </>
  );
}
