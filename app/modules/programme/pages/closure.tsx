import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions } from "#app/ui/form-layout.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden } from "#app/ui/text-fields.tsx";
import { closeProgramme } from "../close-programme.server.ts";
import { MoveProgrammeInput } from "../input.ts";
import { loadSections } from "../load-plan.server.ts";
import { yearParam } from "../params.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { programme } = await loadSections(ctx, yearParam(params));
  return { year: programme.year, version: programme.version };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, MoveProgrammeInput, async (input) => {
    const { year } = await closeProgramme(ctx, yearParam(params), input);
    return redirectWithFlash(ctx.config, `/kantor/program-kerja/${year}`, `Program kerja ${year} ditutup.`);
  }),
);

export default function Closure() {
  const { year, version } = useLoaderData<typeof loader>();
  const reply = useActionData() as FormReply | undefined;
  const errors = Object.values(reply?.error ?? {}).flatMap((texts) => texts ?? []);
  return (
    <>
      <title>{`Tutup program kerja ${year}`}</title>
      <PageHeader
        title={`Tutup program kerja ${year}?`}
        lead="Setelah ditutup, kemajuan dan belanja tahun ini tidak dapat diubah lagi."
        back={{ href: `/kantor/program-kerja/${year}`, label: `Program kerja ${year}` }}
      />
      <ErrorSummary errors={errors.map((text) => ({ href: "#tutup", text }))} />
      <form id="tutup" method="post">
        <SubmitKey />
        <Hidden name="versi" value={String(version)} />
        <FormActions>
          <Button type="submit" variant="danger">
            Tutup program kerja {year}
          </Button>
        </FormActions>
      </form>
    </>
  );
}
