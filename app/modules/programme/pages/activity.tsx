import type { ReactNode } from "react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/card.tsx";
import { replySummary } from "#app/ui/conform.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { DateTimeText } from "#app/ui/text.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { activityView } from "../activity-view.server.ts";
import { addComment } from "../add-comment.server.ts";
import { ActivityComments } from "../components/activity-comments.tsx";
import { ActivityDeviations } from "../components/activity-deviations.tsx";
import { ActivityMoney } from "../components/activity-money.tsx";
import { ActivityPlanFacts } from "../components/activity-plan-facts.tsx";
import { ActivityProgress, IndicatorProgress } from "../components/activity-progress.tsx";
import { ActivityUpdates } from "../components/activity-updates.tsx";
import { ProgrammeStateBadge } from "../components/state-badge.tsx";
import { StepLines } from "../components/step-lines.tsx";
import { loadActivity } from "../load-activity.server.ts";
import { idParam } from "../params.ts";
import { DONE, quarterName } from "../running-words.ts";
import { CommentInput } from "../update-input.ts";
import { EMPTY } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => ({
  view: await activityView(ctx, await loadActivity(ctx, idParam(params))),
  zone: ctx.tenant.timeZone,
}));

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, CommentInput, async (input) => {
    const id = idParam(params);
    await addComment(ctx, id, input);
    return redirectWithFlash(ctx.config, `/kantor/program-kerja/kegiatan/${id}`, DONE.commented);
  }),
);

export default function Activity() {
  const { view, zone } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const here = `/kantor/program-kerja/kegiatan/${view.id}`;
  const [owed] = view.owed;
  return (
    <>
      <title>{view.activity.name}</title>
      <PageHeader
        title={view.activity.name}
        lead={view.sectionName}
        back={{ href: `/kantor/program-kerja/${view.year}`, label: `Program kerja ${view.year}` }}
        badge={<ProgrammeStateBadge state={view.state} />}
        actions={
          view.may.update && (
            <ButtonLink
              variant="primary"
              icon="send"
              href={`${here}/pembaruan/baru${owed ? `?triwulan=${owed.quarter}` : ""}`}
            >
              {owed ? `Laporkan ${quarterName(owed.quarter)}` : EMPTY.updates.action}
            </ButtonLink>
          )
        }
      />
      <ErrorSummary errors={replySummary(reply, "#komentar-isi")} />
      <div className="flex flex-col gap-8">
        <ActivityProgress view={view} />
        <Part id="indikator" title="Indikator">
          {view.indicators.length === 0 && <EmptyState title={EMPTY.indicators.text} />}
          <div className="grid gap-4 lg:grid-cols-2">
            {view.indicators.map((indicator) => (
              <IndicatorProgress key={indicator.id} indicator={indicator} mayRetarget={view.may.retarget} />
            ))}
          </div>
        </Part>
        <Part id="laporan" title="Laporan kemajuan">
          <ActivityUpdates view={view} />
        </Part>
        <Part id="langkah" title="Langkah kerja">
          {view.steps.length === 0 && <p className="text-ink-soft">{EMPTY.steps.text}</p>}
          <StepLines steps={view.steps} today={view.asOf} />
          {view.may.steps && (
            <p>
              <ButtonLink href={`${here}/langkah`} icon="list">
                {view.steps.length === 0 ? EMPTY.steps.action : "Atur langkah"}
              </ButtonLink>
            </p>
          )}
        </Part>
        <Part id="belanja" title="Belanja">
          <ActivityMoney view={view} />
        </Part>
        {(view.deviations.length > 0 || view.row.needsDeviation) && (
          <Part id="penyimpangan" title="Keterlambatan">
            <ActivityDeviations deviations={view.deviations} />
            {view.may.explain && (
              <p>
                <ButtonLink href={`${here}/penyimpangan`} icon="edit">
                  Atur penjelasan
                </ButtonLink>
              </p>
            )}
          </Part>
        )}
        <Part id="rencana" title="Rencana">
          <ActivityPlanFacts view={view} />
          {view.may.handOver && (
            <p>
              <ButtonLink href={`${here}/serah-terima`} icon="switch-user">
                Serahkan kepada orang lain
              </ButtonLink>
            </p>
          )}
        </Part>
        <Part id="komentar" title="Komentar">
          <ActivityComments view={view} zone={zone} reply={reply} />
        </Part>
        <Disclosure summary="Riwayat perubahan">
          <Timeline
            label="Riwayat"
            items={view.history.map(({ id, at, sentence }) => ({
              key: id,
              title: sentence,
              at: <DateTimeText at={Date.parse(at)} zone={zone} />,
            }))}
          />
        </Disclosure>
      </div>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="flex flex-col gap-4">
      <h2 className="text-lg">{title}</h2>
      {children}
    </section>
  );
}
