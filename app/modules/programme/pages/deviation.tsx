import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TripleProgress } from "#app/ui/progress.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TextArea } from "#app/ui/text-fields.tsx";
import { ActivityDeviations } from "../components/activity-deviations.tsx";
import { behindWords } from "../components/activity-progress.tsx";
import { explainDeviation } from "../explain-deviation.server.ts";
import { personsReading } from "../load-activity.server.ts";
import { activityMeasures, requireMeasures } from "../load-measures.server.ts";
import { idParam } from "../params.ts";
import { measureActivity } from "../report-rules.ts";
import { acceptsUpdates } from "../rules.ts";
import { todayOf } from "../running-queries.server.ts";
import { effectiveState } from "../running-rules.ts";
import { DONE, RUNNING_ERRORS } from "../running-words.ts";
import { DeviationInput } from "../update-input.ts";
import { ERRORS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { measures, persons } = await readTogether(ctx.db, {
    measures: activityMeasures(ctx, idParam(params), todayOf(ctx)),
    persons: personsReading(ctx),
  });
  const { facts, input, options, programme } = requireMeasures(measures);
  const nameOf = (id: string) => persons.find((each) => each.id === id)?.name ?? null;
  return {
    id: facts.activity.id,
    name: facts.activity.name,
    row: measureActivity(input, options),
    isRunning: acceptsUpdates(effectiveState(programme, options.asOf)),
    deviations: facts.deviations.map((each) => ({ ...each, author: nameOf(each.createdBy) })),
  };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, DeviationInput, async (input) => {
    const id = idParam(params);
    await explainDeviation(ctx, id, input);
    return redirectWithFlash(ctx.config, `/kantor/program-kerja/kegiatan/${id}`, DONE.deviationRecorded);
  }),
);

export default function Deviation() {
  const { id, name, row, isRunning, deviations } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<DeviationInput>({
    id: "penyimpangan",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>{`Keterlambatan: ${name}`}</title>
      <PageHeader
        title="Jelaskan keterlambatan"
        lead={name}
        back={{ href: `/kantor/program-kerja/kegiatan/${id}`, label: "Kembali ke kegiatan" }}
      />
      <div className="flex flex-col gap-6">
        <TripleProgress {...row} behind={row.isBehind ? behindWords(row.pointsBehind) : undefined} />
        {!row.needsDeviation && <Notice>{RUNNING_ERRORS.notBehind}</Notice>}
        {!isRunning && <Notice>{ERRORS.notRunning}</Notice>}
        {isRunning && (
          <form {...formProps(form)}>
            <ErrorSummary errors={summaryErrors(form)} />
            <SubmitKey />
            <FormStack>
              <TextArea {...textProps(fields.penyebab)} label="Penyebab" required rows={3} />
              <TextArea
                {...textProps(fields.perbaikan)}
                label="Langkah perbaikan"
                hint="Apa yang dikerjakan, oleh siapa, dan kapan. Penjelasan ini tampil juga untuk warga."
                required
                rows={3}
              />
            </FormStack>
            <FormActions>
              <Button>Simpan penjelasan</Button>
            </FormActions>
          </form>
        )}
        {deviations.length > 0 && <ActivityDeviations deviations={deviations} />}
      </div>
    </>
  );
}
