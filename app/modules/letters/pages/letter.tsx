import { useActionData, useLoaderData } from "react-router";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { replySummary } from "#app/ui/conform.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { actOnLetter } from "../act-on-letter.server.ts";
import { SIGNATURE_WORDS, STATE_WORDS, STEP_WORDS } from "../chain-words.ts";
import { LetterActions } from "../components/letter-actions.tsx";
import { LetterFiles, SignedPhoto } from "../components/letter-files.tsx";
import { LetterBadge } from "../components/state-badge.tsx";
import { loadLetter } from "../load-letter.server.ts";
import { idParam } from "../params.ts";
import { letterShareText } from "../share-rules.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const page = await loadLetter(ctx, idParam(params));
  const share = letterShareText({
    title: page.letter.title,
    state: page.letter.state,
    village: ctx.tenant.name,
  });
  return { ...page, zone: ctx.tenant.timeZone, share };
});

export const action = officeAction(async ({ ctx, form, params }) => actOnLetter(ctx, idParam(params), form));

export default function Letter() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const { letter, facts, zone } = page;
  const state = letter.state === "ready" ? "draft" : letter.state;
  const reason = letter.state === "cancelled" ? letter.cancelReason : letter.returnReason;
  return (
    <>
      <title>{`${letter.title}: ${letter.personName}`}</title>
      <PageHeader
        title={letter.title}
        lead={letter.personName}
        badge={<LetterBadge state={letter.state} isLate={page.isLate} />}
        back={{ href: "/kantor/surat", label: "Surat" }}
      />
      <ErrorSummary errors={replySummary(reply, "#tindakan")} />
      <div className="flex flex-col gap-8">
        <Notice tone={reason ? "warning" : "info"} title={STATE_WORDS[state].next}>
          {reason && `Alasan: ${reason}`}
        </Notice>
        <div className="grid gap-8 lg:grid-cols-[1fr_20rem]">
          <section className="flex flex-col gap-3">
            <h2 className="text-lg">Isi surat</h2>
            <DefinitionList items={facts.map(({ label, value }) => ({ term: label, value }))} />
            <DefinitionList items={letterRows(page)} />
          </section>
          <section id="tindakan" aria-label="Tindakan" className="flex flex-col gap-4">
            <LetterFiles page={page} share={page.share} />
            <LetterActions page={page} reply={reply} />
          </section>
        </div>
        <section className="flex flex-col gap-3">
          <h2 className="text-lg">Riwayat</h2>
          <Timeline
            label="Riwayat surat"
            items={page.steps.map(({ id, step, byName, at, note }) => ({
              key: id,
              title: `${byName} ${STEP_WORDS[step] ?? step}`,
              at: formatDateTime(new Date(at), zone),
              note: step.startsWith("sign.") ? null : note,
            }))}
          />
        </section>
      </div>
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function letterRows({ letter, zone, answers, photo, sent }: Page) {
  const signed = letter.signatureKind && SIGNATURE_WORDS[letter.signatureKind];
  const missing = letter.requirements.filter(({ isSeen }) => !isSeen).map(({ text }) => text);
  return [
    { term: "Nomor", value: letter.numberText },
    { term: "Tanggal surat", value: letter.letterDate && formatDate(letter.letterDate) },
    { term: "Berlaku sampai", value: letter.validUntil && formatDate(letter.validUntil) },
    {
      term: "Penandatangan",
      value: letter.signerName && `${letter.signerName}, ${letter.signerTitle?.replaceAll("\n", " ")}`,
    },
    { term: "Jenis tanda tangan", value: signed },
    {
      term: "Dijanjikan selesai",
      value: letter.promisedAt && formatDateTime(new Date(letter.promisedAt), zone),
    },
    { term: "Syarat yang belum ada", value: missing.join("; ") },
    { term: "Diserahkan kepada", value: letter.handedTo },
    {
      term: "Menjawab",
      value: answers && (answers.href ? <a href={answers.href}>{answers.text}</a> : answers.text),
    },
    {
      term: "Buku Ekspedisi",
      value: sent && <a href={`/kantor/buku/ekspedisi/${sent.id}`}>{`nomor ${sent.number}, ${sent.year}`}</a>,
    },
    { term: "Foto surat", value: photo && <SignedPhoto href={photo} /> },
  ].filter(({ value }) => Boolean(value));
}
