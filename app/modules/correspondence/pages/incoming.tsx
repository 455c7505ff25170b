import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { closeIncoming } from "../close-incoming.server.ts";
import { CloseForm } from "../components/close-form.tsx";
import { DisposeForm } from "../components/dispose-form.tsx";
import { DispositionList } from "../components/disposition-list.tsx";
import { IncomingStateBadge, NatureBadge } from "../components/incoming-badges.tsx";
import { IncomingFacts } from "../components/incoming-facts.tsx";
import { disposeLetter } from "../dispose-letter.server.ts";
import { CloseInput, DisposeInput, OutcomeInput } from "../input.ts";
import { loadIncoming } from "../load-incoming.server.ts";
import { idParam } from "../params.ts";
import { reportDisposition } from "../report-disposition.server.ts";
import { scanView } from "../scan.server.ts";
import { DISPOSITION_WORDS, INCOMING_WORDS } from "../words.ts";

const LIST = "/kantor/buku/masuk";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { scan, ...loaded } = await loadIncoming(ctx, idParam(params));
  const own = { zone: ctx.tenant.timeZone, ownId: ctx.actor.accountId };
  return { ...loaded, ...own, scan: await scanView(ctx, scan) };
});

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  const answer = (sentence: string) => redirectWithFlash(ctx.config, `${LIST}/${id}`, sentence);
  switch (form.get("maksud")) {
    case "hasil":
      return submitForm(form, OutcomeInput, async (input) => {
        const { isLast } = await reportDisposition(ctx, id, input);
        return answer(isLast ? DISPOSITION_WORDS.reportedLast : DISPOSITION_WORDS.reported);
      });
    case "tutup":
      return submitForm(form, CloseInput, async (input) => {
        await closeIncoming(ctx, id, input);
        return answer(INCOMING_WORDS.closed);
      });
    default:
      return submitForm(form, DisposeInput, async (input) => {
        const { count } = await disposeLetter(ctx, id, input);
        return answer(DISPOSITION_WORDS.sent(count));
      });
  }
});

export default function Incoming() {
  const page = useLoaderData<typeof loader>();
  const { letter, may } = page;
  const reply = useActionData() as FormReply | undefined;
  const part = String(reply?.initialValue?.maksud ?? "");
  const replyTo = (name: string) => (part === name ? reply : undefined);
  const here = `${LIST}/${letter.id}`;
  const isReported = page.dispositions.some(
    (row) => row.mayReport && row.id === reply?.initialValue?.disposisi,
  );
  const isShown = { hasil: isReported, tutup: may.close }[part] ?? may.dispose;
  return (
    <>
      <title>{`Surat masuk ${letter.agendaNumber}/${letter.year}`}</title>
      <PageHeader
        title={letter.subject}
        lead={`Nomor agenda ${letter.agendaNumber}/${letter.year}, dari ${letter.sender}`}
        back={{ href: LIST, label: "Surat masuk" }}
        badge={
          <span className="flex flex-wrap gap-2">
            <NatureBadge nature={letter.nature} />
            <IncomingStateBadge state={page.state} />
          </span>
        }
        actions={
          <ButtonLink href={`${here}/lembar-disposisi.pdf`} icon="print">
            Lembar disposisi
          </ButtonLink>
        }
      />
      {reply && !isShown && <ErrorSummary errors={replySummary(reply, "#isi")} />}
      <div id="isi" className="flex flex-col gap-8">
        {letter.voidedAt && (
          <Notice tone="warning" title="Nomor ini batal">
            {letter.voidReason}
          </Notice>
        )}
        <IncomingFacts {...page} />
        {(may.answer || may.correct) && (
          <div className="-mt-4 flex flex-wrap gap-3">
            {may.answer && (
              <ButtonLink href={`/kantor/buku/keluar/baru?jawab=${letter.id}`} icon="return-arrow">
                Tulis jawaban
              </ButtonLink>
            )}
            {may.correct && (
              <ButtonLink href={`${here}/ubah`} icon="edit" variant="quiet">
                Perbaiki
              </ButtonLink>
            )}
          </div>
        )}
        {page.dispositions.length > 0 && (
          <section aria-labelledby="disposisi-judul" className="flex flex-col gap-4">
            <h2 id="disposisi-judul" className="text-lg">
              Disposisi
            </h2>
            <DispositionList {...page} reply={replyTo("hasil")} />
          </section>
        )}
        {may.dispose && (
          <section aria-labelledby="teruskan" className="flex flex-col gap-4">
            <h2 id="teruskan" className="text-lg">
              {page.dispositions.length > 0 ? "Teruskan lagi" : "Beri disposisi"}
            </h2>
            {page.dispositions.length > 0 && part !== "disposisi" ? (
              <Disclosure summary="Buka isian disposisi">
                <DisposeForm version={letter.version} officials={page.officials} reply={undefined} />
              </Disclosure>
            ) : (
              <DisposeForm version={letter.version} officials={page.officials} reply={replyTo("disposisi")} />
            )}
          </section>
        )}
        {may.close && (
          <Disclosure summary="Tutup surat dengan catatan" open={part === "tutup"}>
            <CloseForm version={letter.version} reply={replyTo("tutup")} />
          </Disclosure>
        )}
        {may.correct && (
          <p>
            <a href={`${here}/batal`} className="inline-flex min-h-11 items-center">
              Batalkan nomor agenda ini
            </a>
          </p>
        )}
      </div>
    </>
  );
}
