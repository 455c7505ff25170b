import { getFormProps, useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormSection, FormStack } from "#app/ui/form-layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, NumberField } from "#app/ui/text-fields.tsx";
import { PurposeFields, ScheduleFields } from "../components/plan-fields.tsx";
import { TargetFields } from "../components/target-fields.tsx";
import { ActivityInput, MoveProgrammeInput } from "../input.ts";
import { loadActivityPlan } from "../load-plan.server.ts";
import { idParam } from "../params.ts";
import { planDefaults } from "../plan-form.ts";
import { resubmitActivity } from "../resubmit-activity.server.ts";
import { canEditActivity } from "../rules.ts";
import { saveActivity } from "../save-activity.server.ts";
import { ACCUMULATION_NAMES, DIRECTION_NAMES, EMPTY, ERRORS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { activity, programme, people, indicators, targets, persons } = await loadActivityPlan(
    ctx,
    idParam(params),
  );
  const chosen = people.map((each) => each.accountId);
  return {
    id: activity.id,
    name: activity.name,
    year: programme.year,
    isEditable: canEditActivity(programme.state, activity.reviewState),
    reviewReason: activity.reviewState === "returned" ? activity.reviewReason : null,
    people: persons,
    indicators: indicators.map(({ id, name, unit, direction, isCumulative }) => ({
      id,
      name,
      unit,
      direction,
      isCumulative,
    })),
    defaults: planDefaults(activity, chosen, indicators, targets),
  };
});

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  const back = (year: number, sentence: string) =>
    redirectWithFlash(ctx.config, `/kantor/program-kerja/${year}`, sentence);
  if (form.get("maksud") === "ajukan-lagi") {
    return submitForm(form, MoveProgrammeInput, async (input) => {
      const { year } = await resubmitActivity(ctx, id, input);
      return back(year, "Kegiatan diajukan lagi kepada Kepala Desa.");
    });
  }
  return submitForm(form, ActivityInput, async (input) => {
    const { year } = await saveActivity(ctx, id, input);
    const saved = `Rencana “${input.nama}” tersimpan.`;
    if (form.get("lanjut") !== "indikator") return back(year, saved);
    return redirectWithFlash(ctx.config, `/kantor/program-kerja/kegiatan/${id}/indikator/baru`, saved);
  });
});

export default function ActivityPlan() {
  const page = useLoaderData<typeof loader>();
  const [form, fields] = useForm({
    id: "rencana",
    lastResult: useActionData() as FormReply | undefined,
    defaultValue: page.defaults,
  });
  const here = `/kantor/program-kerja/kegiatan/${page.id}`;
  if (!page.isEditable) return <LockedPlan name={page.name} href={here} />;
  return (
    <>
      <title>{`Rencana: ${page.name}`}</title>
      <PageHeader
        title={page.name}
        lead="Atur rencana kegiatan ini."
        back={{ href: `/kantor/program-kerja/${page.year}`, label: `Program kerja ${page.year}` }}
      />
      {page.reviewReason && (
        <Notice tone="warning" title="Dikembalikan Kepala Desa">
          {page.reviewReason}
        </Notice>
      )}
      <form {...getFormProps(form)} {...formProps(form)}>
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <Hidden name="versi" value={page.defaults.versi} />
        <FormStack>
          <ScheduleFields fields={fields} people={page.people} />
          <FormSection title="Indikator dan target">
            {page.indicators.length === 0 && (
              <EmptyState title="Belum ada indikator">{EMPTY.indicators.text}</EmptyState>
            )}
            {fields.indikator.getFieldList().map((item, index) => {
              const target = item.getFieldset();
              const indicator = page.indicators[index];
              if (!indicator) return null;
              return (
                <fieldset
                  key={indicator.id}
                  className="flex flex-col gap-4 rounded-md border border-line p-4"
                >
                  <legend className="px-1 font-semibold">{indicator.name}</legend>
                  <p className="text-sm text-ink-soft [&>a]:inline-flex [&>a]:min-h-11 [&>a]:items-center">
                    {DIRECTION_NAMES[indicator.direction]}.{" "}
                    {ACCUMULATION_NAMES[indicator.isCumulative ? "cumulative" : "latest"]}.{" "}
                    <a href={`/kantor/program-kerja/indikator/${indicator.id}`}>Ubah indikator</a>
                  </p>
                  <Hidden name={target.id.name} value={indicator.id} />
                  <NumberField
                    {...textProps(target.awal)}
                    label="Keadaan awal"
                    decimal
                    suffix={indicator.unit}
                  />
                  <TargetFields t1={target.t1} t2={target.t2} t3={target.t3} t4={target.t4} />
                </fieldset>
              );
            })}
            <p>
              <Button type="submit" variant="secondary" icon="plus" name="lanjut" value="indikator">
                Simpan dan tambah indikator
              </Button>
            </p>
          </FormSection>
          <PurposeFields fields={fields} />
        </FormStack>
        <FormActions>
          <Button type="submit">Simpan rencana</Button>
        </FormActions>
      </form>
    </>
  );
}

function LockedPlan({ name, href }: { name: string; href: string }) {
  return (
    <>
      <title>{name}</title>
      <PageHeader title={name} back={{ href, label: "Kembali ke kegiatan" }} />
      <Notice tone="info">{ERRORS.activityLocked}</Notice>
    </>
  );
}
