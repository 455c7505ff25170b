import { useLoaderData } from "react-router";
import { inLocalWords, positionTitle } from "#app/modules/accounts/words.ts";
import { dayIn } from "#app/platform/clock.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CardGrid, StatGrid, StatTile } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { closingDay } from "../closing-rules.ts";
import { ActivityCard } from "../components/activity-card.tsx";
import { ProgrammeTabs } from "../components/programme-tabs.tsx";
import { ProgrammeStateBadge } from "../components/state-badge.tsx";
import { formatRupiah } from "../format-rules.ts";
import { loadPlan } from "../load-plan.server.ts";
import { yearParam } from "../params.ts";
import { incompleteActivities } from "../plan-problems.server.ts";
import { canEditActivity, canEditProgramme } from "../rules.ts";
import { effectiveState } from "../running-rules.ts";
import { EMPTY, PROGRAMME_STATE_HINTS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, frame }) => {
  const plan = await loadPlan(ctx, yearParam(params));
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const state = effectiveState(plan.programme, today);
  const may = (permission: string) => ctx.actor.permissions.has(permission);
  const isEditable = canEditProgramme(state) && may("programme.plan");
  const problems = new Map(incompleteActivities(plan).map((each) => [each.id, each.problems]));
  const names = new Map(plan.persons.map((person) => [person.id, person.name]));
  return {
    year: plan.programme.year,
    terms: frame?.profile ?? null,
    state,
    returnReason: plan.programme.returnReason,
    isEditable,
    canImport: state === "running" && may("programme.spend"),
    canReview: state === "submitted" && may("programme.approve"),
    canClose: state === "running" && may("programme.approve") && today >= closingDay(plan.programme.year),
    budget: plan.activities.reduce((sum, each) => sum + each.budget, 0),
    activityCount: plan.activities.length,
    incompleteCount: problems.size,
    sections: plan.sections.map((section) => ({
      ...section,
      activities: plan.activities
        .filter((each) => each.sectionId === section.id)
        .map((activity) => ({
          activity,
          responsible:
            names.get(activity.responsibleAccountId ?? "") ??
            positionTitle(activity.responsiblePosition ?? "Belum ditentukan", "definitif", frame?.profile),
          problems: isEditable || activity.reviewState === "returned" ? problems.get(activity.id) : undefined,
          canPlan: may("programme.plan") && canEditActivity(state, activity.reviewState),
        })),
    })),
  };
});

export default function Programme() {
  const page = useLoaderData<typeof loader>();
  const { year, state } = page;
  const here = `/kantor/program-kerja/${year}`;
  return (
    <>
      <title>{`Program kerja ${year}`}</title>
      <PageHeader
        title={`Program kerja ${year}`}
        lead={inLocalWords(PROGRAMME_STATE_HINTS[state], page.terms)}
        back={{ href: "/kantor/program-kerja", label: "Semua tahun" }}
        badge={<ProgrammeStateBadge state={state} />}
        actions={
          <>
            {page.isEditable && (
              <ButtonLink variant="primary" icon="send" href={`${here}/pengajuan`}>
                {state === "returned" ? "Ajukan lagi" : "Ajukan"}
              </ButtonLink>
            )}
            {page.isEditable && (
              <ButtonLink icon="plus" href={`${here}/kegiatan/baru`}>
                Tambah kegiatan
              </ButtonLink>
            )}
            {page.isEditable && (
              <ButtonLink variant="quiet" icon="edit" href={`${here}/program`}>
                Ubah program
              </ButtonLink>
            )}
            {page.canReview && (
              <ButtonLink variant="primary" icon="check" href={`${here}/pemeriksaan`}>
                Periksa program kerja
              </ButtonLink>
            )}
            {page.canImport && (
              <ButtonLink icon="upload" href={`${here}/impor`}>
                Impor anggaran dan belanja
              </ButtonLink>
            )}
            {page.canClose && <ButtonLink href={`${here}/penutupan`}>Tutup tahun</ButtonLink>}
          </>
        }
      />
      <ProgrammeTabs year={year} current="" />
      <div className="flex flex-col gap-8">
        {state === "returned" && (
          <Notice tone="warning" title={inLocalWords("Catatan Kepala Desa", page.terms)}>
            {page.returnReason}
          </Notice>
        )}
        <StatGrid>
          <StatTile label="Kegiatan" value={page.activityCount} />
          <StatTile label="Anggaran" value={formatRupiah(page.budget)} />
          {page.isEditable && <StatTile label="Belum lengkap" value={page.incompleteCount} />}
        </StatGrid>
        {page.sections.map((section) => (
          <section key={section.id} className="flex flex-col gap-4">
            <div>
              <h2 className="text-lg">{section.name}</h2>
              <p className="max-w-text text-ink-soft">{section.purpose}</p>
            </div>
            {section.activities.length === 0 ? (
              <EmptyState title="Belum ada kegiatan">{EMPTY.activities.text}</EmptyState>
            ) : (
              <CardGrid>
                {section.activities.map((row) => (
                  <ActivityCard
                    key={row.activity.id}
                    {...row}
                    showsReview={state === "submitted"}
                    canDrop={page.isEditable}
                  />
                ))}
              </CardGrid>
            )}
          </section>
        ))}
      </div>
    </>
  );
}
