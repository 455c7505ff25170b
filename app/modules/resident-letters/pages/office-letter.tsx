import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextArea } from "#app/ui/text-fields.tsx";
import { PaperPhotos } from "../components/papers.tsx";
import { QuestionList } from "../components/questions.tsx";
import { AskQuestionInput } from "../input.ts";
import { loadOfficeView } from "../office-view.server.ts";
import { idParam } from "../params.ts";
import { askQuestion } from "../questions.server.ts";
import { OWN_LETTER_WORDS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => ({
  ...(await loadOfficeView(ctx, idParam(params))),
  zone: ctx.tenant.timeZone,
}));

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, AskQuestionInput, async (input) => {
    const id = idParam(params);
    await askQuestion(ctx, id, input);
    return redirectWithFlash(ctx.config, `/kantor/surat/${id}/warga`, OWN_LETTER_WORDS.questionSent);
  }),
);

export default function OfficeLetter() {
  const { letter, requirements, questions, mayAsk, share, zone } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const typed = reply?.initialValue?.pertanyaan;
  return (
    <>
      <title>{`Dari warga: ${letter.title}`}</title>
      <PageHeader
        title="Foto syarat dan tanya jawab"
        lead={`${letter.title}, ${letter.personName}`}
        back={{ href: `/kantor/surat/${letter.id}`, label: "Surat" }}
        actions={
          <ButtonLink icon="share" href={`https://wa.me/?text=${encodeURIComponent(share)}`}>
            Kabari lewat WhatsApp
          </ButtonLink>
        }
      />
      <ErrorSummary errors={replySummary(reply, "#pertanyaan")} />
      <div className="flex flex-col gap-8">
        <section className="flex flex-col gap-4">
          <h2 className="text-lg">Foto syarat</h2>
          {requirements.length === 0 && <p>Surat ini tidak meminta syarat.</p>}
          {requirements.map(({ index, text, papers, isSeen }) => (
            <div key={index} className="flex flex-col gap-2 border-t border-line pt-3">
              <p className="font-semibold">{isSeen ? `${text} (sudah diterima)` : text}</p>
              {papers.length === 0 ? <p className="text-ink-soft">Belum ada foto.</p> : null}
              <PaperPhotos text={text} papers={papers} />
            </div>
          ))}
          <p className="text-sm text-ink-soft">
            Syarat yang sudah cocok ditandai di halaman surat. Setiap pembukaan halaman ini dicatat.
          </p>
        </section>
        <section className="flex flex-col gap-4">
          <h2 className="text-lg">Tanya jawab</h2>
          <QuestionList questions={questions} zone={zone} />
          {mayAsk && (
            <form method="post" className="flex max-w-form flex-col gap-3">
              <SubmitKey />
              <TextArea
                id="pertanyaan"
                name="pertanyaan"
                label="Tanyakan kepada pemohon"
                rows={3}
                required
                defaultValue={typeof typed === "string" ? typed : undefined}
                errors={reply?.error?.pertanyaan ?? undefined}
              />
              <div>
                <Button icon="send">Kirim pertanyaan</Button>
              </div>
            </form>
          )}
        </section>
      </div>
    </>
  );
}
