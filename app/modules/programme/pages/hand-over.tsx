import { useForm } from "@conform-to/react";
import { useActionData, useLoaderData } from "react-router";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { officeAction, officeLoader } from "#app/platform/http/handlers.ts";
import { type FormReply, submitForm } from "#app/platform/http/submit-form.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/choice-fields.tsx";
import { formProps, selectProps, summaryErrors, textProps } from "#app/ui/conform.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, FormStack } from "#app/ui/form-layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { SubmitKey } from "#app/ui/submit-key.tsx";
import { Hidden, TextArea } from "#app/ui/text-fields.tsx";
import { handOverActivity, mayHandOver } from "../hand-over-activity.server.ts";
import { loadActivityPlan } from "../load-plan.server.ts";
import { idParam } from "../params.ts";
import { DONE, RUNNING_ERRORS } from "../running-words.ts";
import { HandOverInput } from "../update-input.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const { activity, programme, persons } = await loadActivityPlan(ctx, idParam(params));
  const holder = persons.find((each) => each.id === activity.responsibleAccountId)?.name ?? null;
  const mayNot = programme.state === "closed" ? RUNNING_ERRORS.closed : RUNNING_ERRORS.handOverForbidden;
  return {
    id: activity.id,
    name: activity.name,
    version: activity.version,
    holder,
    refusal: programme.state !== "closed" && mayHandOver(ctx, activity) ? null : mayNot,
    people: persons.filter((each) => each.id !== activity.responsibleAccountId),
  };
});

export const action = officeAction(({ ctx, form, params }) =>
  submitForm(form, HandOverInput, async (input) => {
    const { id } = await handOverActivity(ctx, idParam(params), input);
    return redirectWithFlash(ctx.config, `/kantor/program-kerja/kegiatan/${id}`, DONE.handedOver);
  }),
);

export default function HandOver() {
  const page = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ kepada: string; catatan: string }>({
    id: "serah-terima",
    lastResult: useActionData() as FormReply | undefined,
  });
  return (
    <>
      <title>{`Serah terima: ${page.name}`}</title>
      <PageHeader
        title="Serah terima kegiatan"
        lead={page.name}
        back={{ href: `/kantor/program-kerja/kegiatan/${page.id}`, label: "Kembali ke kegiatan" }}
      />
      {page.refusal ? (
        <Notice>{page.refusal}</Notice>
      ) : (
        <form {...formProps(form)}>
          <ErrorSummary errors={summaryErrors(form)} />
          <SubmitKey />
          <Hidden name="versi" value={String(page.version)} />
          <FormStack>
            <p>Penanggung jawab sekarang: {page.holder ?? "belum ditentukan"}.</p>
            <Select
              {...selectProps(fields.kepada)}
              label="Diserahkan kepada"
              placeholder="Pilih orangnya"
              required
              options={page.people.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextArea
              {...textProps(fields.catatan)}
              label="Catatan serah terima"
              hint="Apa yang sudah selesai, apa yang tersisa, dan di mana berkasnya."
              required
            />
          </FormStack>
          <FormActions>
            <Button icon="switch-user">Serahkan kegiatan</Button>
          </FormActions>
        </form>
      )}
    </>
  );
}
