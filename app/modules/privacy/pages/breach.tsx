import { useActionData, useLoaderData } from "react-router";
import type { OfficeCtx } from "#app/context.ts";
import { auditSentence } from "#app/platform/audit-words.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { AUDIT_WORDS } from "#app/registry.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { nextBreachStep } from "../breach-rules.ts";
import { loadBreach } from "../breaches.server.ts";
import { closeBreach, describeBreach, tellOfBreach } from "../change-breach.server.ts";
import { BreachFacts } from "../components/breach-facts.tsx";
import { BreachState } from "../components/breach-state.tsx";
import { CloseForm } from "../components/close-form.tsx";
import { DescribeForm } from "../components/describe-form.tsx";
import { NoticeSteps } from "../components/notice-steps.tsx";
import { CloseBreachInput, DescribeBreachInput, TellBreachInput } from "../input.ts";
import { momentFields } from "../moment-rules.ts";
import { BREACH_WORDS } from "../words.ts";

const LIST = "/kantor/data-pribadi/insiden";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { history, ...facts } = await loadBreach(ctx, params.id ?? "");
  return {
    ...facts,
    moment: momentFields(ctx.tenant.timeZone, ctx.now),
    history: history.map((row) => ({ key: row.key, at: row.at, title: auditSentence(row, AUDIT_WORDS) })),
  };
});

export const action = officeAction(({ ctx, form, params }) => {
  const id = params.id ?? "";
  const step = form.get("langkah");
  if (step === "pemberitahuan")
    return submitForm(form, TellBreachInput, async (input) => {
      await tellOfBreach(ctx, id, input);
      return back(ctx, id, BREACH_WORDS.noted(BREACH_WORDS.whom[input.kepada]));
    });
  if (step === "tutup")
    return submitForm(form, CloseBreachInput, async (input) => {
      await closeBreach(ctx, id, input);
      return back(ctx, id, BREACH_WORDS.closed);
    });
  return submitForm(form, DescribeBreachInput, async (input) => {
    await describeBreach(ctx, id, input);
    return back(ctx, id, BREACH_WORDS.described);
  });
});

function back(ctx: OfficeCtx, id: string, sentence: string) {
  return redirectWithFlash(ctx.config, `${LIST}/${id}`, sentence);
}

/** A refused form's reply goes to the form that was sent; it is shown again even where the record was closed meanwhile. */
function replyTo(reply: FormReply | undefined, step: string): FormReply | undefined {
  return reply?.initialValue?.langkah === step ? reply : undefined;
}

export default function BreachPage() {
  const { breach, writtenBy, history, moment, now, zone } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const step = nextBreachStep(breach);
  const isClosed = step === "closed";
  const [described, noted, closing] = ["uraian", "pemberitahuan", "tutup"].map((each) =>
    replyTo(reply, each),
  );
  return (
    <>
      <title>Kejadian</title>
      <PageHeader
        title={`Kejadian ${formatDateTime(Date.parse(breach.discoveredAt), zone)}`}
        back={{ href: LIST, label: "Kegagalan pelindungan data" }}
        badge={<BreachState breach={breach} now={now} />}
        lead={`Pemberitahuan tertulis paling lambat ${formatDateTime(Date.parse(breach.noticeDueAt), zone)}.`}
      />
      <div className="flex flex-col gap-10">
        {isClosed && <BreachFacts breach={breach} writtenBy={writtenBy} zone={zone} />}
        {(!isClosed || described) && (
          <DescribeForm breach={breach} isNext={step === "describe"} reply={described} />
        )}
        <NoticeSteps breach={breach} isNext={step === "tell"} moment={moment} zone={zone} reply={noted} />
        {(!isClosed || closing) && <CloseForm breach={breach} isNext={step === "close"} reply={closing} />}
        <section aria-labelledby="riwayat" className="flex flex-col gap-4">
          <h2 id="riwayat" className="text-lg">
            Riwayat
          </h2>
          <Timeline
            items={history.map(({ key, at, title }) => ({
              key,
              title,
              at: formatDateTime(Date.parse(at), zone),
            }))}
          />
        </section>
      </div>
    </>
  );
}
