import { useActionData, useLoaderData } from "react-router";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EndForm } from "#app/ui/end-form.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Journeys } from "../components/journeys.tsx";
import { CollectForm, FinishForm, ReturnForm } from "../components/outcome-forms.tsx";
import { SheetView } from "../components/sheet-view.tsx";
import { FormStateBadge } from "../components/state-badges.tsx";
import { loadForm } from "../load-form.server.ts";
import { actOnForm } from "../page-actions.server.ts";
import { idParam } from "../params.ts";
import { RESULT_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx, params }) => loadForm(ctx, idParam(params)));

export const action = officeAction(({ ctx, form, params }) => actOnForm(ctx, idParam(params), form));

export default function Form() {
  const page = useLoaderData<typeof loader>();
  const { form, sheet, may } = page;
  const reply = useActionData() as FormReply | undefined;
  const part = String(reply?.initialValue?.maksud ?? "");
  const props = (name: string) => ({
    version: form.version,
    today: page.today,
    reply: part === name ? reply : undefined,
  });
  const isShown =
    { selesai: may.finish, kembali: may.return, ambil: may.collect, batal: may.cancel }[part] ?? false;
  return (
    <>
      <title>{`${sheet.form} ${form.personName}`}</title>
      <PageHeader
        title={form.personName}
        lead={`${sheet.form} ${sheet.title}`}
        back={{ href: "/kantor/dukcapil", label: "Berkas ke Dukcapil" }}
        badge={<FormStateBadge state={form.state} />}
        actions={
          <>
            {may.edit && (
              <ButtonLink href={`/kantor/dukcapil/${form.id}/isi`} variant="primary" icon="edit">
                {form.state === "returned" ? "Perbaiki isian" : "Lengkapi isian"}
              </ButtonLink>
            )}
            {may.print && (
              <ButtonLink href={`/kantor/dukcapil/${form.id}/lembar.pdf`} icon="print">
                Cetak lembar data
              </ButtonLink>
            )}
            {page.receipt && (
              <ButtonLink href={`/kantor/dukcapil/${form.id}/tanda-terima.pdf`} icon="print">
                Tanda terima
              </ButtonLink>
            )}
          </>
        }
      />
      {reply && !isShown && <ErrorSummary errors={replySummary(reply, "#isi-lembar")} />}
      <div id="isi-lembar" className="flex flex-col gap-8">
        <Standing />
        {may.finish && (
          <section aria-labelledby="jawaban" className="flex max-w-text flex-col gap-4">
            <h2 id="jawaban" className="text-lg">
              Jawaban Dukcapil
            </h2>
            <FinishForm {...props("selesai")} results={sheet.results} />
            <Disclosure summary="Dikembalikan untuk diperbaiki" open={part === "kembali"}>
              <ReturnForm {...props("kembali")} />
            </Disclosure>
          </section>
        )}
        {may.collect && (
          <section aria-labelledby="ambil" className="flex max-w-text flex-col gap-4">
            <h2 id="ambil" className="text-lg">
              Dokumen diambil warga
            </h2>
            <CollectForm {...props("ambil")} />
          </section>
        )}
        <SheetView parts={page.parts} />
        <Journeys journeys={page.journeys} />
        {may.cancel && (
          <Disclosure summary="Batalkan lembar data ini" open={part === "batal"}>
            <EndForm intent="batal" {...props("batal")}>
              Batalkan lembar data
            </EndForm>
          </Disclosure>
        )}
      </div>
    </>
  );
}

/** What is to be done next, and what came of it. */
function Standing() {
  const { form, missing, results } = useLoaderData<typeof loader>();
  const facts = [
    ...results.map(({ key, value }) => ({
      term: RESULT_WORDS[key as keyof typeof RESULT_WORDS].label,
      value,
    })),
    { term: "Selesai", value: form.finishedOn && formatDate(form.finishedOn) },
    { term: "Diambil", value: form.collectedOn && `${formatDate(form.collectedOn)}, ${form.collectedBy}` },
  ].filter(({ value }) => value);
  return (
    <>
      {form.state === "returned" && (
        <Notice tone="warning" title="Dikembalikan Dukcapil">
          {`${form.returnReason}. Perbaiki isiannya; lembar data ini lalu ikut berkas berikutnya.`}
        </Notice>
      )}
      {form.state === "draft" && missing > 0 && (
        <Notice>{`${missing} isian wajib belum terisi. Lengkapi sebelum dikirim.`}</Notice>
      )}
      {form.state === "ready" && !form.batchId && (
        <Notice>Siap dikirim. Masukkan ke berkas pengantar di tab Berkas pengantar.</Notice>
      )}
      {facts.length > 0 && <DefinitionList items={facts} />}
    </>
  );
}
