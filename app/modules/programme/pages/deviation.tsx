import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TripleProgress } from "#app/ui/progress.tsx";
import { agreeDeviation } from "../agree-deviation.server.ts";
import { ActivityDeviations } from "../components/activity-deviations.tsx";
import { behindWords } from "../components/activity-progress.tsx";
import { DeviationActions } from "../components/deviation-actions.tsx";
import { ExplainForm } from "../components/explain-form.tsx";
import { correctDeviation } from "../correct-deviation.server.ts";
import { explainableQuarters, mayAgree, mayExplain, mayMendExplanation } from "../deviation-rules.ts";
import { explainDeviation } from "../explain-deviation.server.ts";
import { lagQuarter } from "../lag-quarter.ts";
import { personsReading } from "../load-activity.server.ts";
import { activityMeasures, requireMeasures } from "../load-measures.server.ts";
import { idParam } from "../params.ts";
import { measureActivity } from "../report-rules.ts";
import { acceptsUpdates } from "../rules.ts";
import { todayOf } from "../running-queries.server.ts";
import { effectiveState } from "../running-rules.ts";
import { DONE, RUNNING_ERRORS } from "../running-words.ts";
import { ChosenDeviationInput, CorrectDeviationInput, DeviationInput } from "../update-input.ts";
import { withdrawDeviation } from "../withdraw-deviation.server.ts";
import { ERRORS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { measures, persons } = await readTogether(ctx.db, {
    measures: activityMeasures(ctx, idParam(params), todayOf(ctx)),
    persons: personsReading(ctx),
  });
  const found = requireMeasures(measures);
  const { facts, input, options, programme } = found;
  const nameOf = (id: string) => persons.find((each) => each.id === id)?.name ?? null;
  const isRunning = acceptsUpdates(effectiveState(programme, options.asOf));
  const mayWrite = mayExplain({ ...facts.activity, people: facts.people }, ctx.actor);
  return {
    id: facts.activity.id,
    name: facts.activity.name,
    row: measureActivity(input, options),
    refusal: !isRunning ? ERRORS.notRunning : mayWrite ? null : RUNNING_ERRORS.explainForbidden,
    quarters: explainableQuarters(programme.year, options.asOf),
    quarter: lagQuarter(found),
    mayAgree: isRunning && mayAgree(ctx.actor),
    deviations: facts.deviations.map((each) => ({
      ...each,
      author: nameOf(each.createdBy),
      mayMend: isRunning && mayMendExplanation(each, ctx.actor),
    })),
  };
});

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  const activity = `/kantor/program-kerja/kegiatan/${id}`;
  const stay = (sentence: string) => redirectWithFlash(ctx.config, `${activity}/penyimpangan`, sentence);
  switch (form.get("maksud")) {
    case "setujui":
      return submitForm(form, ChosenDeviationInput, async (input) => {
        await agreeDeviation(ctx, id, input);
        return stay(DONE.deviationAgreed);
      });
    case "tarik":
      return submitForm(form, ChosenDeviationInput, async (input) => {
        await withdrawDeviation(ctx, id, input);
        return stay(DONE.deviationWithdrawn);
      });
    case "perbaiki":
      return submitForm(form, CorrectDeviationInput, async (input) => {
        await correctDeviation(ctx, id, input);
        return stay(DONE.deviationCorrected);
      });
    default:
      return submitForm(form, DeviationInput, async (input) => {
        await explainDeviation(ctx, id, input);
        return redirectWithFlash(ctx.config, activity, DONE.deviationRecorded);
      });
  }
});

export default function Deviation() {
  const page = useLoaderData<typeof loader>();
  const { row, deviations } = page;
  const reply = useActionData() as FormReply | undefined;
  const replyTo = reply?.initialValue?.penjelasan;
  return (
    <>
      <title>{`Keterlambatan: ${page.name}`}</title>
      <PageHeader
        title="Jelaskan keterlambatan"
        lead={page.name}
        back={{ href: `/kantor/program-kerja/kegiatan/${page.id}`, label: "Kembali ke kegiatan" }}
      />
      <div className="flex flex-col gap-6">
        <TripleProgress {...row} behind={row.isBehind ? behindWords(row.pointsBehind) : undefined} />
        {!row.needsDeviation && <Notice>{RUNNING_ERRORS.notBehind}</Notice>}
        {page.refusal ? (
          <Notice>{page.refusal}</Notice>
        ) : (
          <ExplainForm
            quarters={page.quarters}
            quarter={page.quarter}
            isPublicAtOnce={page.mayAgree}
            reply={replyTo === undefined ? reply : undefined}
          />
        )}
        {deviations.length > 0 && (
          <ActivityDeviations
            deviations={deviations}
            renderActions={(deviation) => (
              <DeviationActions
                deviation={deviation}
                mayAgree={page.mayAgree}
                mayMend={deviations.some((each) => each.id === deviation.id && each.mayMend)}
                reply={replyTo === deviation.id ? reply : undefined}
              />
            )}
          />
        )}
      </div>
    </>
  );
}
