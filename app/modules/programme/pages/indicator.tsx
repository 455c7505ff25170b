import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { COUNTED_INDICATORS } from "#app/registry.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { IndicatorForm } from "../components/indicator-form.tsx";
import { RetargetForm } from "../components/retarget-form.tsx";
import { TargetHistory } from "../components/target-history.tsx";
import { IndicatorInput, RetargetInput } from "../input.ts";
import { loadIndicator } from "../load-plan.server.ts";
import { idParam } from "../params.ts";
import { quantityText, targetFields } from "../plan-form.ts";
import { retargetIndicator } from "../retarget-indicator.server.ts";
import { retireIndicator } from "../retire-indicator.server.ts";
import { canEditActivity } from "../rules.ts";
import { saveIndicator } from "../save-indicator.server.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { indicator, activity, programme, targets } = await loadIndicator(ctx, idParam(params));
  const isPlan = canEditActivity(programme.state, activity.reviewState);
  return {
    name: indicator.name,
    unit: indicator.unit,
    activity: { id: activity.id, name: activity.name },
    isPlan,
    isRetargetable: programme.state === "approved" || programme.state === "running",
    counted: COUNTED_INDICATORS.map(({ key, name }) => ({ key, name })),
    version: targets[0]?.version ?? 1,
    targets,
    defaults: {
      nama: indicator.name,
      satuan: indicator.unit,
      arah: indicator.direction,
      kumulatif: indicator.isCumulative ? "ya" : "tidak",
      sumber: indicator.source,
      kunci_hitung: indicator.countedKey ?? "",
      awal: quantityText(indicator.baseline),
      ...targetFields(targets[0]),
    },
  };
});

export const action = officeAction(({ ctx, form, params }) => {
  const id = idParam(params);
  const back = (activityId: string, page: string, sentence: string) =>
    redirectWithFlash(ctx.config, `/kantor/program-kerja/kegiatan/${activityId}${page}`, sentence);
  if (form.get("maksud") === "hapus") {
    return retireIndicator(ctx, id).then(({ activityId }) =>
      back(activityId, "/rencana", "Indikator dihapus dari rencana."),
    );
  }
  if (form.get("maksud") === "ubah-target") {
    return submitForm(form, RetargetInput, async (input) => {
      const { activityId, version } = await retargetIndicator(ctx, id, input);
      return back(activityId, "", `Target versi ${version} berlaku mulai hari ini.`);
    });
  }
  return submitForm(form, IndicatorInput, async (input) => {
    const keys = COUNTED_INDICATORS.map((each) => each.key);
    const { activityId } = await saveIndicator(ctx, id, input, keys);
    return back(activityId, "/rencana", "Indikator tersimpan.");
  });
});

export default function Indicator() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const { t1, t2, t3, t4 } = page.defaults;
  return (
    <>
      <title>{page.name}</title>
      <PageHeader
        title={page.name}
        lead={page.activity.name}
        back={{ href: `/kantor/program-kerja/kegiatan/${page.activity.id}`, label: "Kembali ke kegiatan" }}
      />
      <div className="flex flex-col gap-8">
        {page.isPlan && <IndicatorForm reply={reply} defaults={page.defaults} counted={page.counted} />}
        {page.isPlan && <RetireForm />}
        {page.isRetargetable && (
          <section className="flex flex-col gap-4">
            <h2 className="text-lg">Ubah target</h2>
            <p>Laporan untuk tanggal sebelum hari ini tetap memakai target yang lama.</p>
            <RetargetForm
              reply={reply}
              version={page.version}
              unit={page.unit}
              targets={{ t1, t2, t3, t4 }}
            />
          </section>
        )}
        {!page.isPlan && !page.isRetargetable && (
          <Notice tone="info">
            Indikator dan target tidak dapat diubah selama program kerja diperiksa atau setelah ditutup.
          </Notice>
        )}
        {page.targets.length > 0 && <TargetHistory versions={page.targets} />}
      </div>
    </>
  );
}

function RetireForm() {
  return (
    <form method="post" className="border-t border-line pt-5">
      <SubmitKey />
      <Button type="submit" variant="danger" name="maksud" value="hapus">
        Hapus indikator ini
      </Button>
    </form>
  );
}
