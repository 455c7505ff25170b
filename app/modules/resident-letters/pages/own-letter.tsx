import { useActionData, useLoaderData } from "react-router";
import { Story } from "#app/modules/receipts/components/story.tsx";
import { residentAction, residentLoader } from "#app/platform/http/handlers.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { actOnOwnLetter } from "../act-on-own-letter.server.ts";
import { CancelForm, RateForm } from "../components/last-forms.tsx";
import { Papers } from "../components/papers.tsx";
import { AnswerForm, QuestionList } from "../components/questions.tsx";
import { loadOwnLetter } from "../load-own-letter.server.ts";
import { idParam } from "../params.ts";
import { OWN_LETTER_WORDS } from "../words.ts";

export const loader = residentLoader(async ({ ctx, params }) => ({
  ...(await loadOwnLetter(ctx, idParam(params))),
  zone: ctx.tenant.timeZone,
  owner: ctx.resident.accountId,
}));

export const action = residentAction(({ ctx, form, params }) => actOnOwnLetter(ctx, idParam(params), form));

export default function OwnLetter() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const { letter, story, requirements, questions, zone } = page;
  return (
    <>
      <title>{letter.title}</title>
      <PageHeader
        title={letter.title}
        lead={[letter.personName, letter.numberText].filter(Boolean).join(", nomor ")}
        back={{ href: "/warga", label: "Beranda" }}
      />
      <ErrorSummary errors={replySummary(reply, "#isian")} />
      <div className="flex flex-col gap-8">
        {letter.isOpen && <AnswerForm questions={questions} reply={reply} />}
        <Collect page={page} />
        <Story story={story} zone={zone} />
        {letter.cancelReason && <Notice tone="warning">{`Alasan dibatalkan: ${letter.cancelReason}`}</Notice>}
        <div id="isian" className="flex flex-col gap-8">
          <Papers
            requirements={requirements}
            mayAdd={page.maySendPapers}
            letterId={letter.id}
            owner={page.owner}
            reply={reply}
          />
          {questions.length > 0 && (
            <section className="flex flex-col gap-3">
              <h2 className="text-lg">Tanya jawab</h2>
              <QuestionList questions={questions} zone={zone} />
            </section>
          )}
          {story.mayRate && <RateForm reply={reply} />}
          {page.mayCancel && <CancelForm reply={reply} />}
        </div>
      </div>
    </>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

/** How he comes by the letter once it is signed. */
function Collect({ page: { letter, mayDownload } }: { page: Page }) {
  if (mayDownload)
    return (
      <Notice
        tone="success"
        title={OWN_LETTER_WORDS.download}
        actions={
          <ButtonLink href={`/warga/surat/${letter.id}/surat.pdf`} variant="primary" icon="download">
            Unduh surat
          </ButtonLink>
        }
      />
    );
  return letter.state === "signed" ? <Notice tone="success">{OWN_LETTER_WORDS.collect}</Notice> : null;
}
