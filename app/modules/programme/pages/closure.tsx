import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice-fields.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { closeProgramme } from "../close-programme.server.ts";
import { closingObstacle } from "../closing-rules.ts";
import { CloseProgrammeInput } from "../input.ts";
import { loadClosure } from "../load-closure.server.ts";
import { yearParam } from "../params.ts";
import { todayOf } from "../running-queries.server.ts";
import { effectiveState } from "../running-rules.ts";
import { quarterName } from "../running-words.ts";
import { CLOSING_OBSTACLES, CLOSING_WORDS, ERRORS, UPDATE_STATE_NAMES } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { programme, open } = await loadClosure(ctx, yearParam(params));
  const { year, version } = programme;
  const today = todayOf(ctx);
  const obstacle = closingObstacle({ year, today, leavesDrafts: true }, open);
  const isRunning = effectiveState(programme, today) === "running";
  return {
    year,
    version,
    obstacle: !isRunning ? ERRORS.notRunning : obstacle && CLOSING_OBSTACLES[obstacle](year),
    open,
  };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, CloseProgrammeInput, async (input) => {
    const { year } = await closeProgramme(ctx, yearParam(params), input);
    return redirectWithFlash(ctx.config, `/kantor/program-kerja/${year}`, `Program kerja ${year} ditutup.`);
  }),
);

export default function Closure() {
  const { year, version, obstacle, open } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const errors = Object.values(reply?.error ?? {}).flatMap((texts) => texts ?? []);
  return (
    <>
      <title>{`Tutup program kerja ${year}`}</title>
      <PageHeader
        title={`Tutup program kerja ${year}?`}
        lead={CLOSING_WORDS.lead}
        back={{ href: `/kantor/program-kerja/${year}`, label: `Program kerja ${year}` }}
      />
      <ErrorSummary errors={errors.map((text) => ({ href: "#tutup", text }))} />
      <div id="tutup" className="flex flex-col gap-6">
        {obstacle && <Notice tone="info">{obstacle}</Notice>}
        {open.length > 0 && (
          <section className="flex flex-col gap-3">
            <h2 className="text-lg">{CLOSING_WORDS.open(open.length)}</h2>
            <p className="max-w-text text-ink-soft">{CLOSING_WORDS.openLead}</p>
            <TaskList
              items={open.map(({ id, state, quarter, activityName, author }) => ({
                key: id,
                href: `/kantor/program-kerja/pembaruan/${id}`,
                title: `${quarterName(quarter)}: ${activityName}`,
                meta: [UPDATE_STATE_NAMES[state], author].filter(Boolean).join(" · "),
              }))}
            />
          </section>
        )}
        {!obstacle && (
          <form method="post" className="flex flex-col gap-4">
            <SubmitKey />
            <Hidden name="versi" value={String(version)} />
            {open.length > 0 && (
              <Checkbox
                id="tutup-tanpa-rancangan"
                name="tanpa_rancangan"
                value="ya"
                label={CLOSING_WORDS.leaveDrafts}
                errors={reply?.error?.tanpa_rancangan ?? undefined}
              />
            )}
            <FormActions>
              <Button type="submit" variant="danger">
                Tutup program kerja {year}
              </Button>
            </FormActions>
          </form>
        )}
      </div>
    </>
  );
}
