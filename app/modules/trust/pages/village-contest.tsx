import { useActionData, useLoaderData } from "react-router";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ClaimBadge } from "../components/claim-badge.tsx";
import { Replies } from "../components/replies.tsx";
import { ReplyForm } from "../components/reply-form.tsx";
import { dayOf } from "../components/trial-state.tsx";
import { ReplyInput } from "../input.ts";
import { LETTER_RULES } from "../letter-rules.ts";
import { loadContest } from "../load-verification.server.ts";
import { replyToContest } from "../reply-to-contest.server.ts";
import { TRUST_WORDS } from "../words.ts";

export const loader = officeLoader(({ ctx, params }) => loadContest(ctx, params.id ?? ""));

export const action = officeAction(async ({ ctx, params, form }) => {
  await keepUpload(ctx, form, LETTER_RULES);
  return submitForm(form, ReplyInput, async (input) => {
    const kind = await replyToContest(ctx, params.id ?? "", input);
    const words = kind === "answer" ? TRUST_WORDS.answerSent : TRUST_WORDS.objectionSent;
    return redirectWithFlash(ctx.config, `/kantor/verifikasi/sanggahan/${params.id}`, words);
  });
});

export default function VillageContest() {
  const { claim, replies, mayAnswer, mayObject, endsAt, zone } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>Sanggahan</title>
      <PageHeader
        title="Sanggahan atas pendaftaran desa"
        back={{ href: "/kantor/verifikasi", label: "Verifikasi desa" }}
        badge={<ClaimBadge state={claim.state} />}
      />
      <div className="flex flex-col gap-8">
        {mayObject && endsAt && (
          <Notice tone="danger" title={`Data desa dihapus pada ${dayOf(endsAt, zone)}`}>
            Ajukan keberatan sebelum itu bila putusan ini keliru. Selama keberatan diperiksa, data tidak
            dihapus.
          </Notice>
        )}
        <div className="max-w-text">
          <DefinitionList
            items={[
              { term: "Penyanggah", value: `${claim.name}, ${positionTitle(claim.position)}` },
              { term: "Disampaikan", value: dayOf(claim.askedAt, zone) },
              {
                term: "Pernyataannya",
                value: <span className="whitespace-pre-line break-words">{claim.statement}</span>,
              },
              ...(claim.reason ? [{ term: "Alasan putusan", value: claim.reason }] : []),
            ]}
          />
        </div>
        <Replies replies={replies} zone={zone} />
        {(mayAnswer || mayObject) && (
          <section aria-labelledby="jawab-judul" className="flex flex-col gap-4">
            <h2 id="jawab-judul" className="text-lg">
              {mayObject ? "Ajukan keberatan" : "Jawab sanggahan ini"}
            </h2>
            <ReplyForm isObjection={mayObject} reply={reply} />
          </section>
        )}
      </div>
    </>
  );
}
