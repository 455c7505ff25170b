import { useActionData, useLoaderData } from "react-router";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { UpdateForm } from "../components/update-form.tsx";
import { createUpdate } from "../create-update.server.ts";
import { loadActivityMeasures } from "../load-measures.server.ts";
import { idParam } from "../params.ts";
import { acceptsUpdates } from "../rules.ts";
import { todayOf } from "../running-queries.server.ts";
import { effectiveState } from "../running-rules.ts";
import { DONE } from "../running-words.ts";
import { newUpdateDefaults, updateFormFrame } from "../update-form.ts";
import { UpdateInput } from "../update-input.ts";
import { EVIDENCE } from "../update-parts.server.ts";
import { ERRORS } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, url }) => {
  const measures = await loadActivityMeasures(ctx, idParam(params), todayOf(ctx));
  const wanted = Number(url.searchParams.get("triwulan")) || null;
  return {
    frame: updateFormFrame(measures, ctx.actor),
    defaults: newUpdateDefaults(measures, wanted),
    isRunning: acceptsUpdates(effectiveState(measures.programme, todayOf(ctx))),
    owner: ctx.actor.accountId,
  };
});

export const action = officeAction(async ({ ctx, form, params }) => {
  const activityId = idParam(params);
  await keepUpload(ctx, form, EVIDENCE);
  return submitForm(form, UpdateInput, async (input) => {
    const saved = await createUpdate(ctx, activityId, input);
    const to = saved.state === "submitted" ? `kegiatan/${activityId}` : `pembaruan/${saved.id}`;
    return redirectWithFlash(ctx.config, `/kantor/program-kerja/${to}`, DONE.updateKept(saved));
  });
});

export default function NewUpdate() {
  const { frame, defaults, isRunning, owner } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  return (
    <>
      <title>{`Laporkan: ${frame.activityName}`}</title>
      <PageHeader
        title="Laporkan kemajuan"
        lead={frame.activityName}
        back={{ href: `/kantor/program-kerja/kegiatan/${frame.activityId}`, label: "Kembali ke kegiatan" }}
      />
      {isRunning ? (
        <UpdateForm
          frame={frame}
          defaults={defaults}
          reply={reply}
          draft={`pembaruan:${frame.activityId}`}
          owner={owner}
        />
      ) : (
        <Notice>{ERRORS.notRunning}</Notice>
      )}
    </>
  );
}
