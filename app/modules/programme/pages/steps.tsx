import { useActionData, useLoaderData } from "react-router";
import type { OfficeCtx } from "#app/context.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { Disclosure } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { permissionsHere } from "../activity-view.server.ts";
import { addStep } from "../add-step.server.ts";
import { StepCard, StepForm } from "../components/step-form.tsx";
import { personsReading, stepsReading } from "../load-activity.server.ts";
import { activityMeasures, requireMeasures } from "../load-measures.server.ts";
import { markStep } from "../mark-step.server.ts";
import { idParam } from "../params.ts";
import { removeStep } from "../remove-step.server.ts";
import { todayOf } from "../running-queries.server.ts";
import { DONE, RUNNING_ERRORS } from "../running-words.ts";
import { saveStep } from "../save-step.server.ts";
import { StepInput } from "../update-input.ts";
import { EMPTY } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const id = idParam(params);
  const { measures, persons, steps } = await readTogether(ctx.db, {
    measures: activityMeasures(ctx, id, todayOf(ctx)),
    persons: personsReading(ctx),
    steps: stepsReading(ctx, id),
  });
  const found = requireMeasures(measures);
  return {
    id,
    name: found.facts.activity.name,
    mayChange: permissionsHere(ctx, found).steps,
    people: persons.filter((each) => each.state === "active").map(({ id, name }) => ({ id, name })),
    steps: steps.map((step) => ({
      ...step,
      owner: persons.find((each) => each.id === step.ownerId)?.name ?? null,
    })),
    today: todayOf(ctx),
  };
});

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  const stepId = String(form.get("langkah") ?? "");
  const done = (sentence: string) =>
    redirectWithFlash(ctx.config, `/kantor/program-kerja/kegiatan/${id}/langkah`, sentence);
  const maksud = form.get("maksud");
  if (maksud === "tambah" || maksud === "ubah") {
    return submitForm(form, StepInput, async (input) => {
      if (maksud === "ubah") await saveStep(ctx, stepId, input);
      else await addStep(ctx, id, input);
      const isPast = input.tanggal !== null && input.tanggal < todayOf(ctx);
      return done(DONE.stepKept({ isNew: maksud === "tambah", isPast }));
    });
  }
  return changeStep(ctx, stepId, maksud).then(done);
});

async function changeStep(ctx: OfficeCtx, stepId: string, maksud: unknown): Promise<string> {
  if (maksud === "hapus") {
    await removeStep(ctx, stepId);
    return DONE.stepRemoved;
  }
  const isDone = maksud !== "buka";
  await markStep(ctx, stepId, { isDone });
  return isDone ? DONE.stepDone : DONE.stepReopened;
}

export default function Steps() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const replyTo = reply?.initialValue?.langkah;
  return (
    <>
      <title>{`Langkah kerja: ${page.name}`}</title>
      <PageHeader
        title="Langkah kerja"
        lead={page.name}
        back={{ href: `/kantor/program-kerja/kegiatan/${page.id}`, label: "Kembali ke kegiatan" }}
      />
      <div className="flex flex-col gap-6">
        {page.steps.length === 0 && <p className="text-ink-soft">{EMPTY.steps.text}</p>}
        {page.steps.map((step) => (
          <StepCard
            key={step.id}
            step={step}
            today={page.today}
            people={page.mayChange ? page.people : null}
            reply={replyTo === step.id ? reply : undefined}
          />
        ))}
        {page.mayChange ? (
          <Disclosure
            summary={EMPTY.steps.action}
            open={page.steps.length === 0 || (reply !== undefined && !replyTo)}
          >
            <StepForm people={page.people} reply={replyTo ? undefined : reply} />
          </Disclosure>
        ) : (
          <Notice>{RUNNING_ERRORS.closed}</Notice>
        )}
      </div>
    </>
  );
}
