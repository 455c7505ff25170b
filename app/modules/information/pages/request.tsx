import { useActionData, useLoaderData } from "react-router";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { requirePermission } from "#app/platform/require.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDate } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ANSWER_FILE } from "../answer-file.ts";
import { answerRequest } from "../answer-request.server.ts";
import { AnswerForm, ExtendForm, WithdrawForm } from "../components/answer-forms.tsx";
import { RequestBadge } from "../components/request-badge.tsx";
import { RequestFacts } from "../components/request-facts.tsx";
import { extendRequest } from "../extend-request.server.ts";
import { AnswerInput, ExtendInput, WithdrawInput } from "../input.ts";
import { loadRequest, revealIdentity } from "../load-request.server.ts";
import { idParam } from "../params.ts";
import { withdrawRequest } from "../withdraw-request.server.ts";
import { REQUEST_WORDS } from "../words.ts";

const BASE = "/kantor/informasi";

export const loader = officeLoader(({ ctx, params }) => loadRequest(ctx, idParam(params)));

export const action = officeAction(async ({ ctx, params, form }) => {
  requirePermission(ctx, "information.handle");
  const id = idParam(params);
  const back = (sentence: string) => redirectWithFlash(ctx.config, `${BASE}/permohonan/${id}`, sentence);
  if (form.get("maksud") === "nik") return { identity: await revealIdentity(ctx, id) };
  if (form.get("maksud") === "perpanjang")
    return submitForm(form, ExtendInput, async (input) => {
      const { due } = await extendRequest(ctx, id, input);
      return back(REQUEST_WORDS.extended(formatDate(due)));
    });
  if (form.get("maksud") === "tarik")
    return submitForm(form, WithdrawInput, async (input) => {
      await withdrawRequest(ctx, id, input);
      return back(REQUEST_WORDS.withdrawn);
    });
  await keepUpload(ctx, form, ANSWER_FILE);
  return submitForm(form, AnswerInput, async (input) => {
    await answerRequest(ctx, id, input);
    return back(REQUEST_WORDS.answered);
  });
});

export default function RequestPage() {
  const { request, applicant, mayReveal, mayDecide, isOpen, mayExtend, isLate, receipt, file } =
    useLoaderData<typeof loader>();
  const answer = useActionData() as (FormReply & { identity?: string | null }) | undefined;
  const identity = answer?.identity ?? applicant.identity;
  return (
    <>
      <title>{`Permohonan informasi ${request.numberText}`}</title>
      <PageHeader
        title={`Permohonan informasi ${request.numberText}`}
        badge={<RequestBadge state={request.state} isLate={isLate} />}
        back={{ href: BASE, label: "Informasi publik" }}
        actions={
          receipt && (
            <ButtonLink href={`${BASE}/permohonan/${request.id}/tanda-terima.pdf`} icon="print">
              Tanda terima
            </ButtonLink>
          )
        }
      />
      <ErrorSummary errors={replySummary(answer, "#menjawab")} />
      <div className="flex max-w-text flex-col gap-6">
        <RequestFacts
          request={request}
          applicant={{ ...applicant, identity }}
          receipt={receipt}
          file={file}
        />
        {mayReveal && !answer?.identity && (
          <form method="post">
            <Button variant="secondary" name="maksud" value="nik">
              Tampilkan NIK pemohon
            </Button>
          </form>
        )}
        {isOpen && (
          <section aria-labelledby="menjawab" className="flex flex-col gap-4">
            <h2 id="menjawab" className="text-lg">
              Menjawab
            </h2>
            <AnswerForm version={request.version} mayDecide={mayDecide} reply={answer} />
            {mayExtend && <ExtendForm version={request.version} reply={answer} />}
            <WithdrawForm version={request.version} reply={answer} />
          </section>
        )}
      </div>
    </>
  );
}
