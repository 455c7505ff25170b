import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { formProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextField } from "#app/ui/text-fields.tsx";
import { dropActivity } from "../drop-activity.server.ts";
import { DropActivityInput } from "../input.ts";
import { loadActivityPlan } from "../load-plan.server.ts";
import { idParam } from "../params.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { activity, programme } = await loadActivityPlan(ctx, idParam(params));
  return { name: activity.name, version: activity.version, year: programme.year };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, DropActivityInput, async (input) => {
    const { year } = await dropActivity(ctx, idParam(params), input);
    const sentence = "Kegiatan dicoret. Anda dapat mengambilnya lagi lewat Tambah kegiatan.";
    return redirectWithFlash(ctx.config, `/kantor/program-kerja/${year}`, sentence);
  }),
);

export default function DropActivity() {
  const { name, version, year } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<DropActivityInput>({
    id: "coret",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>{`Coret: ${name}`}</title>
      <PageHeader
        title={`Coret “${name}”?`}
        lead="Kegiatan ini tidak lagi masuk program kerja. Alasannya tetap tercatat."
        back={{ href: `/kantor/program-kerja/${year}`, label: `Program kerja ${year}` }}
      />
      <form {...formProps(form)}>
        <ErrorSummary errors={summaryErrors(form)} />
        <SubmitKey />
        <Hidden name="versi" value={String(version)} />
        <TextField {...textProps(fields.alasan)} label="Alasan" required />
        <FormActions>
          <Button type="submit" variant="danger">
            Coret kegiatan
          </Button>
        </FormActions>
      </form>
    </>
  );
}
