import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { requirePermission } from "#app/platform/require.ts";
import { Disclosure } from "#app/ui/card.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EndForm } from "#app/ui/end-form.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ReceiveForm } from "../components/receive-form.tsx";
import { ReceiveInput } from "../expedition-input.ts";
import { getExpedition } from "../expeditions.server.ts";
import { VoidInput } from "../input.ts";
import { idParam } from "../params.ts";
import { receiveExpedition } from "../receive-expedition.server.ts";
import { voidExpedition } from "../void-expedition.server.ts";
import { EXPEDITION_WORDS } from "../words.ts";

const BOOK = "/kantor/buku/ekspedisi";

export const loader = officeLoader(async ({ ctx, params }) => {
  requirePermission(ctx, "mail.read");
  const row = await getExpedition(ctx.db, idParam(params));
  return { row, mayChange: ctx.actor.permissions.has("mail.write") && !row.voidedAt };
});

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  const answer = (sentence: string) => redirectWithFlash(ctx.config, `${BOOK}/${id}`, sentence);
  if (form.get("maksud") === "batal")
    return submitForm(form, VoidInput, async (input) => {
      const { number } = await voidExpedition(ctx, id, input);
      return answer(EXPEDITION_WORDS.voided(number));
    });
  return submitForm(form, ReceiveInput, async (input) => {
    await receiveExpedition(ctx, id, input);
    return answer(EXPEDITION_WORDS.received);
  });
});

export default function Expedition() {
  const { row, mayChange } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const isVoiding = reply?.initialValue?.maksud === "batal";
  const facts = [
    { term: "Dikirim", value: formatDate(row.sentOn) },
    {
      term: "Nomor surat",
      value: row.letterId ? (
        <a href={`/kantor/surat/${row.letterId}`}>{row.letterNumber}</a>
      ) : (
        row.letterNumber
      ),
    },
    { term: "Tanggal surat", value: row.letterDate && formatDate(row.letterDate) },
    { term: "Ditujukan kepada", value: row.recipient },
    { term: "Diterima oleh", value: row.receivedBy },
    { term: "Keterangan", value: row.voidedAt ? null : row.note },
  ];
  return (
    <>
      <title>{`Ekspedisi ${row.number}/${row.year}`}</title>
      <PageHeader
        title={row.content}
        lead={`Nomor ekspedisi ${row.number}/${row.year}`}
        back={{ href: BOOK, label: "Buku Ekspedisi" }}
      />
      {reply && !mayChange && <ErrorSummary errors={replySummary(reply, "#isi")} />}
      <div id="isi" className="flex flex-col gap-8">
        {row.voidedAt && (
          <Notice tone="warning" title="Nomor ini batal">
            {row.note}
          </Notice>
        )}
        <DefinitionList items={facts} />
        {mayChange && (
          <>
            <section aria-labelledby="penerima" className="flex flex-col gap-4">
              <h2 id="penerima" className="text-lg">
                {row.receivedBy ? "Perbaiki penerima" : "Siapa yang menerima?"}
              </h2>
              <ReceiveForm
                version={row.version}
                defaults={{ penerima: row.receivedBy ?? "", keterangan: row.note ?? "" }}
                reply={isVoiding ? undefined : reply}
              />
            </section>
            <Disclosure summary="Batalkan nomor ekspedisi ini" open={isVoiding}>
              <EndForm intent="batal" version={row.version} reply={isVoiding ? reply : undefined}>
                Batalkan nomor
              </EndForm>
            </Disclosure>
          </>
        )}
      </div>
    </>
  );
}
