import { useActionData, useLoaderData } from "react-router";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { requirePermission } from "#app/platform/require.ts";
import { replySummary } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { approveUpdates } from "../approve-updates.server.ts";
import { EvidenceList } from "../components/evidence-list.tsx";
import { PublishPhotosForm } from "../components/publish-photos-form.tsx";
import { DecideUpdate, RemoveEvidence, RemoveEvidenceForms } from "../components/update-actions.tsx";
import { UpdateFacts } from "../components/update-facts.tsx";
import { UpdateForm } from "../components/update-form.tsx";
import { UpdateStateBadge } from "../components/update-state-badge.tsx";
import { loadUpdate } from "../load-update.server.ts";
import { idParam } from "../params.ts";
import { publishPhotos } from "../publish-photos.server.ts";
import { removeEvidence } from "../remove-evidence.server.ts";
import { returnUpdate } from "../return-update.server.ts";
import { DONE, quarterName } from "../running-words.ts";
import { saveUpdate } from "../save-update.server.ts";
import { savedUpdateDefaults, updateFormFrame } from "../update-form.ts";
import {
  PublishPhotosInput,
  RemoveEvidenceInput,
  ReturnUpdateInput,
  SubmitUpdateInput,
  UpdateInput,
} from "../update-input.ts";
import { EVIDENCE } from "../update-parts.server.ts";
import { updateValueViews } from "../update-values.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { measures, update, author, others, decider, evidence, may } = await loadUpdate(ctx, idParam(params));
  return {
    update,
    author,
    others,
    decider,
    evidence,
    may,
    values: updateValueViews(measures, update),
    frame: updateFormFrame(measures, ctx.actor),
    defaults: savedUpdateDefaults(measures, update),
    owner: ctx.actor.accountId,
  };
});

export const action = officeAction(async ({ ctx, form, params }) => {
  const id = idParam(params);
  const here = `/kantor/program-kerja/pembaruan/${id}`;
  const answer = (to: string, sentence: string) => redirectWithFlash(ctx.config, to, sentence);
  const activity = (activityId: string) => `/kantor/program-kerja/kegiatan/${activityId}`;
  switch (form.get("maksud")) {
    case "setujui":
      return submitForm(form, SubmitUpdateInput, async ({ versi }) => {
        await approveUpdates(ctx, { laporan: [{ id, version: versi }] });
        return answer(here, DONE.updateApproved);
      });
    case "kembalikan":
      return submitForm(form, ReturnUpdateInput, async (input) => {
        const { activityId } = await returnUpdate(ctx, id, input);
        return answer(activity(activityId), DONE.updateReturned);
      });
    case "foto-umum":
      return submitForm(form, PublishPhotosInput, async (input) => {
        const { shown } = await publishPhotos(ctx, id, input);
        return answer(here, DONE.photosPublished(shown));
      });
    case "hapus-bukti":
      return submitForm(form, RemoveEvidenceInput, async (input) => {
        await removeEvidence(ctx, id, input);
        return answer(here, DONE.evidenceRemoved);
      });
    default:
      requirePermission(ctx, "programme.update");
      await keepUpload(ctx, form, EVIDENCE);
      return submitForm(form, UpdateInput, async (input) => {
        return answer(here, DONE.updateKept(await saveUpdate(ctx, id, input)));
      });
  }
});

export default function Update() {
  const page = useLoaderData<typeof loader>();
  const { update, frame, may } = page;
  const pictures = page.evidence.filter(({ picture }) => picture !== null);
  const reply = useActionData() as FormReply | undefined;
  const title = `Laporan ${quarterName(update.quarter, frame.year)}`;
  return (
    <>
      <title>{`${title}: ${frame.activityName}`}</title>
      <PageHeader
        title={title}
        lead={frame.activityName}
        back={{ href: `/kantor/program-kerja/kegiatan/${frame.activityId}`, label: "Kembali ke kegiatan" }}
        badge={<UpdateStateBadge state={update.state} />}
      />
      {!may.change && <ErrorSummary errors={replySummary(reply, may.decide ? "#alasan" : "#isi")} />}
      <div className="flex flex-col gap-6">
        {update.state === "returned" && (
          <Notice tone="warning" title={`Dikembalikan${page.decider ? ` oleh ${page.decider}` : ""}`}>
            {update.returnReason}
          </Notice>
        )}
        {may.change ? (
          <>
            <UpdateForm
              frame={frame}
              defaults={page.defaults}
              reply={reply}
              version={update.version}
              draft={`laporan:${update.id}:${update.version}`}
              owner={page.owner}
            >
              <EvidenceList
                items={page.evidence}
                renderAction={(item) => <RemoveEvidence formId={`hapus-${item.id}`} />}
              />
            </UpdateForm>
            <RemoveEvidenceForms items={page.evidence} version={update.version} />
          </>
        ) : (
          <>
            <UpdateFacts
              asOf={update.asOf}
              author={page.author}
              others={page.others}
              note={update.note}
              values={page.values}
            />
            <EvidenceList items={page.evidence} />
          </>
        )}
        {may.publish && pictures.length > 0 && <PublishPhotosForm items={pictures} reply={reply} />}
        {may.decide && <DecideUpdate version={update.version} mayApprove={may.approve} reply={reply} />}
      </div>
    </>
  );
}
