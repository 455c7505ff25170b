import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { CardGrid } from "#app/ui/card.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { approveProgramme } from "../approve-programme.server.ts";
import { DecisionForms } from "../components/decision-forms.tsx";
import { ReviewCard } from "../components/review-card.tsx";
import { formatRupiah } from "../format-rules.ts";
import { MoveProgrammeInput, ReturnProgrammeInput, ReviewActivityInput } from "../input.ts";
import { loadPlan } from "../load-plan.server.ts";
import { yearParam } from "../params.ts";
import { returnProgramme } from "../return-programme.server.ts";
import { reviewActivity } from "../review-activity.server.ts";
import { reviewItems } from "../review-items.server.ts";
import { approvalObstacle } from "../rules.ts";
import { APPROVAL_OBSTACLES } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const plan = await loadPlan(ctx, yearParam(params));
  const items = reviewItems(plan);
  const obstacle = approvalObstacle(
    plan.programme.state,
    items.map((item) => item.reviewState),
  );
  return {
    year: plan.programme.year,
    version: plan.programme.version,
    isSubmitted: plan.programme.state === "submitted",
    obstacle: obstacle && APPROVAL_OBSTACLES[obstacle],
    budget: plan.activities.reduce((sum, each) => sum + each.budget, 0),
    sections: plan.sections.map(({ id, name }) => ({
      id,
      name,
      items: items.filter((item) => plan.activities.find((each) => each.id === item.id)?.sectionId === id),
    })),
  };
});

export const action = officeAction(({ ctx, form, params }) => {
  const year = yearParam(params);
  const here = `/kantor/program-kerja/${year}`;
  const stay = (sentence: string) => redirectWithFlash(ctx.config, `${here}/pemeriksaan`, sentence);
  if (form.get("maksud") === "setujui") {
    return submitForm(form, MoveProgrammeInput, async (input) => {
      await approveProgramme(ctx, year, input);
      return redirectWithFlash(
        ctx.config,
        here,
        `Program kerja ${year} disetujui. Pelaksanaannya mulai 1 Januari ${year}.`,
      );
    });
  }
  if (form.get("maksud") === "kembalikan") {
    return submitForm(form, ReturnProgrammeInput, async (input) => {
      await returnProgramme(ctx, year, input);
      return redirectWithFlash(ctx.config, here, `Program kerja ${year} dikembalikan kepada penyusunnya.`);
    });
  }
  return submitForm(form, ReviewActivityInput, async (input) => {
    await reviewActivity(ctx, String(form.get("kegiatan")), input);
    return stay(
      input.putusan === "returned" ? "Kegiatan dikembalikan kepada penyusunnya." : "Kegiatan diterima.",
    );
  });
});

export default function Review() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const typed = reply?.initialValue ?? {};
  const errors = Object.values(reply?.error ?? {}).flatMap((texts) => texts ?? []);
  const refusalOf = (id: string) =>
    reply && typed.kegiatan === id
      ? { errors: reply.error?.alasan ?? errors, typed: String(typed.alasan ?? "") }
      : undefined;
  return (
    <>
      <title>{`Periksa program kerja ${page.year}`}</title>
      <PageHeader
        title={`Periksa program kerja ${page.year}`}
        lead={`Jumlah anggaran ${formatRupiah(page.budget)}. Kembalikan kegiatan yang perlu diperbaiki, lalu setujui semuanya.`}
        back={{ href: `/kantor/program-kerja/${page.year}`, label: `Program kerja ${page.year}` }}
      />
      <ErrorSummary
        errors={errors.map((text) => ({ href: `#alasan-${typed.kegiatan ?? "program"}`, text }))}
      />
      {!page.isSubmitted ? (
        <Notice tone="info">{page.obstacle}</Notice>
      ) : (
        <div className="flex flex-col gap-8">
          <DecisionForms
            version={page.version}
            obstacle={page.obstacle}
            refusal={
              reply && typed.kegiatan === undefined ? { errors, typed: String(typed.alasan ?? "") } : null
            }
          />
          {page.sections
            .filter((section) => section.items.length > 0)
            .map((section) => (
              <section key={section.id} className="flex flex-col gap-4">
                <h2 className="text-lg">{section.name}</h2>
                <CardGrid>
                  {section.items.map((item) => (
                    <ReviewCard key={item.id} item={item} refusal={refusalOf(item.id)} />
                  ))}
                </CardGrid>
              </section>
            ))}
        </div>
      )}
    </>
  );
}
