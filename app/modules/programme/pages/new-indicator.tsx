import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { COUNTED_INDICATORS } from "#app/registry.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { addIndicator } from "../add-indicator.server.ts";
import { type IndicatorFields, IndicatorForm } from "../components/indicator-form.tsx";
import { IndicatorInput } from "../input.ts";
import { loadActivityPlan } from "../load-plan.server.ts";
import { idParam } from "../params.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { activity } = await loadActivityPlan(ctx, idParam(params));
  return {
    id: activity.id,
    name: activity.name,
    counted: COUNTED_INDICATORS.map(({ key, name }) => ({ key, name })),
  };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, IndicatorInput, async (input) => {
    const keys = COUNTED_INDICATORS.map((each) => each.key);
    const { activityId } = await addIndicator(ctx, idParam(params), input, keys);
    return redirectWithFlash(
      ctx.config,
      `/kantor/program-kerja/kegiatan/${activityId}/rencana`,
      "Indikator ditambahkan.",
    );
  }),
);

const EMPTY_FIELDS: IndicatorFields = {
  nama: "",
  satuan: "",
  arah: "rising",
  kumulatif: "ya",
  sumber: "manual",
  kunci_hitung: "",
  awal: "",
  t1: "",
  t2: "",
  t3: "",
  t4: "",
};

export default function NewIndicator() {
  const { id, name, counted } = useLoaderData<typeof loader>();
  return (
    <>
      <title>Tambah indikator</title>
      <PageHeader
        title="Tambah indikator"
        lead={name}
        back={{ href: `/kantor/program-kerja/kegiatan/${id}/rencana`, label: "Rencana kegiatan" }}
      />
      <IndicatorForm
        reply={useActionData() as FormReply | undefined}
        defaults={EMPTY_FIELDS}
        counted={counted}
      />
    </>
  );
}
