import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { formatRupiah } from "../format-rules.ts";
import { MoveProgrammeInput } from "../input.ts";
import { loadPlan } from "../load-plan.server.ts";
import { yearParam } from "../params.ts";
import { incompleteActivities } from "../plan-problems.server.ts";
import { canMoveProgramme } from "../rules.ts";
import { submitProgramme } from "../submit-programme.server.ts";
import { PROGRAMME_STATE_HINTS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const plan = await loadPlan(ctx, yearParam(params));
  const { year, version, state } = plan.programme;
  return {
    year,
    version,
    state,
    canSubmit: canMoveProgramme(state, "submitted"),
    activityCount: plan.activities.length,
    budget: plan.activities.reduce((sum, each) => sum + each.budget, 0),
    incomplete: incompleteActivities(plan),
  };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, MoveProgrammeInput, async (input) => {
    const { year } = await submitProgramme(ctx, yearParam(params), input);
    const sentence = `Program kerja ${year} diajukan. Kepala Desa melihatnya di Meja kerja.`;
    return redirectWithFlash(ctx.config, `/kantor/program-kerja/${year}`, sentence);
  }),
);

export default function Submission() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const errors = Object.values(reply?.error ?? {}).flatMap((texts) => texts ?? []);
  return (
    <>
      <title>{`Ajukan program kerja ${page.year}`}</title>
      <PageHeader
        title={`Ajukan program kerja ${page.year}`}
        lead={`${page.activityCount} kegiatan, anggaran ${formatRupiah(page.budget)}.`}
        back={{ href: `/kantor/program-kerja/${page.year}`, label: `Program kerja ${page.year}` }}
      />
      <ErrorSummary errors={errors.map((text) => ({ href: "#ajukan", text }))} />
      {!page.canSubmit && <Notice tone="info">{PROGRAMME_STATE_HINTS[page.state]}</Notice>}
      {page.incomplete.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2 className="text-lg">Lengkapi dahulu</h2>
          <TaskList
            items={page.incomplete.map(({ id, name, problems }) => ({
              key: id,
              href: `/kantor/program-kerja/kegiatan/${id}/rencana`,
              title: name,
              meta: problems.join(" "),
            }))}
          />
        </section>
      )}
      {page.canSubmit && page.incomplete.length === 0 && (
        <form id="ajukan" method="post">
          <SubmitKey />
          <Hidden name="versi" value={String(page.version)} />
          <p className="max-w-text">
            Setelah diajukan, rencana tidak dapat diubah, kecuali kegiatan yang dikembalikan Kepala Desa.
          </p>
          <FormActions>
            <Button type="submit" icon="send">
              Ajukan kepada Kepala Desa
            </Button>
          </FormActions>
        </form>
      )}
    </>
  );
}
