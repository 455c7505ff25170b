import { useActionData, useLoaderData } from "react-router";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { BatchContents } from "../components/batch-contents.tsx";
import { PickForms } from "../components/pick-forms.tsx";
import { ReceiptForm, SendForm } from "../components/send-form.tsx";
import { BatchStateBadge } from "../components/state-badges.tsx";
import { loadBatch } from "../load-batch.server.ts";
import { actOnBatch } from "../page-actions.server.ts";
import { idParam } from "../params.ts";
import { BATCH_WORDS } from "../words.ts";

const LIST = "/kantor/dukcapil/berkas";

export const loader = officeLoader(({ ctx, params }) => loadBatch(ctx, idParam(params)));

export const action = officeAction(({ ctx, form, params }) => actOnBatch(ctx, idParam(params), form));

export default function Batch() {
  const { batch, contents, ready, receipt, today, mayWrite } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const part = String(reply?.initialValue?.maksud ?? "");
  const replyTo = (name: string) => (part === name ? reply : undefined);
  const title = BATCH_WORDS.title(batch.number, batch.year);
  const isOpen = batch.state === "open";
  const isShown = { tambah: isOpen && ready.length > 0, kirim: isOpen, terima: !isOpen }[part] ?? false;
  const facts = [
    { term: "Dikirim", value: batch.sentOn && formatDate(batch.sentOn) },
    { term: "Dibawa oleh", value: batch.carriedBy },
    { term: "Nomor tanda terima", value: batch.receiptNumber },
    { term: "Foto tanda terima", value: receipt && <a href={receipt.href}>{receipt.name}</a> },
  ];
  return (
    <>
      <title>{title}</title>
      <PageHeader
        title={title}
        back={{ href: LIST, label: "Berkas pengantar" }}
        badge={<BatchStateBadge state={batch.state} />}
        actions={
          <ButtonLink href={`${LIST}/${batch.id}/daftar.pdf`} icon="print">
            Cetak daftar penyerahan
          </ButtonLink>
        }
      />
      {reply && !isShown && <ErrorSummary errors={replySummary(reply, "#isi-berkas")} />}
      <div id="isi-berkas" className="flex flex-col gap-8">
        {!isOpen && <DefinitionList items={facts} />}
        <BatchContents
          contents={contents}
          batchId={batch.id}
          version={batch.version}
          mayRemove={mayWrite && isOpen}
        />
        {mayWrite && isOpen && ready.length > 0 && (
          <PickForms
            forms={ready}
            label="Yang juga siap dikirim"
            submit="Masukkan ke berkas ini"
            reply={replyTo("tambah")}
            version={batch.version}
          />
        )}
        {mayWrite && isOpen && (
          <section aria-labelledby="kirim" className="flex max-w-text flex-col gap-4">
            <h2 id="kirim" className="text-lg">
              Sudah dibawa ke Dukcapil?
            </h2>
            <SendForm version={batch.version} today={today} reply={replyTo("kirim")} />
          </section>
        )}
        {mayWrite && !isOpen && (
          <Disclosure
            summary={batch.receiptNumber || receipt ? "Perbaiki tanda terima" : "Catat tanda terima"}
            open={part === "terima"}
          >
            <ReceiptForm version={batch.version} reply={replyTo("terima")} />
          </Disclosure>
        )}
      </div>
    </>
  );
}
